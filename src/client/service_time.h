// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"

#include <mutex>
#include <optional>

namespace smartca::client {

/// The service is the clock: its last answer's time plus what passed since on a clock that never jumps.
/// Before the first answer, the device's own. Safe from any thread.
class ServiceTime {
public:
    explicit ServiceTime(const Clock &clock) : clock_(clock) {}

    [[nodiscard]] UtcTime now() const;
    void heard(UtcTime serviceTime);
    /// How far the device's clock is ahead of the service's; nothing before the first answer.
    [[nodiscard]] std::optional<Milliseconds> deviceAheadBy() const;

private:
    const Clock &clock_;
    mutable std::mutex mutex_;
    std::optional<UtcTime> heard_;
    Milliseconds heardAt_{};
};

} // namespace smartca::client
