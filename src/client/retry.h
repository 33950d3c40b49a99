// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"

#include <optional>

namespace smartca::client {

/// Exponential back-off with full jitter: only transport failures and "busy" are ever repeated.
struct RetryPolicy {
    int attempts = 5; ///< in all
    Milliseconds first{500};
    Milliseconds longest{30'000};
};

/// How long to wait before attempt `next` (2, 3, …): random within [0, min(longest, first · 2^(next−2))], but
/// at least what the service asked for. `random` is in [0, 1). Nothing when it is not to be tried again,
/// also when the service asks for more than `longest`.
[[nodiscard]] std::optional<Milliseconds> delayBefore(int next, const RetryPolicy &policy,
                                                      std::optional<Seconds> retryAfter, double random);

} // namespace smartca::client
