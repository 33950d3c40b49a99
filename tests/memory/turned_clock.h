// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"

#include <atomic>
#include <memory>

namespace smartca::test {

/// The real time, and what the test adds to it: no test waits for a minute.
class TurnedClock final : public Clock {
public:
    using Hand = std::shared_ptr<std::atomic<std::int64_t>>; ///< milliseconds ahead

    explicit TurnedClock(Hand hand) : hand_(std::move(hand)) {}
    [[nodiscard]] static Hand makeHand() { return std::make_shared<std::atomic<std::int64_t>>(0); }
    [[nodiscard]] UtcTime now() const override { return system_.now() + Milliseconds(*hand_); }
    [[nodiscard]] Milliseconds elapsed() const override { return system_.elapsed() + Milliseconds(*hand_); }

private:
    SystemClock system_;
    Hand hand_;
};

} // namespace smartca::test
