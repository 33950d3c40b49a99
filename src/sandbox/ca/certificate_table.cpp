// SPDX-License-Identifier: Apache-2.0
#include "sandbox/ca/certificate_table.h"

#include "sandbox/store/row_reader.h"

#include <array>

namespace smartca::sandbox {
namespace {

struct StatusName {
    IssuanceStatus status;
    std::string_view name;
};
constexpr std::array statusNames{
    StatusName{IssuanceStatus::Pending, "pending"}, StatusName{IssuanceStatus::Held, "held"},
    StatusName{IssuanceStatus::Refused, "refused"}, StatusName{IssuanceStatus::Issued, "issued"},
    StatusName{IssuanceStatus::Revoked, "revoked"},
};

IssuanceStatus statusFromName(std::string_view name)
{
    for (const auto &entry : statusNames) {
        if (entry.name == name)
            return entry.status;
    }
    return IssuanceStatus::Refused; // what we cannot read is not good for anything
}

/// Rows of a select over all columns a row has, one after the other.
class Reader : public RowReader<Reader, CertificateRow> {
public:
    explicit Reader(Session &session) : request_(session), spki_(session), certificate_(session) {}

    static std::string select(std::string_view where)
    {
        return "select credential, subscriber, status, reason, due_at, request, spki, serial, certificate "
               "from certificates where " +
               std::string(where);
    }
    auto columns()
    {
        return std::tuple(soci::into(row_.credentialId), soci::into(row_.subscriber), soci::into(status_),
                          soci::into(row_.reason), soci::into(due_),
                          soci::into(request_.value, request_.indicator),
                          soci::into(spki_.value, spki_.indicator), soci::into(row_.serial),
                          soci::into(certificate_.value, certificate_.indicator));
    }
    const CertificateRow &read()
    {
        row_.status = statusFromName(status_);
        row_.dueAt = UtcTime(Milliseconds(due_));
        row_.request = request_.bytes();
        row_.spki = spki_.bytes();
        row_.certificate = certificate_.bytes();
        return row_;
    }

private:
    CertificateRow row_;
    std::string status_;
    std::int64_t due_ = 0;
    Blob request_;
    Blob spki_;
    Blob certificate_;
};

std::int64_t stored(UtcTime time)
{
    return time.time_since_epoch().count();
}

} // namespace

std::string_view nameOf(IssuanceStatus status)
{
    for (const auto &entry : statusNames) {
        if (entry.status == status)
            return entry.name;
    }
    return "";
}

namespace certificates {

Migrations migrations()
{
    return {.room = "ca", .steps = {R"(
create table certificates (
    credential text primary key,
    subscriber integer not null,
    status text not null,
    reason text not null default '',
    due_at integer not null,
    request blob not null,
    spki blob not null,
    serial text not null default '',
    certificate blob,
    requested_at integer not null,
    issued_at integer,
    revoked_at integer,
    revocation_reason integer
);
create index certificates_subscriber on certificates (subscriber);
create unique index certificates_serial on certificates (serial) where serial <> '';
create table certificate_orders (
    subscriber integer primary key,
    status text not null,
    reason text not null
);)"}};
}

void request(Session &session, const CertificateRow &row, UtcTime now)
{
    std::string status(nameOf(IssuanceStatus::Pending));
    std::string reason;
    session << "select status, reason from certificate_orders where subscriber = :s", soci::into(status),
        soci::into(reason), soci::use(row.subscriber);
    const auto due = stored(row.dueAt);
    const auto requestedAt = stored(now);
    Blob requestBlob(session, row.request);
    Blob spki(session, row.spki);
    session << "insert into certificates (credential, subscriber, status, reason, due_at, request, spki, "
               "requested_at) "
               "values (:c, :s, :st, :r, :d, :rq, :sp, :at)",
        soci::use(row.credentialId), soci::use(row.subscriber), soci::use(status), soci::use(reason),
        soci::use(due), soci::use(requestBlob.value), soci::use(spki.value), soci::use(requestedAt);
    session << "delete from certificate_orders where subscriber = :s", soci::use(row.subscriber);
}

std::optional<CertificateRow> find(Session &session, std::string_view credentialId)
{
    const std::string id(credentialId);
    return Reader(session).one(session, "credential = :c", soci::use(id));
}

std::vector<CertificateRow> ofSubscriber(Session &session, std::int64_t subscriber)
{
    return Reader(session).all(session, "subscriber = :s order by requested_at", soci::use(subscriber));
}

bool issued(Session &session, std::string_view credentialId, const crypto::Certificate &certificate,
            UtcTime now)
{
    const std::string id(credentialId);
    const auto serial = certificate.serial();
    const auto at = stored(now);
    Blob der(session, certificate.der());
    soci::statement update =
        (session.prepare << "update certificates set status = 'issued', serial = :sn, certificate = :der, "
                            "issued_at = :at where credential = :c and status = 'pending'",
         soci::use(serial), soci::use(der.value), soci::use(at), soci::use(id));
    update.execute(true);
    return update.get_affected_rows() == 1;
}

void revoke(Session &session, std::string_view credentialId, RevocationReason reason, UtcTime now)
{
    const std::string id(credentialId);
    const auto at = stored(now);
    const int code = static_cast<int>(reason);
    session << "update certificates set status = 'revoked', revoked_at = :at, revocation_reason = :r where "
               "credential = :c "
               "and status = 'issued'",
        soci::use(at), soci::use(code), soci::use(id);
    // The reason stays what staff wrote for the subscriber, who is shown it.
    session << "update certificates set status = 'refused' where credential = :c and status in ('pending', "
               "'held')",
        soci::use(id);
}

std::vector<RevokedCertificate> revoked(Session &session)
{
    std::string serial;
    std::int64_t at = 0;
    int reason = 0;
    soci::statement statement =
        (session.prepare << "select serial, revoked_at, revocation_reason from certificates where "
                            "status = 'revoked' order by revoked_at",
         soci::into(serial), soci::into(at), soci::into(reason));
    std::vector<RevokedCertificate> all;
    statement.execute();
    while (statement.fetch())
        all.push_back({serial, UtcTime(Milliseconds(at)), static_cast<RevocationReason>(reason)});
    return all;
}

namespace {

int setOpenRequests(Session &session, std::int64_t subscriber, IssuanceStatus to, std::string_view reasonText)
{
    const std::string status(nameOf(to));
    const std::string reason(reasonText);
    soci::statement update =
        (session.prepare << "update certificates set status = :st, reason = :r where subscriber = :s "
                            "and status in ('pending', 'held')",
         soci::use(status), soci::use(reason), soci::use(subscriber));
    update.execute(true);
    const int changed = static_cast<int>(update.get_affected_rows());
    if (changed == 0)
        session
            << "insert into certificate_orders (subscriber, status, reason) values (:s, :st, :r) on conflict "
               "(subscriber) do update set status = excluded.status, reason = excluded.reason",
            soci::use(subscriber), soci::use(status), soci::use(reason);
    return changed;
}

} // namespace

std::optional<IssuanceStatus> orderFor(Session &session, std::int64_t subscriber)
{
    std::string status;
    session << "select status from certificate_orders where subscriber = :s", soci::into(status),
        soci::use(subscriber);
    return status.empty() ? std::nullopt : std::optional(statusFromName(status));
}

int hold(Session &session, std::int64_t subscriber, std::string_view reason)
{
    return setOpenRequests(session, subscriber, IssuanceStatus::Held, reason);
}

int refuse(Session &session, std::int64_t subscriber, std::string_view reason)
{
    return setOpenRequests(session, subscriber, IssuanceStatus::Refused, reason);
}

int release(Session &session, std::int64_t subscriber, UtcTime now)
{
    const auto due = stored(now);
    session << "delete from certificate_orders where subscriber = :s", soci::use(subscriber);
    soci::statement update =
        (session.prepare << "update certificates set status = 'pending', reason = '', due_at = :d where "
                            "subscriber = :s and status in ('pending', 'held')",
         soci::use(due), soci::use(subscriber));
    update.execute(true);
    return static_cast<int>(update.get_affected_rows());
}

} // namespace certificates

} // namespace smartca::sandbox
