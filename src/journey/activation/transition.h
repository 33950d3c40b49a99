// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journey/activation/advance.h"

/// Private to this room: the words in which the stages are written down.
namespace smartca::journey::activation {

template<class E>
[[nodiscard]] bool is(const Event &event)
{
    return std::holds_alternative<E>(event);
}

template<class E>
[[nodiscard]] const E *as(const Event &event)
{
    return std::get_if<E>(&event);
}

template<class... Stages>
[[nodiscard]] bool standsAt(const State &state)
{
    return (std::holds_alternative<Stages>(state.stage) || ...);
}

/// Nothing changes, nothing is asked for.
[[nodiscard]] inline Transition stay(const State &state)
{
    return {state, {}};
}

/// On to a stage, with what is known; a failure is over then.
[[nodiscard]] inline Transition go(Facts facts, Stage stage, std::vector<Effect> effects = {})
{
    return {State{std::move(facts), stage, std::nullopt}, std::move(effects)};
}

/// To a stage with a failure over it.
[[nodiscard]] inline Transition stop(Facts facts, Stage stage, Failure failure,
                                     std::vector<Effect> effects = {})
{
    return {State{std::move(facts), stage, std::move(failure)}, std::move(effects)};
}

[[nodiscard]] inline Effect wipe(std::initializer_list<SecretSlot> slots)
{
    return WipeSecrets{slots};
}
[[nodiscard]] Effect wipeAll();
[[nodiscard]] Effect wipeAllButUsername();

/// The long-running effect that a stage waits for; nothing for a stage that waits for the person.
[[nodiscard]] std::optional<Effect> workOf(const Stage &stage);
/// True while that effect is under way: a failure ended it, save those that let it go on.
[[nodiscard]] bool working(const State &state);

/// To a stage that works, and its work.
[[nodiscard]] Transition begin(Facts facts, Stage stage, std::vector<Effect> before = {});

/// Asks the service where things stand; its answer decides.
[[nodiscard]] Transition locate(const State &state);

// ---- failures: what kind they are, and the ones the journey itself finds
// (failures.cpp)

/// The answer never came or could not be trusted: the same effect may be asked for again.
[[nodiscard]] bool isTransport(FailureCode code);
/// The service is at another step than this journal: only "where am I" helps.
[[nodiscard]] bool isOutOfStep(FailureCode code);
[[nodiscard]] bool isBiometric(FailureCode code);
[[nodiscard]] bool isAboutPassword(FailureCode code);
[[nodiscard]] bool isAboutNewPin(FailureCode code);
[[nodiscard]] bool isAboutDocument(FailureCode code);

[[nodiscard]] Failure weakPin(PinRule rule);
[[nodiscard]] Failure unequalPins();
[[nodiscard]] Failure certificateHeld();
[[nodiscard]] Failure certificateRefused();
[[nodiscard]] Failure dataWrong();
[[nodiscard]] Failure notHandedIn(const Failure &cause);
[[nodiscard]] Failure pinBlocked();
[[nodiscard]] Failure activationEnded();
[[nodiscard]] Failure journalAhead(std::string detail);

// ---- the stages, by meaning
// details.cpp
[[nodiscard]] Transition on(const State &, const Welcome &, const Event &);
[[nodiscard]] Transition on(const State &, const ReadingPrivacy &, const Event &);
[[nodiscard]] Transition on(const State &, const EnteringDetails &, const Event &);
[[nodiscard]] Transition on(const State &, const Redeeming &, const Event &);
// secrets.cpp
[[nodiscard]] Transition on(const State &, const ChoosingPassword &, const Event &);
[[nodiscard]] Transition on(const State &, const ChoosingPin &, const Event &);
[[nodiscard]] Transition on(const State &, const RepeatingPin &, const Event &);
[[nodiscard]] Transition on(const State &, const ConfirmingBiometric &, const Event &);
// issuance.cpp
[[nodiscard]] Transition on(const State &, const Enrolling &, const Event &);
[[nodiscard]] Transition on(const State &, const AwaitingCertificate &, const Event &);
[[nodiscard]] Transition on(const State &, const ReviewingCertificate &, const Event &);
[[nodiscard]] Transition on(const State &, const ConfirmingCertificate &, const Event &);
[[nodiscard]] Transition on(const State &, const Stopped &, const Event &);
// signing.cpp
[[nodiscard]] Transition on(const State &, const FetchingRecord &, const Event &);
[[nodiscard]] Transition on(const State &, const ReadingRecord &, const Event &);
[[nodiscard]] Transition on(const State &, const OpeningPinSheet &, const Event &);
[[nodiscard]] Transition on(const State &, const EnteringSigningPin &, const Event &);
[[nodiscard]] Transition on(const State &, const Signing &, const Event &);
[[nodiscard]] Transition on(const State &, const FetchingSignature &, const Event &);
[[nodiscard]] Transition on(const State &, const Verifying &, const Event &);
[[nodiscard]] Transition on(const State &, const HandingIn &, const Event &);
[[nodiscard]] Transition on(const State &, const Active &, const Event &);
[[nodiscard]] Transition on(const State &, const AtHome &, const Event &);
// recovery.cpp
[[nodiscard]] Transition on(const State &, const Locating &, const Event &);
[[nodiscard]] Transition on(const State &, const OfferingResume &, const Event &);
[[nodiscard]] Transition onStart(const State &, const AppStarted &);
[[nodiscard]] Transition onReactivation(const State &);
[[nodiscard]] Transition onNewCode(const State &);

/// What most stages that work have in common: a failure stops them where they are, pressing "try again"
/// starts the same work once more, or asks where things stand when the service is at another step.
[[nodiscard]] Transition onWork(const State &, const Event &);

} // namespace smartca::journey::activation
