// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json.h"
#include "journey/activation/effect.h"
#include "journey/activation/event.h"

namespace smartca::journey::activation {

struct Transition {
    State next;
    std::vector<Effect> effects;
};

/// What happens next. Total: an event that does not belong to the state changes nothing and asks for nothing
/// (late outcomes, double taps).
[[nodiscard]] Transition advance(const State &state, const Event &event) noexcept;

/// Whether the event changes anything, or asks for anything.
[[nodiscard]] bool takes(const State &state, const Event &event);

/// The ways on that a state offers; never empty (the property test holds us to it).
[[nodiscard]] std::vector<Event> waysOn(const State &state);

/// The service has ended this activation, and only a new code helps: data found wrong, certificate refused,
/// PIN blocked, time over.
[[nodiscard]] bool isOverForGood(const State &state);

/// JRN-103: the journal is of another service, account or device; also for the shell that opens it.
[[nodiscard]] Failure journalForeign(std::string detail);

// State and events as JSON, for the journal and the trace: versioned, strict when read.
[[nodiscard]] Json toJson(const State &state);
[[nodiscard]] Result<State> stateFromJson(const Json &json);
[[nodiscard]] Json toJson(const Event &event);
[[nodiscard]] Result<Event> eventFromJson(const Json &json);

} // namespace smartca::journey::activation
