// SPDX-License-Identifier: Apache-2.0
#include "client/certificate_check.h"

#include <algorithm>

namespace smartca::client {
namespace {

Failure certificateMismatch(std::string detail)
{
    return {.code = FailureCode::CertificateMismatch, .detail = std::move(detail), .facts = {}};
}

std::string_view nameOf(crypto::PathProblem problem)
{
    switch (problem) {
    case crypto::PathProblem::NoPath:
        return "no path to the pinned document root";
    case crypto::PathProblem::Expired:
        return "expired";
    case crypto::PathProblem::NotYetValid:
        return "not yet valid";
    case crypto::PathProblem::WrongUsage:
        return "not meant for document signatures";
    case crypto::PathProblem::WeakAlgorithm:
        return "weak algorithm";
    case crypto::PathProblem::Other:
        break;
    }
    return "path not valid";
}

} // namespace

std::vector<crypto::Certificate> intermediatesOf(const std::vector<crypto::Certificate> &chain,
                                                 const crypto::Certificate &documentRoot)
{
    std::vector<crypto::Certificate> intermediates;
    std::ranges::copy_if(chain, std::back_inserter(intermediates),
                         [&](const auto &one) { return one.der() != documentRoot.der(); });
    return intermediates;
}

Outcome checkCertificate(const crypto::Certificate &certificate,
                         const std::vector<crypto::Certificate> &chain,
                         const crypto::Certificate &documentRoot, const std::optional<Bytes> &spki,
                         UtcTime now)
{
    if (!spki || certificate.publicKey().spki() != *spki)
        return tl::unexpected(certificateMismatch("not for the key of the enrol answer"));
    const auto path = crypto::buildPath(certificate, intermediatesOf(chain, documentRoot), documentRoot, now,
                                        crypto::PathPurpose::DocumentSigning);
    if (!path)
        return tl::unexpected(certificateMismatch(std::string(nameOf(path.error()))));
    return {};
}

} // namespace smartca::client
