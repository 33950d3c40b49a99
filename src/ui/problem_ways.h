// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/failure_catalogue.h"
#include "journey/activation/advance.h"

/// Where the buttons of a problem page lead, from what the catalogue advises and what the journey takes at
/// the stage where the problem lies. No words: those are the view model's.
namespace smartca::ui {

/// Where the second button leads.
enum class SecondWay { None, SkipBiometric, ForgetPin, OtherCode, CloseForNow, Reactivate, TryAgain };

/// What the journey hears; nothing of what lies outside of it (settings, the telephone, closing the app).
[[nodiscard]] std::optional<journey::activation::Event> eventOf(Remedy remedy);
[[nodiscard]] std::optional<journey::activation::Event> eventOf(SecondWay way);

/// The first button: the catalogue's remedy, or the same step again where the journey cannot follow that one.
[[nodiscard]] Remedy remedyFor(const journey::activation::State &state, FailureCode code);
/// The second button: one button at least leads on in the journey; where the first cannot, this one does.
[[nodiscard]] SecondWay secondWayFor(const journey::activation::State &state, FailureCode code);

} // namespace smartca::ui
