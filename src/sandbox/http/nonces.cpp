// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/nonces.h"

#include "base/encoding.h"
#include "crypto/digest.h"

namespace smartca::sandbox::http {

namespace {
constexpr std::int64_t periodSeconds = 300;
} // namespace

Nonces::Nonces(const Clock &clock, Mac mac) : clock_(clock), mac_(std::move(mac)) {}

std::string Nonces::of(std::int64_t period)
{
    const std::lock_guard lock(mutex_);
    if (const auto found = made_.find(period); found != made_.end())
        return found->second;
    const auto mac = mac_(asBytes(std::to_string(period)));
    if (!mac)
        return {};
    if (made_.size() > 2)
        made_.erase(made_.begin());
    return made_[period] = base64UrlEncode(*mac);
}

std::string Nonces::current()
{
    return of(toUnixSeconds(clock_.now()) / periodSeconds);
}

bool Nonces::accepts(std::string_view nonce)
{
    const auto period = toUnixSeconds(clock_.now()) / periodSeconds;
    const auto is = [&](const std::string &ours) {
        return !ours.empty() && crypto::equalConstantTime(asBytes(ours), asBytes(nonce));
    };
    return is(of(period)) || is(of(period - 1));
}

} // namespace smartca::sandbox::http
