// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/credential_table.h"

namespace smartca::sandbox::credentials {
namespace {

crypto::Sha256 digestFrom(const Bytes &bytes)
{
    crypto::Sha256 digest{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), digest.size()), digest.begin());
    return digest;
}

} // namespace

Migrations migrations()
{
    return {.room = "sam.credentials",
            .steps = {R"(
create table credentials (
    id text primary key,
    activation text not null,
    user_id text not null,
    kind text not null,
    blob blob,
    spki blob not null,
    link blob
);
create table registrations (
    activation text primary key,
    envelope blob not null,
    pin_key blob not null,
    hash blob not null
);
create table records (
    transaction_id text primary key,
    activation text not null unique,
    document blob not null,
    document_digest blob not null,
    signed_hash blob not null,
    handed_in blob,
    receipt text not null default '',
    finished_digest text not null default ''
);)",
                      // Beside the rest, which every signature reads: what lies
                      // behind a long value costs as many pages to reach.
                      R"(
create table record_documents (
    transaction_id text primary key references records (transaction_id),
    document blob not null
);
insert into record_documents select transaction_id, document from records;
alter table records drop column document;)",
                      // Keys destroyed here, but maybe not yet in every file.
                      R"(
create table destroyed_keys (credential text primary key) without rowid;
insert into destroyed_keys select id from credentials where blob is null;)"}};
}

void insert(Session &session, const CredentialRow &row)
{
    const std::string kind(crypto::nameOf(row.kind));
    Blob blob(session, row.key.blob);
    Blob spki(session, row.key.spki);
    session << "insert into credentials (id, activation, user_id, kind, blob, spki) values (:id, :a, :u, :k, "
               ":b, :s)",
        soci::use(row.id), soci::use(row.activation), soci::use(row.userId), soci::use(kind),
        soci::use(blob.value), soci::use(spki.value);
}

std::optional<CredentialRow> find(Session &session, std::string_view id)
{
    const std::string text(id);
    CredentialRow row;
    std::string kind;
    Blob blob(session);
    Blob spki(session);
    Blob link(session);
    const auto found =
        session.run("select id, activation, user_id, kind, blob, spki, link from credentials where id = :id",
                    soci::into(row.id), soci::into(row.activation), soci::into(row.userId), soci::into(kind),
                    soci::into(blob.value, blob.indicator), soci::into(spki.value, spki.indicator),
                    soci::into(link.value, link.indicator), soci::use(text));
    const auto known = crypto::keyKindFromName(kind);
    if (!found.row || !known)
        return std::nullopt;
    row.kind = *known;
    row.key = {.blob = blob.bytes(), .spki = spki.bytes()};
    row.link = link.bytes();
    return row;
}

void setLink(Session &session, std::string_view id, BytesView link)
{
    const std::string text(id);
    Blob blob(session, link);
    session << "update credentials set link = :l where id = :id", soci::use(blob.value), soci::use(text);
}

void destroyKey(Session &session, std::string_view id)
{
    const std::string text(id);
    session << "update credentials set blob = null where id = :id", soci::use(text);
    session << "insert into destroyed_keys (credential) values (:id) on conflict do nothing", soci::use(text);
}

Result<bool> completeDestruction(Database &database)
{
    std::vector<std::string> outstanding;
    SMARTCA_CHECK(database.read([&](Session &session) -> Outcome {
        std::string id;
        session.each(
            "select credential from destroyed_keys", [&] { outstanding.push_back(id); }, soci::into(id));
        return {};
    }));
    if (outstanding.empty())
        return true;
    SMARTCA_TRY(const bool gone, database.forgetOldVersions());
    if (!gone)
        return false;
    SMARTCA_CHECK(database.transact([&](Session &session) -> Outcome {
        for (const auto &id : outstanding)
            session << "delete from destroyed_keys where credential = :id", soci::use(id);
        return {};
    }));
    return true;
}

void insertRegistration(Session &session, std::string_view activation, const RegistrationRow &row)
{
    const std::string id(activation);
    Blob envelope(session, row.envelope);
    Blob pinKey(session, row.pinKey);
    Blob hash(session, row.hash);
    session << "insert into registrations (activation, envelope, pin_key, hash) values (:a, :e, :p, :h)",
        soci::use(id), soci::use(envelope.value), soci::use(pinKey.value), soci::use(hash.value);
}

std::optional<RegistrationRow> findRegistration(Session &session, std::string_view activation)
{
    const std::string id(activation);
    Blob envelope(session);
    Blob pinKey(session);
    Blob hash(session);
    const auto found = session.run("select envelope, pin_key, hash from registrations where activation = :a",
                                   soci::into(envelope.value, envelope.indicator),
                                   soci::into(pinKey.value, pinKey.indicator),
                                   soci::into(hash.value, hash.indicator), soci::use(id));
    if (!found.row)
        return std::nullopt;
    return RegistrationRow{.envelope = envelope.bytes(), .pinKey = pinKey.bytes(), .hash = hash.bytes()};
}

void removeRegistration(Session &session, std::string_view activation)
{
    const std::string id(activation);
    session << "delete from registrations where activation = :a", soci::use(id);
}

void insertRecord(Session &session, const RecordRow &row)
{
    Blob document(session, row.document);
    Blob documentDigest(session, row.documentDigest);
    Blob signedHash(session, row.signedHash);
    session << "insert into records (transaction_id, activation, document_digest, signed_hash) values (:t, "
               ":a, :dd, :h)",
        soci::use(row.transactionId), soci::use(row.activation), soci::use(documentDigest.value),
        soci::use(signedHash.value);
    session << "insert into record_documents (transaction_id, document) values (:t, :d)",
        soci::use(row.transactionId), soci::use(document.value);
}

std::optional<RecordRow> findRecord(Session &session, std::string_view activation, Part part)
{
    const std::string id(activation);
    RecordRow row;
    Blob document(session);
    Blob documentDigest(session);
    Blob signedHash(session);
    Blob handedIn(session);
    const auto found = session.run(
        "select transaction_id, activation, document_digest, signed_hash, handed_in, receipt, "
        "finished_digest from records where activation = :a",
        soci::into(row.transactionId), soci::into(row.activation),
        soci::into(documentDigest.value, documentDigest.indicator),
        soci::into(signedHash.value, signedHash.indicator), soci::into(handedIn.value, handedIn.indicator),
        soci::into(row.receipt), soci::into(row.finishedDigest), soci::use(id));
    if (!found.row)
        return std::nullopt;
    if (part == Part::Whole)
        session << "select document from record_documents where transaction_id = :t",
            soci::into(document.value, document.indicator), soci::use(row.transactionId);
    row.document = document.bytes();
    row.documentDigest = digestFrom(documentDigest.bytes());
    row.signedHash = digestFrom(signedHash.bytes());
    row.handedIn = handedIn.bytes();
    return row;
}

void setHandedIn(Session &session, const RecordRow &row)
{
    Blob handedIn(session, row.handedIn);
    session
        << "update records set handed_in = :h, receipt = :r, finished_digest = :f where transaction_id = :t",
        soci::use(handedIn.value), soci::use(row.receipt), soci::use(row.finishedDigest),
        soci::use(row.transactionId);
}

} // namespace smartca::sandbox::credentials
