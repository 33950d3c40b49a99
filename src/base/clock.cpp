// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace smartca {

UtcTime SystemClock::now() const
{
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
}

Milliseconds SystemClock::elapsed() const
{
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return Milliseconds{time.tv_sec * 1000 + time.tv_nsec / 1000000};
}

std::int64_t toUnixSeconds(UtcTime time)
{
    return std::chrono::floor<Seconds>(time).time_since_epoch().count();
}

UtcTime fromUnixSeconds(std::int64_t seconds)
{
    return UtcTime{Seconds{seconds}};
}

std::string toRfc3339(UtcTime time)
{
    const auto seconds = static_cast<std::time_t>(toUnixSeconds(time));
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    const auto length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), length};
}

} // namespace smartca
