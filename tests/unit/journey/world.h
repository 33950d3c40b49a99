// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journey/activation/advance.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>

/// What the journey's tests share: readable states and events, and a generator of arbitrary ones.
namespace smartca::journey::activation {

/// For readable failures of assertions.
inline void PrintTo(const State &state, std::ostream *out)
{
    *out << toText(toJson(state));
}

[[nodiscard]] Failed failed(FailureCode code);
/// The state after the events, each of which must have changed something.
[[nodiscard]] State after(State state, const std::vector<Event> &events);
/// "redeemCode", "wipeSecrets", … of a transition.
[[nodiscard]] std::vector<std::string> effectsOf(const Transition &transition);
/// The slots that a transition wipes.
[[nodiscard]] std::vector<SecretSlot> wipedBy(const Transition &transition);

template<class Stage>
[[nodiscard]] bool at(const State &state)
{
    return std::holds_alternative<Stage>(state.stage);
}
[[nodiscard]] std::optional<FailureCode> codeOf(const State &state);

// Well-known places on the way.
[[nodiscard]] State atDetails();
[[nodiscard]] State atRedeeming();
[[nodiscard]] State atPassword(BiometricRule rule = BiometricRule::Required);
[[nodiscard]] State atBiometric(BiometricRule rule = BiometricRule::Required);
[[nodiscard]] State atEnrolling();
[[nodiscard]] State atAwaiting();
[[nodiscard]] State atReview();
[[nodiscard]] State atReading();
[[nodiscard]] State atPinSheet();
[[nodiscard]] State atSigning();
[[nodiscard]] State atVerifying();
[[nodiscard]] State atHandingIn();
[[nodiscard]] State atActive();
/// One of every stage, as the happy path and its branches reach it.
[[nodiscard]] std::vector<State> everyStage();

/// The service's answer to "where am I" that fits the facts of the places above.
[[nodiscard]] Located located(Located::At where);

[[nodiscard]] Event randomEvent(std::mt19937_64 &random);

} // namespace smartca::journey::activation
