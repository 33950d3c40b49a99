// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/result.h"

#include <functional>
#include <map>
#include <mutex>

namespace smartca::sandbox::http {

/// DPoP nonces (RFC 9449 §8) without memory: a keyed hash of the five minutes they were made in. A nonce is
/// good for the rest of its five minutes and the five after; a restart of the service does not end it,
/// because the key is the HSM's.
class Nonces {
public:
    using Mac = std::function<Result<Bytes>(BytesView)>;
    Nonces(const Clock &clock, Mac mac);

    /// For DPoP-Nonce; empty when the HSM does not answer.
    [[nodiscard]] std::string current();
    [[nodiscard]] bool accepts(std::string_view nonce);

private:
    [[nodiscard]] std::string of(std::int64_t period);

    const Clock &clock_;
    Mac mac_;
    std::mutex mutex_;
    std::map<std::int64_t, std::string> made_;
};

} // namespace smartca::sandbox::http
