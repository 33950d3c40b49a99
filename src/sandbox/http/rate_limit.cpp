// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/rate_limit.h"

#include "base/encoding.h"
#include "sandbox/http/refusals.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace smartca::sandbox::http {

std::string networkOf(const std::string &address)
{
    in6_addr octets{};
    // A scope ("%eth0") is this machine's own business.
    if (inet_pton(AF_INET6, address.substr(0, address.find('%')).c_str(), &octets) != 1)
        return address;
    if (IN6_IS_ADDR_V4MAPPED(&octets) != 0) { // IPv4 at a socket for both
        constexpr std::size_t ipv4At = 12;
        std::array<char, INET_ADDRSTRLEN> text{};
        return inet_ntop(AF_INET, octets.s6_addr + ipv4At, text.data(), text.size());
    }
    constexpr std::size_t networkOctets = 8;
    return hexEncode(BytesView(octets.s6_addr, networkOctets));
}

Outcome RateLimit::take(const std::string &key)
{
    const std::lock_guard lock(mutex_);
    const auto now = clock_.elapsed();
    if (fullAt_.size() >= rule_.remembered && !fullAt_.contains(key))
        forget(now);
    auto &fullAt = fullAt_[key];
    const auto next = std::max(fullAt, now) + rule_.every;
    const auto wait = next - now - rule_.every * rule_.burst;
    if (wait > Milliseconds{0})
        return tl::unexpected(tooManyRequests(std::chrono::ceil<Seconds>(wait)));
    fullAt = next;
    return {};
}

void RateLimit::forget(Milliseconds now)
{
    std::erase_if(fullAt_, [&](const auto &entry) { return entry.second <= now; });
    if (fullAt_.size() >= rule_.remembered)
        fullAt_.erase(std::ranges::min_element(fullAt_, {}, [](const auto &entry) { return entry.second; }));
}

} // namespace smartca::sandbox::http
