// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/key.h"

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <thread>

namespace smartca::sandbox {

/// RSA keys made ahead, so that nobody waits for one. A low-priority thread fills the pool up; each key lies
/// wrapped in a file of its own, so a restart loses none. A key that is taken loses its file first: it is
/// never given out twice, at worst lost.
class KeyPool {
public:
    KeyPool(std::filesystem::path folder, const SecretBytes &wrappingKey, crypto::KeyKind kind,
            std::size_t size);
    ~KeyPool();
    KeyPool(const KeyPool &) = delete;
    KeyPool &operator=(const KeyPool &) = delete;

    [[nodiscard]] crypto::KeyKind kind() const { return kind_; }
    /// PKCS#8 of a key made ahead; nothing when there is none at the moment.
    [[nodiscard]] std::optional<SecretBytes> take();
    /// How many lie ready.
    [[nodiscard]] std::size_t ready() const;

private:
    void load();
    void fill(const std::stop_token &stop);

    std::filesystem::path folder_;
    SecretBytes wrappingKey_;
    crypto::KeyKind kind_;
    std::size_t size_;
    mutable std::mutex mutex_;
    std::condition_variable_any wanted_;
    std::deque<std::filesystem::path> files_;
    std::jthread filler_; ///< last: it uses the members above
};

/// PKCS#8 of a new key; nothing when `stop` came while it was made.
[[nodiscard]] std::optional<SecretBytes> generateInterruptibly(crypto::KeyKind kind,
                                                               const std::stop_token &stop);

} // namespace smartca::sandbox
