// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/ca/certificate_table.h"
#include "sandbox/http/router.h"

namespace smartca::sandbox {

/// For foreign tools, without proof of possession: GET /crl, POST /tsp (RFC 3161 §3.4), GET /ca/issuing.cer
/// and /ca/root.cer. Everything referred to must outlive the router.
void addCaRoutes(http::Router &router, const Authority &authority, Database &database);

} // namespace smartca::sandbox
