// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <map>
#include <mutex>

namespace smartca::sandbox::http {

/// What a limit by address counts under: an IPv4 address as it is (mapped into IPv6 or not), of IPv6 the
/// network (/64) one customer has whole.
[[nodiscard]] std::string networkOf(const std::string &address);

/// How often somebody may ask: `burst` at once, then one every `every`. Keys (addresses, devices) are kept in
/// memory alone and at most `remembered` of them; when there are more, those that could ask again at once are
/// forgotten first, then the oldest.
class RateLimit {
public:
    struct Rule {
        int burst = 30;
        Milliseconds every{1000};
        std::size_t remembered = 4096;
    };
    RateLimit(const Clock &clock, Rule rule) : clock_(clock), rule_(rule) {}

    /// Failure SVC-106 with how long to wait.
    [[nodiscard]] Outcome take(const std::string &key);

private:
    void forget(Milliseconds now);

    const Clock &clock_;
    Rule rule_;
    std::mutex mutex_;
    /// When the key's bucket will be full again (generic cell rate algorithm).
    std::map<std::string, Milliseconds> fullAt_;
};

} // namespace smartca::sandbox::http
