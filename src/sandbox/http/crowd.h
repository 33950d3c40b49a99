// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace smartca::sandbox::http {

/// Who has how many connections open, so that neither all together nor one address alone takes every place.
/// What is turned away is counted, and told at most once a minute.
class Crowd {
public:
    struct Limits {
        std::size_t all = 256;
        std::size_t perAddress = 32; ///< of IPv6: of the network one customer has (networkOf())
    };
    /// `tell` gets how many were turned away since it was called last; from any thread.
    Crowd(const Clock &clock, Limits limits, std::function<void(std::uint64_t)> tell)
        : clock_(clock), limits_(limits), tell_(std::move(tell))
    {}

    /// False, and counted, when there is no place. Everyone let in is to leave() once.
    [[nodiscard]] bool enter(const std::string &address);
    void leave(const std::string &address);
    /// What has not been told yet, now.
    void tellRest();

private:
    [[nodiscard]] bool hasPlace(const std::string &network) const;
    [[nodiscard]] std::uint64_t toTell(bool now);

    const Clock &clock_;
    Limits limits_;
    std::function<void(std::uint64_t)> tell_;
    std::mutex mutex_;
    std::size_t all_ = 0;
    std::map<std::string, std::size_t> open_;
    std::uint64_t turnedAway_ = 0;
    std::optional<Milliseconds> toldAt_;
};

} // namespace smartca::sandbox::http
