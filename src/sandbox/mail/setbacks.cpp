// SPDX-License-Identifier: Apache-2.0
#include "sandbox/mail/setbacks.h"

#include <algorithm>

namespace smartca::sandbox {

namespace {

constexpr Seconds firstPause{5};
constexpr Seconds longestPause{15 * 60};
constexpr int mostDoublings = 10;

} // namespace

Seconds pauseAfter(int failures)
{
    return std::min(firstPause * (1 << std::clamp(failures - 1, 0, mostDoublings)), longestPause);
}

bool Setbacks::rests(std::int64_t row, UtcTime now) const
{
    const auto known = rows_.find(row);
    return known != rows_.end() && now < known->second.until;
}

bool Setbacks::note(std::int64_t row, const std::string &trouble, UtcTime now)
{
    auto &setback = rows_[row];
    setback.until = now + pauseAfter(++setback.failures);
    const bool news = setback.trouble != trouble;
    setback.trouble = trouble;
    return news;
}

} // namespace smartca::sandbox
