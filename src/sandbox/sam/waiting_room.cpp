// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/waiting_room.h"

namespace smartca::sandbox {

void WaitingRoom::enter(const std::string &activationId, const http::Pending &pending)
{
    std::optional<http::Pending> older;
    {
        const std::lock_guard lock(mutex_);
        if (const auto known = polls_.find(activationId); known != polls_.end()) {
            older = known->second;
            polls_.erase(known);
        }
        polls_.emplace(activationId, pending);
    }
    if (older)
        older->deadline();
}

bool WaitingRoom::empty() const
{
    const std::lock_guard lock(mutex_);
    return polls_.empty();
}

std::map<std::string, http::Pending> WaitingRoom::waiting()
{
    const std::lock_guard lock(mutex_);
    std::erase_if(polls_, [](const auto &entry) { return entry.second.over(); });
    return polls_;
}

} // namespace smartca::sandbox
