// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/pin_counter.h"

namespace smartca::sandbox {
namespace {

constexpr int triesPerRound = 3;
constexpr int triesAltogether = 9;
constexpr Seconds firstLock{5 * 60};
constexpr Seconds secondLock{3 * 3600};

/// How long the lock lasts that begins with this many failures; zero: blocked for good.
Seconds lockAt(int failures)
{
    if (failures >= triesAltogether)
        return Seconds{0};
    return failures <= triesPerRound ? firstLock : secondLock;
}

} // namespace

bool isLocked(const PinCounter &counter, UtcTime now)
{
    return counter.lockedUntil && *counter.lockedUntil > now;
}

bool isBlocked(const PinCounter &counter)
{
    return counter.failures >= triesAltogether;
}

PinCounter afterFailure(const PinCounter &counter, UtcTime now)
{
    PinCounter next{.failures = counter.failures + 1, .lockedUntil = std::nullopt};
    if (isBlocked(next))
        return next;
    if (isLocked(counter, now))
        next.lockedUntil = counter.lockedUntil;
    if (next.failures % triesPerRound == 0)
        next.lockedUntil = now + lockAt(next.failures);
    return next;
}

protocol::PinTries triesOf(const PinCounter &counter, UtcTime now)
{
    if (isBlocked(counter))
        return {.triesLeft = 0, .triesUntilBlocked = 0, .nextLock = Seconds{0}, .retryAfter = std::nullopt};
    const int untilLock = triesPerRound - counter.failures % triesPerRound;
    protocol::PinTries tries{.triesLeft = untilLock,
                             .triesUntilBlocked = triesAltogether - counter.failures,
                             .nextLock = lockAt(counter.failures + untilLock),
                             .retryAfter = std::nullopt};
    if (isLocked(counter, now))
        tries.retryAfter = std::chrono::ceil<Seconds>(*counter.lockedUntil - now);
    return tries;
}

} // namespace smartca::sandbox
