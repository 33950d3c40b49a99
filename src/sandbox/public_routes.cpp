// SPDX-License-Identifier: Apache-2.0
#include "sandbox/public_routes.h"

#include "protocol/headers.h"
#include "sandbox/mail/landing_page.h"
#include "sandbox/mail/resend.h"

namespace smartca::sandbox {

namespace {

constexpr std::size_t resendMaxBody = 4096;

http::Response pageResponse(const LandingPage &page)
{
    auto response = http::Response::of("text/html; charset=utf-8", toBytes(page.html));
    response.headers.add("Content-Security-Policy", page.contentSecurityPolicy);
    response.headers.add("Referrer-Policy", "no-referrer");
    return response;
}

} // namespace

void addPublicRoutes(http::Router &router, const PublicParts &parts)
{
    router.add(
        "GET", "/a",
        [page = landingPage(parts.hotline)](const http::Request &) -> Result<http::Answer> {
            return pageResponse(page);
        },
        0);
    router.add(
        "POST", protocol::resendPath,
        [parts](const http::Request &request) -> Result<http::Answer> {
            SMARTCA_TRY(const auto wish, protocol::decode<protocol::ResendRequest>(request.body.text()));
            SMARTCA_CHECK(requestResend(parts.database, parts.accounts, wish, parts.clock.now()));
            return http::Response::json("{}", 202);
        },
        resendMaxBody);
}

} // namespace smartca::sandbox
