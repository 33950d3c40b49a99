// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/crowd.h"

#include "sandbox/http/rate_limit.h"

#include <utility>

namespace smartca::sandbox::http {
namespace {

constexpr Milliseconds tellEvery = std::chrono::minutes{1};

} // namespace

bool Crowd::enter(const std::string &address)
{
    const auto network = networkOf(address);
    std::uint64_t count = 0;
    {
        const std::lock_guard lock(mutex_);
        if (hasPlace(network)) {
            ++all_;
            ++open_[network];
            return true;
        }
        ++turnedAway_;
        count = toTell(false);
    }
    if (count > 0 && tell_)
        tell_(count);
    return false;
}

void Crowd::leave(const std::string &address)
{
    const std::lock_guard lock(mutex_);
    const auto found = open_.find(networkOf(address));
    if (found == open_.end())
        return;
    --all_;
    if (--found->second == 0)
        open_.erase(found);
}

void Crowd::tellRest()
{
    std::uint64_t count = 0;
    {
        const std::lock_guard lock(mutex_);
        count = toTell(true);
    }
    if (count > 0 && tell_)
        tell_(count);
}

bool Crowd::hasPlace(const std::string &network) const
{
    const auto found = open_.find(network);
    return all_ < limits_.all && (found == open_.end() || found->second < limits_.perAddress);
}

std::uint64_t Crowd::toTell(bool now)
{
    const auto time = clock_.elapsed();
    if (!now && toldAt_ && time - *toldAt_ < tellEvery)
        return 0;
    toldAt_ = time;
    return std::exchange(turnedAway_, 0);
}

} // namespace smartca::sandbox::http
