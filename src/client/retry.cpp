// SPDX-License-Identifier: Apache-2.0
#include "client/retry.h"

#include <algorithm>
#include <cmath>

namespace smartca::client {

std::optional<Milliseconds> delayBefore(int next, const RetryPolicy &policy,
                                        std::optional<Seconds> retryAfter, double random)
{
    if (next > policy.attempts || (retryAfter && *retryAfter > policy.longest))
        return std::nullopt;
    const double grown = static_cast<double>(policy.first.count()) * std::exp2(next - 2);
    const double ceiling = std::min(grown, static_cast<double>(policy.longest.count()));
    const Milliseconds jittered(static_cast<std::int64_t>(ceiling * random));
    return std::max(jittered, Milliseconds(retryAfter.value_or(Seconds::zero())));
}

} // namespace smartca::client
