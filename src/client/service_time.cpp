// SPDX-License-Identifier: Apache-2.0
#include "client/service_time.h"

namespace smartca::client {

UtcTime ServiceTime::now() const
{
    const std::lock_guard lock(mutex_);
    return heard_ ? *heard_ + (clock_.elapsed() - heardAt_) : clock_.now();
}

void ServiceTime::heard(UtcTime serviceTime)
{
    const std::lock_guard lock(mutex_);
    heard_ = serviceTime;
    heardAt_ = clock_.elapsed();
}

std::optional<Milliseconds> ServiceTime::deviceAheadBy() const
{
    const std::lock_guard lock(mutex_);
    if (!heard_)
        return std::nullopt;
    return clock_.now() - (*heard_ + (clock_.elapsed() - heardAt_));
}

} // namespace smartca::client
