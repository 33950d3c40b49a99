// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/refusals.h"

namespace smartca::sandbox::http {

Failure notHttp(std::string why)
{
    return {.code = FailureCode::HttpMalformed, .detail = std::move(why), .facts = {}};
}

Failure headerTooLarge(std::size_t limit)
{
    return {.code = FailureCode::HeaderTooLarge,
            .detail = "at most " + std::to_string(limit) + " octets",
            .facts = {}};
}

Failure pathUnknown()
{
    return {.code = FailureCode::PathUnknown, .detail = "no such path", .facts = {}};
}

Failure methodNotAllowed(std::string allowed)
{
    FailureFacts facts;
    facts.subject = std::move(allowed);
    return {.code = FailureCode::MethodNotAllowed,
            .detail = "no such method on this path",
            .facts = std::move(facts)};
}

Failure bodyTooLarge(std::size_t limit)
{
    return {.code = FailureCode::BodyTooLarge,
            .detail = "at most " + std::to_string(limit) + " octets",
            .facts = {}};
}

Failure tooManyRequests(Seconds retryAfter)
{
    FailureFacts facts;
    facts.retryAfter = retryAfter;
    return {.code = FailureCode::TooManyRequests, .detail = "too many requests", .facts = std::move(facts)};
}

} // namespace smartca::sandbox::http
