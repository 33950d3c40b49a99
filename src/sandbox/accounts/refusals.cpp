// SPDX-License-Identifier: Apache-2.0
#include "sandbox/accounts/refusals.h"

namespace smartca::sandbox {

namespace {

FailureFacts at(UtcTime time)
{
    FailureFacts facts;
    facts.at = time;
    return facts;
}

FailureFacts about(std::string subject)
{
    FailureFacts facts;
    facts.subject = std::move(subject);
    return facts;
}

} // namespace

Failure detailsWrong(int triesLeft)
{
    FailureFacts facts;
    facts.triesLeft = triesLeft;
    return {.code = FailureCode::ActivationDetailsWrong,
            .detail = "no such account, or another code",
            .facts = std::move(facts)};
}

Failure typingClosed()
{
    FailureFacts facts;
    facts.triesLeft = 0;
    return {.code = FailureCode::CodeTypingClosed,
            .detail = "typed too often; only a new mail helps",
            .facts = std::move(facts)};
}

Failure codeExpired(UtcTime time)
{
    return {.code = FailureCode::CodeExpired, .detail = "the code has expired", .facts = at(time)};
}

Failure codeUsed(UtcTime time)
{
    return {
        .code = FailureCode::CodeUsed, .detail = "the activation of this code is over", .facts = at(time)};
}

Failure codeOnOtherDevice(UtcTime time)
{
    return {.code = FailureCode::CodeOnOtherDevice,
            .detail = "another device redeemed the code",
            .facts = at(time)};
}

Failure accountLocked()
{
    return {.code = FailureCode::AccountLocked, .detail = "the account is locked", .facts = {}};
}

Failure accountActive()
{
    return {.code = FailureCode::AccountAlreadyActive, .detail = "the account is active", .facts = {}};
}

Failure passwordRefused(std::string rule)
{
    return {.code = FailureCode::PasswordRefused,
            .detail = "the password breaks a rule",
            .facts = about(std::move(rule))};
}

Failure serviceBusy(Seconds retryAfter)
{
    FailureFacts facts;
    facts.retryAfter = retryAfter;
    return {.code = FailureCode::ServiceBusy, .detail = "too many are waiting", .facts = std::move(facts)};
}

Failure inputInvalid(std::string field, std::string why)
{
    return {.code = FailureCode::InputInvalid, .detail = std::move(why), .facts = about(std::move(field))};
}

} // namespace smartca::sandbox
