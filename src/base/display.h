// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/text.h"

/// How times and numbers are read by people.
namespace smartca {

/// Indochina Time, all year round: the clock on the wall of whoever reads our papers and mails.
inline constexpr Seconds vietnamOffset{7 * 3600};

/// What calendar and clock say.
struct CivilTime {
    int year = 0;
    unsigned month = 0; ///< 1 to 12
    unsigned day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
};
/// `utcOffset`: of the place that is asked; a fraction of a second is dropped.
[[nodiscard]] CivilTime civilTime(UtcTime time, Seconds utcOffset = vietnamOffset);

/// "5 minutes", "3 hours", "1 minute 30 seconds".
[[nodiscard]] std::string durationText(Seconds duration, Language language);

/// "5401 0B7E 2C9A": a serial, a fingerprint, a telephone number of eight digits.
[[nodiscard]] std::string inGroupsOfFour(std::string_view text);

} // namespace smartca
