// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/messages.h"

namespace smartca::sandbox {

/// Wrong PINs of one device in a row: 3 → 5 minutes, 6 → 3 hours, 9 → blocked (docs/protocol.md §6). Only a
/// right PIN resets.
struct PinCounter {
    int failures = 0;
    std::optional<UtcTime> lockedUntil;
};

[[nodiscard]] bool isLocked(const PinCounter &counter, UtcTime now);
[[nodiscard]] bool isBlocked(const PinCounter &counter);
/// One more wrong PIN. Never shortens a lock.
[[nodiscard]] PinCounter afterFailure(const PinCounter &counter, UtcTime now);
[[nodiscard]] protocol::PinTries triesOf(const PinCounter &counter, UtcTime now);

} // namespace smartca::sandbox
