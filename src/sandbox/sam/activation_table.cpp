// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/activation_table.h"

#include "sandbox/sam/refusals.h"
#include "sandbox/sam/sam.h"
#include "sandbox/store/row_reader.h"

#include <array>

namespace smartca::sandbox {
namespace {

using protocol::ActivationState;

struct StateName {
    ActivationState state;
    std::string_view name;
};
constexpr std::array stateNames{
    StateName{ActivationState::Redeemed, "redeemed"}, StateName{ActivationState::Enrolled, "enrolled"},
    StateName{ActivationState::Issued, "issued"},     StateName{ActivationState::Confirmed, "confirmed"},
    StateName{ActivationState::Signed, "signed"},     StateName{ActivationState::Active, "active"},
    StateName{ActivationState::Stopped, "stopped"},   StateName{ActivationState::Blocked, "blocked"},
    StateName{ActivationState::Ended, "ended"},
};

ActivationState stateFromName(std::string_view name)
{
    for (const auto &entry : stateNames) {
        if (entry.name == name)
            return entry.state;
    }
    return ActivationState::Ended; // what we cannot read leads nowhere
}

std::int64_t stored(UtcTime time)
{
    return time.time_since_epoch().count();
}

UtcTime timeFrom(std::int64_t value)
{
    return UtcTime(Milliseconds(value));
}

/// Rows of a select over all columns, one after the other.
class Reader : public RowReader<Reader, ActivationRow> {
public:
    explicit Reader(Session &session) : device_(session) {}

    static std::string select(std::string_view where)
    {
        return "select id, number, subscriber, user_id, code, device_id, state, version, created_at, "
               "ends_at, registration_challenge, device, credential, sequence, pin_failures, "
               "pin_locked_until from activations where " +
               std::string(where);
    }
    auto columns()
    {
        return std::tuple(soci::into(row_.id), soci::into(row_.number), soci::into(row_.subscriber),
                          soci::into(row_.userId), soci::into(row_.code), soci::into(row_.deviceId),
                          soci::into(state_), soci::into(row_.version), soci::into(created_),
                          soci::into(ends_), soci::into(row_.registrationChallenge),
                          soci::into(device_.value, device_.indicator), soci::into(row_.credentialId),
                          soci::into(row_.sequence), soci::into(row_.pin.failures), soci::into(locked_));
    }
    const ActivationRow &read()
    {
        row_.state = stateFromName(state_);
        row_.createdAt = timeFrom(created_);
        row_.endsAt = timeFrom(ends_);
        row_.device = device_.bytes();
        row_.pin.lockedUntil = locked_ == 0 ? std::nullopt : std::optional(timeFrom(locked_));
        return row_;
    }

private:
    ActivationRow row_;
    std::string state_;
    std::int64_t created_ = 0;
    std::int64_t ends_ = 0;
    std::int64_t locked_ = 0;
    Blob device_;
};

} // namespace

std::string_view nameOf(ActivationState state)
{
    for (const auto &entry : stateNames) {
        if (entry.state == state)
            return entry.name;
    }
    return "";
}

bool isOver(ActivationState state)
{
    return state == ActivationState::Stopped || state == ActivationState::Blocked ||
           state == ActivationState::Ended;
}

bool ActivationRow::overdue(UtcTime now) const
{
    return !isOver(state) && state != ActivationState::Active && now >= endsAt;
}

namespace activations {

Migrations migrations()
{
    return {.room = "sam.activations",
            .steps = {R"(
create table activations (
    number integer primary key autoincrement,
    id text not null unique,
    subscriber integer not null,
    user_id text not null,
    code integer not null unique,
    device_id text not null,
    state text not null,
    version integer not null,
    created_at integer not null,
    ends_at integer not null,
    registration_challenge text not null,
    device blob not null,
    credential text not null default '',
    sequence integer not null default 0,
    pin_failures integer not null default 0,
    pin_locked_until integer not null default 0
);
create index activations_subscriber on activations (subscriber);
create table challenges (
    activation text primary key references activations (id),
    hash blob not null,
    transaction_id text not null,
    issued_at integer not null,
    expires_at integer not null
);)",
                      "create index activations_device on activations (device_id);"}};
}

void insert(Session &session, ActivationRow &row)
{
    const std::string state(nameOf(row.state));
    const auto created = stored(row.createdAt);
    const auto ends = stored(row.endsAt);
    Blob device(session, row.device);
    session << "insert into activations (id, subscriber, user_id, code, device_id, state, version, "
               "created_at, ends_at, "
               "registration_challenge, device) values (:id, :sub, :usr, :code, :dev, :st, :ver, :crt, "
               ":ends, :ch, :df)",
        soci::use(row.id), soci::use(row.subscriber), soci::use(row.userId), soci::use(row.code),
        soci::use(row.deviceId), soci::use(state), soci::use(row.version), soci::use(created),
        soci::use(ends), soci::use(row.registrationChallenge), soci::use(device.value);
    session << "select number from activations where id = :id", soci::into(row.number), soci::use(row.id);
}

std::optional<ActivationRow> find(Session &session, std::string_view id)
{
    const std::string text(id);
    return Reader(session).one(session, "id = :id", soci::use(text));
}

std::optional<ActivationRow> findByCode(Session &session, std::int64_t code)
{
    return Reader(session).one(session, "code = :code", soci::use(code));
}

std::optional<ActivationRow> findOpenOf(Session &session, std::string_view deviceId)
{
    const std::string device(deviceId);
    return Reader(session).one(
        session,
        "device_id = :d and state not in ('stopped', 'blocked', 'ended') order by number desc limit 1",
        soci::use(device));
}

bool isDeviceRevoked(Session &session, std::string_view deviceId)
{
    const std::string device(deviceId);
    int found = 0;
    session
        << "select exists (select 1 from activations where device_id = :d and credential <> '' and state in "
           "('stopped', 'blocked', 'ended'))",
        soci::use(device), soci::into(found);
    return found != 0;
}

bool isDeviceRegistered(Session &session, std::string_view deviceId, std::int64_t subscriber)
{
    const std::string device(deviceId);
    int found = 0;
    session << "select exists (select 1 from activations where device_id = :d and subscriber = :s and "
               "credential <> '')",
        soci::use(device), soci::use(subscriber), soci::into(found);
    return found != 0;
}

std::vector<ActivationRow> ofSubscriber(Session &session, std::int64_t subscriber)
{
    return Reader(session).all(session, "subscriber = :s order by number", soci::use(subscriber));
}

std::vector<ActivationRow> overdue(Session &session, UtcTime now)
{
    const auto at = stored(now);
    return Reader(session).all(
        session, "ends_at <= :now and state in ('redeemed', 'enrolled', 'issued', 'confirmed', 'signed')",
        soci::use(at));
}

Outcome advance(Session &session, const ActivationRow &from, ActivationState to)
{
    const std::string before(nameOf(from.state));
    const std::string after(nameOf(to));
    soci::statement update =
        (session.prepare << "update activations set state = :after, registration_challenge = '' where id = "
                            ":id and state = "
                            ":before and version = :version",
         soci::use(after), soci::use(from.id), soci::use(before), soci::use(from.version));
    update.execute(true);
    if (update.get_affected_rows() != 1)
        return tl::unexpected(stateStale());
    return {};
}

void setCredential(Session &session, std::string_view id, std::string_view credentialId)
{
    const std::string activation(id);
    const std::string credential(credentialId);
    session << "update activations set credential = :c where id = :id", soci::use(credential),
        soci::use(activation);
}

Result<ActivationRow> touch(Session &session, const ActivationRow &row,
                            std::string_view registrationChallenge)
{
    const std::string challenge(registrationChallenge);
    session << "update activations set version = version + 1, registration_challenge = case state when "
               "'redeemed' then :ch "
               "else '' end where id = :id",
        soci::use(challenge), soci::use(row.id);
    session << "delete from challenges where activation = :id", soci::use(row.id);
    auto now = find(session, row.id);
    if (!now)
        return tl::unexpected(activationUnknown());
    return std::move(*now);
}

void setChallenge(Session &session, std::string_view id, const ChallengeRow &challenge)
{
    const std::string activation(id);
    const auto issued = stored(challenge.issuedAt);
    const auto expires = stored(challenge.expiresAt);
    Blob hash(session, challenge.hash);
    session.run("insert into challenges (activation, hash, transaction_id, issued_at, expires_at) values "
                "(:id, :h, :tx, :i, :e) on conflict (activation) do update set hash = excluded.hash, "
                "transaction_id = excluded.transaction_id, issued_at = excluded.issued_at, "
                "expires_at = excluded.expires_at",
                soci::use(activation), soci::use(hash.value), soci::use(challenge.transactionId),
                soci::use(issued), soci::use(expires));
}

std::optional<ChallengeRow> takeChallenge(Session &session, std::string_view id)
{
    const std::string activation(id);
    ChallengeRow row;
    Blob hash(session);
    std::int64_t issued = 0;
    std::int64_t expires = 0;
    const auto taken = session.run("delete from challenges where activation = :id returning hash, "
                                   "transaction_id, issued_at, expires_at",
                                   soci::into(hash.value, hash.indicator), soci::into(row.transactionId),
                                   soci::into(issued), soci::into(expires), soci::use(activation));
    if (!taken.row)
        return std::nullopt;
    const Bytes octets = hash.bytes();
    if (octets.size() != row.hash.size())
        return std::nullopt;
    std::copy(octets.begin(), octets.end(), row.hash.begin());
    row.issuedAt = timeFrom(issued);
    row.expiresAt = timeFrom(expires);
    return row;
}

Outcome markSigned(Session &session, std::string_view id)
{
    const std::string activation(id);
    const auto update =
        session.run("update activations set state = 'signed' where id = :id and state = 'confirmed'",
                    soci::use(activation));
    if (update.affected != 1)
        return tl::unexpected(stateStale());
    return {};
}

PinCounter countWrongPin(Session &session, std::string_view id, UtcTime now)
{
    const std::string activation(id);
    PinCounter counter;
    std::int64_t locked = 0;
    session << "select pin_failures, pin_locked_until from activations where id = :id",
        soci::into(counter.failures), soci::into(locked), soci::use(activation);
    if (locked != 0)
        counter.lockedUntil = timeFrom(locked);
    counter = afterFailure(counter, now);
    locked = counter.lockedUntil ? stored(*counter.lockedUntil) : 0;
    session << "update activations set pin_failures = :f, pin_locked_until = :l where id = :id",
        soci::use(counter.failures), soci::use(locked), soci::use(activation);
    return counter;
}

Outcome acceptPin(Session &session, const ActivationRow &row, std::int64_t sequence)
{
    const auto accepted =
        session.run("update activations set pin_failures = 0, pin_locked_until = 0, sequence = :seq where id "
                    "= :id and version = :v and pin_failures = :f and sequence < :seq2",
                    soci::use(sequence), soci::use(row.id), soci::use(row.version),
                    soci::use(row.pin.failures), soci::use(sequence));
    if (accepted.affected == 1)
        return {};
    std::int64_t used = 0;
    session << "select sequence from activations where id = :id", soci::into(used), soci::use(row.id);
    return tl::unexpected(sequence <= used ? sequenceStale() : stateStale());
}

} // namespace activations

void liftPinLock(Session &session, std::int64_t subscriber)
{
    session << "update activations set pin_locked_until = 0 where subscriber = :s", soci::use(subscriber);
}

std::optional<ActivationView> newestActivation(Session &session, std::int64_t subscriber)
{
    const auto rows = activations::ofSubscriber(session, subscriber);
    if (rows.empty())
        return std::nullopt;
    const auto &row = rows.back();
    const auto tries = triesOf(row.pin, UtcTime{});
    return ActivationView{.id = row.id,
                          .state = std::string(nameOf(row.state)),
                          .pinTriesLeft = tries.triesLeft,
                          .pinTriesUntilBlocked = tries.triesUntilBlocked,
                          .pinLockedUntil = row.pin.lockedUntil};
}

} // namespace smartca::sandbox
