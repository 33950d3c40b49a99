// SPDX-License-Identifier: Apache-2.0
#include "sandbox/public_routes.h"

#include "sandbox/mail/landing_page.h"

namespace smartca::sandbox {

namespace {

http::Response pageResponse(const LandingPage &page)
{
    auto response = http::Response::of("text/html; charset=utf-8", toBytes(page.html));
    response.headers.add("Content-Security-Policy", page.contentSecurityPolicy);
    response.headers.add("Referrer-Policy", "no-referrer");
    return response;
}

} // namespace

void addPublicRoutes(http::Router &router, const std::string &hotline)
{
    router.add(
        "GET", "/a",
        [page = landingPage(hotline)](const http::Request &) -> Result<http::Answer> {
            return pageResponse(page);
        },
        0);
}

} // namespace smartca::sandbox
