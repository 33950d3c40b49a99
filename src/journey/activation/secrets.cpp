// SPDX-License-Identifier: Apache-2.0
#include "journey/activation/transition.h"

#include <algorithm>

/// Password, PIN and the biometric. After redemption there is no way back to the code: it is used.
namespace smartca::journey::activation {
namespace {

/// Enough to tell "twice" from "often"; keeps the count readable in a journal.
constexpr int mismatchesMax = 99;

bool dismisses(const State &state, const Event &event)
{
    return state.failure && (is<FailureDismissed>(event) || is<RetryPressed>(event));
}

Facts withBiometric(Facts facts, bool made)
{
    facts.biometricKey = made;
    facts.biometricSkipped = !made;
    return facts;
}

Transition chooseAnotherPin(const State &state)
{
    return go(state.facts, ChoosingPin{}, {wipe({SecretSlot::NewPin, SecretSlot::PinAgain})});
}

} // namespace

Transition on(const State &state, const ChoosingPassword &, const Event &event)
{
    if (is<PasswordChosen>(event))
        return go(state.facts, ChoosingPin{});
    if (dismisses(state, event))
        return go(state.facts, ChoosingPassword{});
    return stay(state);
}

Transition on(const State &state, const ChoosingPin &, const Event &event)
{
    if (is<PinChosen>(event))
        return go(state.facts, RepeatingPin{});
    if (const auto *rejected = as<PinRejected>(event))
        return stop(state.facts, ChoosingPin{}, weakPin(rejected->rule), {wipe({SecretSlot::NewPin})});
    if (is<AnotherPinWanted>(event))
        return chooseAnotherPin(state);
    if (is<BackPressed>(event))
        return go(state.facts, ChoosingPassword{}, {wipe({SecretSlot::NewPin})});
    if (dismisses(state, event))
        return go(state.facts, ChoosingPin{});
    return stay(state);
}

Transition on(const State &state, const RepeatingPin &stage, const Event &event)
{
    if (const auto *repeated = as<PinRepeated>(event)) {
        if (repeated->equal)
            return go(state.facts, ConfirmingBiometric{}, {wipe({SecretSlot::PinAgain})});
        return stop(state.facts, RepeatingPin{std::min(stage.mismatches + 1, mismatchesMax)}, unequalPins(),
                    {wipe({SecretSlot::PinAgain})});
    }
    if (is<AnotherPinWanted>(event) || is<BackPressed>(event))
        return chooseAnotherPin(state);
    if (dismisses(state, event))
        return go(state.facts, stage);
    return stay(state);
}

Transition on(const State &state, const ConfirmingBiometric &stage, const Event &event)
{
    if (stage.asking && is<BiometricGranted>(event))
        return begin(withBiometric(state.facts, true), Enrolling{});
    if (const auto *failed = as<Failed>(event); failed != nullptr && stage.asking)
        return stop(state.facts, ConfirmingBiometric{}, failed->failure);
    if (!stage.asking && (is<BiometricRequested>(event) || (is<RetryPressed>(event) && state.failure)))
        return begin(state.facts, ConfirmingBiometric{.asking = true});
    if (is<BiometricSkipped>(event) && state.facts.biometric == BiometricRule::Optional)
        return begin(withBiometric(state.facts, false), Enrolling{},
                     stage.asking ? std::vector<Effect>{CancelWork{}} : std::vector<Effect>{});
    if (is<BackPressed>(event))
        return stage.asking ? go(state.facts, ConfirmingBiometric{}, {CancelWork{}})
                            : go(state.facts, RepeatingPin{}, {wipe({SecretSlot::PinAgain})});
    if (is<FailureDismissed>(event) && state.failure)
        return go(state.facts, stage);
    return stay(state);
}

} // namespace smartca::journey::activation
