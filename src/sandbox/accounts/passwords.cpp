// SPDX-License-Identifier: Apache-2.0
#include "sandbox/accounts/passwords.h"

#include "crypto/random.h"
#include "sandbox/accounts/refusals.h"

#include <argon2.h>

#include <algorithm>
#include <ctime>

namespace smartca::sandbox {

namespace {

constexpr std::size_t saltBytes = 16;
constexpr std::size_t hashBytes = 32;
constexpr Seconds busyFor{3};

/// docs/protocol.md §6.
Outcome checkPassword(const SecretBytes &password, const protocol::PasswordPolicy &policy)
{
    const auto text = password.text();
    const auto any = [&](auto &&is) { return std::ranges::any_of(text, is); };
    if (text.size() < static_cast<std::size_t>(policy.minLength) ||
        text.size() > static_cast<std::size_t>(policy.maxLength))
        return tl::unexpected(passwordRefused("length"));
    if (any([](char c) { return c <= ' ' || c > '~'; }))
        return tl::unexpected(passwordRefused("ascii"));
    const auto isUpper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto isLower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (!any(isUpper))
        return tl::unexpected(passwordRefused("upperCase"));
    if (!any(isLower))
        return tl::unexpected(passwordRefused("lowerCase"));
    if (!any(isDigit))
        return tl::unexpected(passwordRefused("digit"));
    if (!any([&](char c) { return !isUpper(c) && !isLower(c) && !isDigit(c); }))
        return tl::unexpected(passwordRefused("special"));
    return {};
}

std::chrono::nanoseconds threadTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return Seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

} // namespace

/// A place among those who wait or work, from admission to the end.
class Passwords::Turn {
public:
    [[nodiscard]] static Result<std::unique_ptr<Turn>> take(Passwords &passwords, std::string_view deviceId)
    {
        std::unique_lock lock(passwords.mutex_);
        const auto &limits = passwords.limits_;
        const auto waiting = passwords.devices_.size() - passwords.working_;
        const bool full = passwords.working_ >= limits.atOnce && waiting >= limits.waiting;
        if (full || passwords.devices_.contains(deviceId))
            return tl::unexpected(serviceBusy(busyFor));
        passwords.devices_.emplace(deviceId);
        if (passwords.working_ < limits.atOnce) {
            ++passwords.working_;
        } else {
            Signal turn;
            passwords.queue_.push_back(&turn);
            lock.unlock();
            turn.wait(); // whoever goes hands its place on
        }
        return std::unique_ptr<Turn>(new Turn(passwords, deviceId));
    }
    ~Turn()
    {
        const std::lock_guard lock(passwords_.mutex_);
        passwords_.devices_.erase(deviceId_);
        if (passwords_.queue_.empty()) {
            --passwords_.working_;
            return;
        }
        passwords_.queue_.front()->tell();
        passwords_.queue_.pop_front();
    }
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;

private:
    Turn(Passwords &passwords, std::string_view deviceId) : passwords_(passwords), deviceId_(deviceId) {}
    Passwords &passwords_;
    std::string deviceId_;
};

Migrations Passwords::migrations()
{
    return {"passwords", {R"(
CREATE TABLE password (
    subscriber_id INTEGER PRIMARY KEY REFERENCES subscriber (id),
    salt BLOB NOT NULL,
    keyed BLOB NOT NULL,
    set_at INTEGER NOT NULL
);
)"}};
}

Result<crypto::Sha256> Passwords::keyedHash(const SecretBytes &password, BytesView salt,
                                            std::string_view deviceId)
{
    SMARTCA_TRY(const auto turn, Turn::take(*this, deviceId));
    SecretBytes hash(hashBytes);
    const auto before = threadTime();
    const int outcome =
        argon2id_hash_raw(argon2Passes, argon2MemoryKib, argon2Lanes, password.view().data(), password.size(),
                          salt.data(), salt.size(), hash.data(), hash.size());
    {
        const std::lock_guard lock(mutex_);
        hashing_ += threadTime() - before;
    }
    if (outcome == ARGON2_MEMORY_ALLOCATION_ERROR)
        return tl::unexpected(serviceBusy(busyFor));
    if (outcome != ARGON2_OK)
        return tl::unexpected(serviceFault(argon2_error_message(outcome)));
    return hsm_->mac(MacPurpose::Password, {salt, hash.view()});
}

Result<StoredPassword> Passwords::make(const SecretBytes &password, const protocol::PasswordPolicy &policy,
                                       std::string_view deviceId)
{
    SMARTCA_CHECK(checkPassword(password, policy));
    StoredPassword stored;
    stored.salt = crypto::randomBytes(saltBytes);
    SMARTCA_TRY(stored.keyed, keyedHash(password, stored.salt, deviceId));
    return stored;
}

void Passwords::store(Session &session, std::int64_t subscriber, const StoredPassword &password, UtcTime now)
{
    Blob salt(session, password.salt);
    Blob keyed(session, password.keyed);
    const auto at = toUnixSeconds(now);
    session << "INSERT INTO password (subscriber_id, salt, keyed, set_at) VALUES (:subscriber, :salt, "
               ":keyed, :at) "
               "ON CONFLICT (subscriber_id) DO UPDATE SET salt = excluded.salt, keyed = excluded.keyed, "
               "set_at = excluded.set_at",
        soci::use(subscriber), soci::use(salt.value), soci::use(keyed.value), soci::use(at);
}

Milliseconds Passwords::hashingTime() const
{
    const std::lock_guard lock(mutex_);
    return std::chrono::duration_cast<Milliseconds>(hashing_);
}

} // namespace smartca::sandbox
