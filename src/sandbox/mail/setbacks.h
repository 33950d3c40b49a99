// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"

#include <map>
#include <string>

namespace smartca::sandbox {

/// How long what failed so often is left alone: 5 s after the first time, twice as long after each, at most
/// 15 minutes.
[[nodiscard]] Seconds pauseAfter(int failures);

/// Rows that could not be dealt with: each rests for itself, so that none holds up the others, and is told of
/// when its trouble is a new one. In memory: a new start tries them all.
class Setbacks {
public:
    [[nodiscard]] bool rests(std::int64_t row, UtcTime now) const;
    /// True when this is news about the row.
    [[nodiscard]] bool note(std::int64_t row, const std::string &trouble, UtcTime now);
    void forget(std::int64_t row) { rows_.erase(row); }

private:
    struct Setback {
        int failures = 0;
        UtcTime until;
        std::string trouble;
    };
    std::map<std::int64_t, Setback> rows_;
};

} // namespace smartca::sandbox
