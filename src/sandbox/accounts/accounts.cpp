// SPDX-License-Identifier: Apache-2.0
#include "sandbox/accounts/accounts.h"

#include "crypto/random.h"
#include "protocol/activation_input.h"
#include "sandbox/accounts/refusals.h"

namespace smartca::sandbox {

namespace {

std::string sealContext(std::string_view userId)
{
    return "person|" + std::string(userId);
}

AccountState stateFromName(std::string_view name)
{
    for (const auto state : {AccountState::Activating, AccountState::Active})
        if (nameOf(state) == name)
            return state;
    return AccountState::Waiting;
}

/// What a row says, the person still sealed.
struct Row {
    Subscriber subscriber;
    Bytes sealed;
};

constexpr std::string_view columns = "SELECT id, user_id, state, locked, person FROM subscriber ";

template<class Condition>
std::optional<Row> readRow(Session &session, const std::string &where, Condition &&use)
{
    Row row;
    std::string state;
    int locked = 0;
    Blob person(session);
    session << std::string(columns) + where, use, soci::into(row.subscriber.id),
        soci::into(row.subscriber.userId), soci::into(state), soci::into(locked),
        soci::into(person.value, person.indicator);
    if (!session.got_data())
        return std::nullopt;
    row.subscriber.state = stateFromName(state);
    row.subscriber.locked = locked != 0;
    row.sealed = person.bytes();
    return row;
}

} // namespace

std::string_view nameOf(AccountState state)
{
    switch (state) {
    case AccountState::Waiting:
        return "waiting";
    case AccountState::Activating:
        return "activating";
    case AccountState::Active:
        break;
    }
    return "active";
}

Migrations Accounts::migrations()
{
    return {"accounts",
            {R"(
CREATE TABLE subscriber (
    id INTEGER PRIMARY KEY,
    user_id TEXT NOT NULL UNIQUE,
    username_key BLOB NOT NULL UNIQUE,
    person BLOB NOT NULL,
    state TEXT NOT NULL,
    locked INTEGER NOT NULL DEFAULT 0,
    added_at INTEGER NOT NULL
);
CREATE TABLE activation_code (
    id INTEGER PRIMARY KEY,
    subscriber_id INTEGER NOT NULL REFERENCES subscriber (id),
    code_key BLOB NOT NULL,
    token_key BLOB NOT NULL,
    issued_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    device_id TEXT,
    redeemed_at INTEGER,
    retired_at INTEGER
);
CREATE INDEX activation_code_of ON activation_code (subscriber_id);
CREATE TABLE code_tries (
    username_key BLOB PRIMARY KEY,
    wrong INTEGER NOT NULL,
    known INTEGER NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX code_tries_of_strangers ON code_tries (known, at);
)",
             R"(
DROP INDEX code_tries_of_strangers;
ALTER TABLE code_tries DROP COLUMN known;
CREATE INDEX code_tries_by_age ON code_tries (at);
)"}};
}

Result<crypto::Sha256> Accounts::usernameKey(std::string_view typed) const
{
    const auto normalised = protocol::normalisedUsername(typed);
    // What cannot be a username is counted all the same.
    return hsm_->mac(MacPurpose::TypedUsername, {normalised.empty() ? asBytes(typed) : normalised.view()});
}

Result<Subscriber> Accounts::add(const Person &given,
                                 const std::function<void(Session &, std::int64_t)> &alongside)
{
    auto person = given;
    if (person.idNumber.empty())
        person.idNumber = person.username;
    SMARTCA_CHECK(checkPerson(person, clock_->now()));
    SMARTCA_TRY(const auto key, usernameKey(person.username));
    const auto userId = crypto::randomUuid();
    SMARTCA_TRY(const auto sealed,
                hsm_->seal(SealPurpose::PersonData, asBytes(sealContext(userId)), toSecret(person).view()));
    const auto now = toUnixSeconds(clock_->now());
    return database_->transact([&](Session &session) -> Result<Subscriber> {
        Blob username(session, key);
        int taken = 0;
        session << "SELECT COUNT(*) FROM subscriber WHERE username_key = :key", soci::use(username.value),
            soci::into(taken);
        if (taken != 0)
            return tl::unexpected(inputInvalid("username", "is registered already"));
        Blob secret(session, sealed);
        const std::string state(nameOf(AccountState::Waiting));
        session << "INSERT INTO subscriber (user_id, username_key, person, state, added_at) VALUES (:id, "
                   ":key, :person, :state, :at)",
            soci::use(userId), soci::use(username.value), soci::use(secret.value), soci::use(state),
            soci::use(now);
        Subscriber subscriber{.userId = userId, .person = person};
        session << "SELECT id FROM subscriber WHERE user_id = :id", soci::use(userId),
            soci::into(subscriber.id);
        if (alongside)
            alongside(session, subscriber.id);
        return subscriber;
    });
}

Result<Subscriber> Accounts::opened(Subscriber subscriber, BytesView sealed) const
{
    SMARTCA_TRY(const auto secret,
                hsm_->open(SealPurpose::PersonData, asBytes(sealContext(subscriber.userId)), sealed));
    SMARTCA_TRY(subscriber.person, personFrom(secret));
    return subscriber;
}

Result<Subscriber> Accounts::find(std::string_view username) const
{
    SMARTCA_TRY(const auto key, usernameKey(username));
    SMARTCA_TRY(auto row, database_->read([&](Session &session) -> Result<std::optional<Row>> {
        Blob typed(session, key);
        return readRow(session, "WHERE username_key = :key", soci::use(typed.value));
    }));
    if (!row)
        return tl::unexpected(inputInvalid("username", "no such subscriber"));
    return opened(std::move(row->subscriber), row->sealed);
}

Result<Subscriber> Accounts::byId(std::int64_t id) const
{
    SMARTCA_TRY(auto row, database_->read([&](Session &session) -> Result<std::optional<Row>> {
        return readRow(session, "WHERE id = :id", soci::use(id));
    }));
    if (!row)
        return tl::unexpected(inputInvalid("subscriber", "no such subscriber"));
    return opened(std::move(row->subscriber), row->sealed);
}

Result<std::vector<Subscriber>> Accounts::list() const
{
    SMARTCA_TRY(const auto ids, database_->read([](Session &session) -> Result<std::vector<std::int64_t>> {
        std::vector<std::int64_t> all;
        soci::rowset<long long> rows = (session.prepare << "SELECT id FROM subscriber ORDER BY id");
        for (const auto id : rows)
            all.push_back(id);
        return all;
    }));
    std::vector<Subscriber> all;
    for (const auto id : ids) {
        SMARTCA_TRY(auto subscriber, byId(id));
        all.push_back(std::move(subscriber));
    }
    return all;
}

void Accounts::setLocked(Session &session, std::int64_t id, bool locked)
{
    const int value = locked ? 1 : 0;
    session << "UPDATE subscriber SET locked = :locked WHERE id = :id", soci::use(value), soci::use(id);
}

bool Accounts::isLocked(Session &session, std::int64_t id)
{
    int locked = 0;
    session.run("SELECT locked FROM subscriber WHERE id = :id", soci::use(id), soci::into(locked));
    return locked != 0;
}

void Accounts::setState(Session &session, std::int64_t id, AccountState state)
{
    const std::string name(nameOf(state));
    session << "UPDATE subscriber SET state = :state WHERE id = :id", soci::use(name), soci::use(id);
}

AccountState Accounts::stateOf(Session &session, std::int64_t id)
{
    std::string name;
    session << "SELECT state FROM subscriber WHERE id = :id", soci::use(id), soci::into(name);
    return stateFromName(name);
}

} // namespace smartca::sandbox
