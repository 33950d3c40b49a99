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

std::string toInternetDate(UtcTime time, std::string_view utc)
{
    // Not by strftime: names of days must not follow the locale.
    constexpr std::array<const char *, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char *, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto seconds = static_cast<std::time_t>(toUnixSeconds(time));
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 64> text{};
    const int length = std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d ",
                                     days.at(static_cast<std::size_t>(parts.tm_wday)), parts.tm_mday,
                                     months.at(static_cast<std::size_t>(parts.tm_mon)), parts.tm_year + 1900,
                                     parts.tm_hour, parts.tm_min, parts.tm_sec);
    return std::string(text.data(), static_cast<std::size_t>(length)).append(utc);
}

} // namespace smartca
