// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "journey/activation/state.h"

#include <map>

namespace smartca::client {

/// How long a PIN may lie in the vault (docs/security.md "Secrets in the app"): counted from its first digit,
/// whatever becomes of the others, by the device's clock that never jumps.
class PinLimit {
public:
    using Slot = journey::activation::SecretSlot;

    PinLimit(const Clock &clock, Milliseconds kept) : clock_(clock), kept_(kept) {}

    /// A slot was empty and is not any more. Slots that hold no PIN are none of its business.
    void began(Slot slot);
    /// The slots whose time is over now; each is told once.
    [[nodiscard]] std::vector<Slot> over();
    /// Nothing runs: nobody needs to look.
    [[nodiscard]] bool idle() const { return ends_.empty(); }

private:
    const Clock &clock_;
    Milliseconds kept_;
    std::map<Slot, Milliseconds> ends_;
};

/// This page is where the PIN is typed: elsewhere it has been used, or is kept for what it was chosen for.
[[nodiscard]] bool isTypedAt(const journey::activation::Stage &stage, PinLimit::Slot slot);

} // namespace smartca::client
