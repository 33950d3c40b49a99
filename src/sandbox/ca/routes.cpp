// SPDX-License-Identifier: Apache-2.0
#include "sandbox/ca/routes.h"

#include "sandbox/ca/names.h"
#include "sandbox/ca/time_stamp_authority.h"

namespace smartca::sandbox {
namespace {

constexpr std::size_t timeStampRequestMax = 4096;

http::Handler certificateHandler(const crypto::Certificate &certificate)
{
    return [der = certificate.der()](const http::Request &) -> Result<http::Answer> {
        return http::Response::of("application/pkix-cert", der);
    };
}

} // namespace

void addCaRoutes(http::Router &router, const Authority &authority, Database &database)
{
    router.add("GET", crlPath, [&authority, &database](const http::Request &) -> Result<http::Answer> {
        SMARTCA_TRY(const auto revoked,
                    database.read([](Session &session) -> Result<std::vector<RevokedCertificate>> {
                        return certificates::revoked(session);
                    }));
        SMARTCA_TRY(auto list, makeRevocationList(authority, revoked));
        return http::Response::of("application/pkix-crl", std::move(list));
    });
    router.add(
        "POST", timeStampPath,
        [&authority](const http::Request &request) -> Result<http::Answer> {
            SMARTCA_TRY(auto answer, answerTimeStampRequest(authority, request.body.view()));
            return http::Response::of("application/timestamp-reply", std::move(answer));
        },
        timeStampRequestMax);
    router.add("GET", issuingCertificatePath, certificateHandler(authority.issuing()));
    router.add("GET", rootCertificatePath, certificateHandler(authority.documentRoot()));
}

} // namespace smartca::sandbox
