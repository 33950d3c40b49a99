// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/messages.h"
#include "sandbox/accounts/accounts.h"
#include "sandbox/crew/signal.h"

#include <deque>
#include <mutex>
#include <set>

namespace smartca::sandbox {

/// The OWASP setting for Argon2id with one pass (Password Storage Cheat Sheet): m = 46 MiB, t = 1, p = 1.
constexpr std::uint32_t argon2MemoryKib = 47104;
constexpr std::uint32_t argon2Passes = 1;
constexpr std::uint32_t argon2Lanes = 1;

/// A password at rest: HMAC under an HSM key over the Argon2id output. The database alone tests no password.
struct StoredPassword {
    Bytes salt;
    crypto::Sha256 keyed{};
};

/// Hashes passwords, two at a time; at most 32 wait, one of each device. Who finds the queue full is refused
/// (SVC-102 with Retry-After) before any memory is taken.
class Passwords {
public:
    struct Limits {
        std::size_t atOnce = 2;
        std::size_t waiting = 32;
    };
    Passwords(Hsm &hsm, Limits limits) : hsm_(&hsm), limits_(limits) {}
    explicit Passwords(Hsm &hsm) : Passwords(hsm, Limits{}) {}
    [[nodiscard]] static Migrations migrations();

    /// PWD-104 (subject: the rule broken; docs/protocol.md §6) before anything is hashed. Blocks while it
    /// waits and works.
    [[nodiscard]] Result<StoredPassword>
    make(const SecretBytes &password, const protocol::PasswordPolicy &policy, std::string_view deviceId);

    /// Inside the caller's transaction.
    static void store(Session &session, std::int64_t subscriber, const StoredPassword &password, UtcTime now);

    /// CPU time spent in Argon2id so far, for the bench.
    [[nodiscard]] Milliseconds hashingTime() const;

private:
    class Turn;
    [[nodiscard]] Result<crypto::Sha256> keyedHash(const SecretBytes &password, BytesView salt,
                                                   std::string_view deviceId);

    Hsm *hsm_;
    Limits limits_;
    mutable std::mutex mutex_;
    std::deque<Signal *> queue_;                 ///< who waits, in the order in which they came
    std::set<std::string, std::less<>> devices_; ///< waiting or being served
    std::size_t working_ = 0;
    std::chrono::nanoseconds hashing_{};
};

} // namespace smartca::sandbox
