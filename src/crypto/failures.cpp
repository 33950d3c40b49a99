// SPDX-License-Identifier: Apache-2.0
#include "crypto/failures.h"

#include <utility>

namespace smartca::crypto {
namespace {

tl::unexpected<Failure> because(FailureCode code, std::string detail)
{
    return tl::unexpected(Failure{.code = code, .detail = std::move(detail), .facts = {}});
}

} // namespace

tl::unexpected<Failure> unreadable(std::string detail)
{
    return because(FailureCode::AnswerMalformed, std::move(detail));
}

tl::unexpected<Failure> notAuthentic(std::string detail)
{
    return because(FailureCode::AnswerNotAuthentic, std::move(detail));
}

tl::unexpected<Failure> signatureInvalid(std::string detail)
{
    return because(FailureCode::SignatureInvalid, std::move(detail));
}

tl::unexpected<Failure> keyUnusable(std::string detail)
{
    return because(FailureCode::KeyStoreUnusable, std::move(detail));
}

} // namespace smartca::crypto
