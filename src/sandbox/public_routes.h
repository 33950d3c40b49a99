// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/http/router.h"

namespace smartca::sandbox {

/// What anybody may ask without a device key: the page behind the mail's button.
void addPublicRoutes(http::Router &router, const std::string &hotline);

} // namespace smartca::sandbox
