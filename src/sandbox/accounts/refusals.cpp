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
    return {FailureCode::ActivationDetailsWrong, "no such account, or another code", std::move(facts)};
}

Failure typingClosed()
{
    FailureFacts facts;
    facts.triesLeft = 0;
    return {FailureCode::CodeTypingClosed, "typed too often; only a new mail helps", std::move(facts)};
}

Failure codeExpired(UtcTime time)
{
    return {FailureCode::CodeExpired, "the code has expired", at(time)};
}

Failure codeUsed(UtcTime time)
{
    return {FailureCode::CodeUsed, "the activation of this code is over", at(time)};
}

Failure codeOnOtherDevice(UtcTime time)
{
    return {FailureCode::CodeOnOtherDevice, "another device redeemed the code", at(time)};
}

Failure accountLocked()
{
    return {FailureCode::AccountLocked, "the account is locked", {}};
}

Failure accountActive()
{
    return {FailureCode::AccountAlreadyActive, "the account is active", {}};
}

Failure passwordRefused(std::string rule)
{
    return {FailureCode::PasswordRefused, "the password breaks a rule", about(std::move(rule))};
}

Failure serviceBusy(Seconds retryAfter)
{
    FailureFacts facts;
    facts.retryAfter = retryAfter;
    return {FailureCode::ServiceBusy, "too many are waiting", std::move(facts)};
}

Failure inputInvalid(std::string field, std::string why)
{
    return {FailureCode::InputInvalid, std::move(why), about(std::move(field))};
}

} // namespace smartca::sandbox
