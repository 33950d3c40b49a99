// SPDX-License-Identifier: Apache-2.0
#include "base/display.h"

namespace smartca {

CivilTime civilTime(UtcTime time, Seconds utcOffset)
{
    const auto local = time + utcOffset;
    const auto days = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date(days);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<Seconds>(local - days));
    return {.year = static_cast<int>(date.year()),
            .month = static_cast<unsigned>(date.month()),
            .day = static_cast<unsigned>(date.day()),
            .hour = static_cast<int>(clock.hours().count()),
            .minute = static_cast<int>(clock.minutes().count()),
            .second = static_cast<int>(clock.seconds().count())};
}

std::string durationText(Seconds duration, Language language)
{
    const auto seconds = duration.count();
    const auto unit = [&](long long count, std::string_view vi, std::string_view one, std::string_view many) {
        return std::to_string(count) + ' ' +
               std::string(language == Language::Vietnamese ? vi
                           : count == 1                     ? one
                                                            : many);
    };
    if (seconds >= 3600 && seconds % 3600 == 0)
        return unit(seconds / 3600, "giờ", "hour", "hours");
    if (seconds >= 60 && seconds % 60 == 0)
        return unit(seconds / 60, "phút", "minute", "minutes");
    if (seconds > 60)
        return unit(seconds / 60, "phút", "minute", "minutes") + ' ' +
               unit(seconds % 60, "giây", "second", "seconds");
    return unit(seconds, "giây", "second", "seconds");
}

std::string inGroupsOfFour(std::string_view text)
{
    std::string grouped;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            grouped += ' ';
        grouped += text[i];
    }
    return grouped;
}

} // namespace smartca
