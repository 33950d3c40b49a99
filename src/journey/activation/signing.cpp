// SPDX-License-Identifier: Apache-2.0
#include "journey/activation/transition.h"

/// The record is read, signed with the PIN, verified and handed in.
namespace smartca::journey::activation {
namespace {

const ReadingRecord recordRead{.readToEnd = true};

Effect wipeSigningPin()
{
    return wipe({SecretSlot::SigningPin});
}

/// The PIN is gone in any case; what is shown depends on what is known about the signature.
Transition afterFailedSigning(const State &state, const Failure &failure)
{
    using enum FailureCode;
    switch (failure.code) {
    case PinWrong:
    case SadChallengeInvalid:
        // The challenge is used up, so the next one is asked for while the sheet says what went wrong.
        return stop(state.facts, OpeningPinSheet{}, failure, {wipeSigningPin(), RequestChallenge{}});
    case PinLocked:
    case PinBlocked:
        return stop(state.facts, OpeningPinSheet{}, failure, {wipeSigningPin()});
    default:
        break;
    }
    // No answer, one that does not fit, or one that could not be kept: the signature may have been made. The
    // stage stays, and only the service can tell.
    if (isTransport(failure.code) || isOutOfStep(failure.code) || failure.code == SignatureInvalid ||
        failure.code == DiskFull || failure.code == DiskFailed)
        return stop(state.facts, Signing{}, failure, {wipeSigningPin()});
    return stop(state.facts, recordRead, failure, {wipeSigningPin()});
}

/// A file that cannot be the one signed comes from a damaged signature or copy: fetched once more.
bool wantsFreshSignature(FailureCode code)
{
    return code == FailureCode::SignatureInvalid || isAboutDocument(code);
}

} // namespace

Transition on(const State &state, const FetchingRecord &, const Event &event)
{
    if (const auto *received = as<RecordReceived>(event); received != nullptr && working(state)) {
        auto facts = state.facts;
        facts.transactionId = received->transactionId;
        return go(std::move(facts), ReadingRecord{});
    }
    return onWork(state, event);
}

Transition on(const State &state, const ReadingRecord &stage, const Event &event)
{
    if (is<RecordReadToEnd>(event) && !stage.readToEnd)
        return {State{state.facts, recordRead, state.failure}, {}};
    if (is<SignPressed>(event) && stage.readToEnd)
        return begin(state.facts, OpeningPinSheet{});
    // The pages could not be drawn.
    if (const auto *failed = as<Failed>(event);
        failed != nullptr && !state.failure && isAboutDocument(failed->failure.code))
        return stop(state.facts, stage, failed->failure);
    if (is<RetryPressed>(event) && state.failure) {
        if (isAboutDocument(state.failure->code))
            return begin(state.facts, FetchingRecord{});
        return stage.readToEnd ? begin(state.facts, OpeningPinSheet{}) : go(state.facts, stage);
    }
    if (is<FailureDismissed>(event) && state.failure)
        return go(state.facts, stage);
    return stay(state);
}

Transition on(const State &state, const OpeningPinSheet &, const Event &event)
{
    if (const auto *received = as<ChallengeReceived>(event); received != nullptr && working(state)) {
        auto facts = state.facts;
        facts.sequence = received->sequence;
        return {State{std::move(facts), EnteringSigningPin{received->tries}, state.failure}, {}};
    }
    if (is<PinSheetClosed>(event) || is<BackPressed>(event))
        return working(state) ? go(state.facts, recordRead, {CancelWork{}}) : go(state.facts, recordRead);
    if (is<FailureDismissed>(event) && state.failure)
        return working(state) ? go(state.facts, OpeningPinSheet{}) : go(state.facts, recordRead);
    return onWork(state, event);
}

Transition on(const State &state, const EnteringSigningPin &stage, const Event &event)
{
    if (is<SigningPinEntered>(event))
        return begin(state.facts, Signing{});
    if (is<PinSheetClosed>(event) || is<BackPressed>(event))
        return go(state.facts, recordRead, {wipeSigningPin()});
    if (state.failure && (is<FailureDismissed>(event) || is<RetryPressed>(event)))
        return go(state.facts, stage);
    return stay(state);
}

Transition on(const State &state, const Signing &, const Event &event)
{
    if (is<SignatureReceived>(event) && working(state))
        return begin(state.facts, Verifying{}, {wipeSigningPin()});
    if (const auto *failed = as<Failed>(event); failed != nullptr && working(state))
        return afterFailedSigning(state, failed->failure);
    if (is<RetryPressed>(event) && state.failure)
        return locate(state);
    return stay(state);
}

Transition on(const State &state, const FetchingSignature &, const Event &event)
{
    if (is<SignatureReceived>(event) && working(state))
        return begin(state.facts, Verifying{});
    return onWork(state, event);
}

Transition on(const State &state, const Verifying &, const Event &event)
{
    if (is<RecordVerified>(event) && working(state))
        return begin(state.facts, HandingIn{});
    if (is<RetryPressed>(event) && state.failure && wantsFreshSignature(state.failure->code))
        return begin(state.facts, FetchingSignature{});
    return onWork(state, event);
}

Transition on(const State &state, const HandingIn &, const Event &event)
{
    if (is<HandInAccepted>(event) && working(state)) {
        auto facts = state.facts;
        facts.handedIn = true;
        return go(std::move(facts), Active{}, {wipeAll()});
    }
    if (const auto *failed = as<Failed>(event);
        failed != nullptr && working(state) && isTransport(failed->failure.code))
        return stop(state.facts, HandingIn{}, notHandedIn(failed->failure));
    return onWork(state, event);
}

Transition on(const State &state, const Active &, const Event &event)
{
    return is<HomePressed>(event) ? go(state.facts, AtHome{}) : stay(state);
}

/// Re-activation is the way on from here (onReactivation); signing requests come with their own journey.
Transition on(const State &state, const AtHome &, const Event &)
{
    return stay(state);
}

} // namespace smartca::journey::activation
