// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/digest.h"
#include "sandbox/accounts/person.h"
#include "sandbox/hsm/hsm.h"
#include "sandbox/store/database.h"

namespace smartca::sandbox {

enum class AccountState {
    Waiting,    ///< a code was or will be mailed, none redeemed yet
    Activating, ///< a device has redeemed the code
    Active,
};
[[nodiscard]] std::string_view nameOf(AccountState state);

struct Subscriber {
    std::int64_t id = 0;
    std::string userId; ///< opaque UUID, the "sub" of everything signed
    Person person;
    AccountState state = AccountState::Waiting;
    bool locked = false;
};

/// Subscribers and their states. Rows hold no personal data in clear: the person is sealed by the HSM, the
/// username is found by its keyed hash. The functions that take a soci::session run inside the caller's
/// transaction (Database::transact), so that state of account and activation change together.
class Accounts {
public:
    Accounts(Database &database, Hsm &hsm, const Clock &clock)
        : database_(&database), hsm_(&hsm), clock_(&clock)
    {}
    [[nodiscard]] static Migrations migrations();

    /// Registers a person and runs `alongside` in the same transaction (it orders the mail). Failure CLI-101:
    /// a field is wrong, or the username is taken.
    [[nodiscard]] Result<Subscriber>
    add(const Person &person, const std::function<void(Session &, std::int64_t subscriber)> &alongside = {});
    /// Failure CLI-101 when there is no such subscriber. For staff: never to be told to a client.
    [[nodiscard]] Result<Subscriber> find(std::string_view username) const;
    [[nodiscard]] Result<Subscriber> byId(std::int64_t id) const;
    [[nodiscard]] Result<std::vector<Subscriber>> list() const;

    /// A locked account redeems, enrols and signs nothing; nothing is lost. unlocking gives no tries back
    /// (docs/protocol.md §6).
    static void setLocked(Session &session, std::int64_t id, bool locked);
    [[nodiscard]] static bool isLocked(Session &session, std::int64_t id);
    static void setState(Session &session, std::int64_t id, AccountState state);
    [[nodiscard]] static AccountState stateOf(Session &session, std::int64_t id);

    /// The keyed hash a username is found by, made of what was typed, whether there is such an account or
    /// not.
    [[nodiscard]] Result<crypto::Sha256> usernameKey(std::string_view typed) const;

private:
    [[nodiscard]] Result<Subscriber> opened(Subscriber subscriber, BytesView sealed) const;

    Database *database_;
    Hsm *hsm_;
    const Clock *clock_;
};

} // namespace smartca::sandbox
