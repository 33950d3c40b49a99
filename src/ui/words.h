// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"
#include "base/clock.h"

#include <QString>

namespace smartca::ui {

/// Times and numbers as people here write them. Vietnamese time (UTC+7), whatever the machine's zone: the
/// service and its subscribers live in it.
[[nodiscard]] QString dayText(UtcTime time); ///< 22/11/2026
/// The same of a day that has no zone.
[[nodiscard]] QString dayText(std::chrono::year_month_day day);
[[nodiscard]] QString timeOfDayText(UtcTime time);  ///< 09:46
[[nodiscard]] QString dayAndTimeText(UtcTime time); ///< 22/11/2026 09:46
/// 04:32; hours when there are some: 2:59:59.
[[nodiscard]] QString countdownText(Seconds left);
/// “ABCDEF01” → “ABCD EF01”.
[[nodiscard]] QString inGroupsOfFour(const QString &text);
/// “18001260” → “1800 1260”.
[[nodiscard]] QString hotlineText(std::string_view digits);
[[nodiscard]] QString toQString(std::string_view utf8);

} // namespace smartca::ui
