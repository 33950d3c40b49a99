// SPDX-License-Identifier: Apache-2.0
#include "journey/activation/transition.h"

/// From the first page to the redeemed code.
namespace smartca::journey::activation {
namespace {

/// Trouble on the way, or on this machine, leaves the code as good as it was: the same request again.
/// Anything else is about what was typed.
bool sameAgainHelps(FailureCode code)
{
    using enum FailureCode;
    return isTransport(code) || code == DiskFull || code == DiskFailed || code == KeyStoreUnusable ||
           code == AppTooOld || code == HsmUnavailable;
}

/// The mail may be under way from here, and only one request is at a time: what the person wants now counts.
Transition instead(const State &state, Stage stage, Effect work)
{
    return go(state.facts, stage, {CancelWork{}, std::move(work)});
}

/// The new mail makes the old code worthless; the username stays.
Transition onResent(const State &state)
{
    return go(state.facts, state.stage, {wipe({SecretSlot::Code, SecretSlot::Token})});
}

} // namespace

Transition on(const State &state, const Welcome &, const Event &event)
{
    if (is<StartPressed>(event))
        return go(state.facts, ReadingPrivacy{});
    // The journal could not be opened at the start.
    if (const auto *failed = as<Failed>(event); failed != nullptr && !state.failure)
        return stop(state.facts, Welcome{}, failed->failure);
    if (state.failure && (is<RetryPressed>(event) || is<FailureDismissed>(event)))
        return go(state.facts, Welcome{});
    return stay(state);
}

Transition on(const State &state, const ReadingPrivacy &, const Event &event)
{
    if (is<PrivacyAccepted>(event))
        return go(state.facts, EnteringDetails{});
    if (is<MailResent>(event)) // ordered on the next page, and left before the answer came
        return onResent(state);
    if (is<BackPressed>(event))
        return go(state.facts, Welcome{});
    return stay(state);
}

Transition on(const State &state, const EnteringDetails &, const Event &event)
{
    if (is<DetailsSubmitted>(event))
        return instead(state, Redeeming{}, RedeemCode{});
    if (is<BackPressed>(event))
        return go(state.facts, ReadingPrivacy{});
    if (is<NewCodeWanted>(event))
        return instead(state, EnteringDetails{}, ResendMail{});
    if (is<MailResent>(event))
        return onResent(state);
    if (const auto *failed = as<Failed>(event); failed != nullptr && !state.failure)
        return stop(state.facts, EnteringDetails{}, failed->failure);
    // Only sending the mail again fails by transport on this stage: redeeming does so on its own.
    if (is<RetryPressed>(event) && state.failure && isTransport(state.failure->code))
        return go(state.facts, EnteringDetails{}, {ResendMail{}});
    if (state.failure && (is<RetryPressed>(event) || is<FailureDismissed>(event)))
        return go(state.facts, EnteringDetails{});
    return stay(state);
}

Transition on(const State &state, const Redeeming &, const Event &event)
{
    if (const auto *accepted = as<CodeAccepted>(event); accepted != nullptr && working(state)) {
        auto facts = state.facts;
        facts.activationId = accepted->activationId;
        facts.userId = accepted->userId;
        facts.biometric = accepted->biometric;
        return go(std::move(facts), ChoosingPassword{}, {wipe({SecretSlot::Code, SecretSlot::Token})});
    }
    if (const auto *failed = as<Failed>(event);
        failed != nullptr && working(state) && !sameAgainHelps(failed->failure.code))
        return stop(state.facts, EnteringDetails{}, failed->failure);
    if (is<NewCodeWanted>(event) && state.failure)
        return go(state.facts, EnteringDetails{}, {ResendMail{}});
    if (is<FailureDismissed>(event) && state.failure)
        return go(state.facts, EnteringDetails{});
    if (is<BackPressed>(event))
        return working(state) ? go(state.facts, EnteringDetails{}, {CancelWork{}})
                              : go(state.facts, EnteringDetails{});
    return onWork(state, event);
}

} // namespace smartca::journey::activation
