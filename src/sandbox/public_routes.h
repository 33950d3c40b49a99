// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/accounts/accounts.h"
#include "sandbox/http/router.h"

namespace smartca::sandbox {

/// What anybody may ask without a device key: the page behind the mail's button, and “send again”.
struct PublicParts {
    Database &database;
    const Accounts &accounts;
    const Clock &clock;
    std::string hotline;
};
void addPublicRoutes(http::Router &router, const PublicParts &parts);

} // namespace smartca::sandbox
