// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/refusals.h"

namespace smartca::sandbox::http {

Failure pathUnknown()
{
    return {FailureCode::PathUnknown, "no such path", {}};
}

Failure methodNotAllowed(std::string allowed)
{
    FailureFacts facts;
    facts.subject = std::move(allowed);
    return {FailureCode::MethodNotAllowed, "no such method on this path", std::move(facts)};
}

Failure bodyTooLarge(std::size_t limit)
{
    return {FailureCode::BodyTooLarge, "at most " + std::to_string(limit) + " octets", {}};
}

Failure tooManyRequests(Seconds retryAfter)
{
    FailureFacts facts;
    facts.retryAfter = retryAfter;
    return {FailureCode::TooManyRequests, "too many requests", std::move(facts)};
}

} // namespace smartca::sandbox::http
