// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace smartca {

/// UTC with a resolution of one millisecond.
using UtcTime = std::chrono::sys_time<std::chrono::milliseconds>;
using Seconds = std::chrono::seconds;
using Milliseconds = std::chrono::milliseconds;

/// Time as something passed in, so that no test waits for it.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual UtcTime now() const = 0;
    /// Never jumps, runs on while the machine sleeps (CLOCK_BOOTTIME).
    [[nodiscard]] virtual Milliseconds elapsed() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] UtcTime now() const override;
    [[nodiscard]] Milliseconds elapsed() const override;
};

/// A clock that a test turns by hand.
class ManualClock final : public Clock {
public:
    explicit ManualClock(UtcTime start) : now_(start) {}
    [[nodiscard]] UtcTime now() const override { return now_; }
    [[nodiscard]] Milliseconds elapsed() const override { return elapsed_; }
    void advance(Milliseconds by)
    {
        now_ += by;
        elapsed_ += by;
    }
    /// Sets the wall clock alone, as a user or an attacker would.
    void setWall(UtcTime now) { now_ = now; }

private:
    UtcTime now_;
    Milliseconds elapsed_{1000};
};

[[nodiscard]] std::int64_t toUnixSeconds(UtcTime time);
[[nodiscard]] UtcTime fromUnixSeconds(std::int64_t seconds);
/// RFC 3339 in UTC with seconds: 2026-11-22T02:46:00Z.
[[nodiscard]] std::string toRfc3339(UtcTime time);
/// "Sun, 22 Nov 2026 08:00:00 GMT" of HTTP (RFC 9110 §5.6.7); mail (RFC 5322 §3.3) writes UTC as "+0000".
[[nodiscard]] std::string toInternetDate(UtcTime time, std::string_view utc = "GMT");

} // namespace smartca
