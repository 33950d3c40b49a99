// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/occurrence_table.h"

#include "sandbox/sam/refusals.h"

namespace smartca::sandbox::occurrences {
namespace {

/// One step of a row that must have been where the step begins.
Outcome stepped(const Session::Ran &update)
{
    if (update.affected != 1)
        return tl::unexpected(outcomeUnknown());
    return {};
}

} // namespace

Migrations migrations()
{
    return {.room = "sam.occurrences", .steps = {R"(
create table occurrences (
    id integer primary key autoincrement,
    transaction_id text not null,
    credential text not null,
    hash blob not null,
    state text not null check (state in ('AUTHORIZED', 'RESERVED', 'CONSUMED', 'RELEASED')),
    run text not null default '',
    authorised_at integer not null,
    signature blob,
    time_stamp blob
);
create unique index occurrences_once on occurrences (transaction_id, hash);
create index occurrences_reserved on occurrences (state) where state = 'RESERVED';)"}};
}

Result<std::int64_t> authorise(Session &session, std::string_view transactionId,
                               std::string_view credentialId, const crypto::Sha256 &hash,
                               std::string_view unseen, UtcTime now)
{
    const std::string transaction(transactionId);
    const std::string credential(credentialId);
    const std::int64_t at = now.time_since_epoch().count();
    Blob hashBlob(session, hash);
    std::int64_t id = 0;
    std::string state;
    std::string run;
    const auto fresh =
        session.run("insert into occurrences (transaction_id, credential, hash, state, authorised_at) values "
                    "(:t, :c, :h, 'AUTHORIZED', :at) on conflict do nothing returning id",
                    soci::use(transaction), soci::use(credential), soci::use(hashBlob.value), soci::use(at),
                    soci::into(id));
    if (fresh.row)
        return id;
    session << "select id, state, run from occurrences where transaction_id = :t and hash = :h",
        soci::into(id), soci::into(state), soci::into(run), soci::use(transaction), soci::use(hashBlob.value);
    if (state == "CONSUMED")
        return tl::unexpected(alreadySigned());
    if (state == "RESERVED" && (run.empty() || run != unseen))
        return tl::unexpected(outcomeUnknown());
    session << "update occurrences set state = 'AUTHORIZED', run = '', authorised_at = :at where id = :id",
        soci::use(at), soci::use(id);
    return id;
}

Outcome reserve(Session &session, std::int64_t id, std::string_view run)
{
    const std::string name(run);
    return stepped(session.run(
        "update occurrences set state = 'RESERVED', run = :run where id = :id and state = 'AUTHORIZED'",
        soci::use(name), soci::use(id)));
}

Outcome consume(Session &session, std::int64_t id, BytesView sealedSignature, BytesView timeStampToken)
{
    Blob signature(session, sealedSignature);
    Blob token(session, timeStampToken);
    return stepped(session.run("update occurrences set state = 'CONSUMED', signature = :s, time_stamp = :t "
                               "where id = :id and state = 'RESERVED'",
                               soci::use(signature.value), soci::use(token.value), soci::use(id)));
}

void release(Session &session, std::int64_t id)
{
    session << "update occurrences set state = 'RELEASED', run = '' where id = :id and state = 'RESERVED'",
        soci::use(id);
}

std::optional<OccurrenceRow> find(Session &session, std::string_view transactionId)
{
    const std::string transaction(transactionId);
    OccurrenceRow row;
    Blob signature(session);
    Blob token(session);
    session << "select id, transaction_id, credential, state, signature, time_stamp from occurrences where "
               "transaction_id = "
               ":t",
        soci::into(row.id), soci::into(row.transactionId), soci::into(row.credentialId),
        soci::into(row.state), soci::into(signature.value, signature.indicator),
        soci::into(token.value, token.indicator), soci::use(transaction);
    if (!session.got_data())
        return std::nullopt;
    row.signature = signature.bytes();
    row.timeStampToken = token.bytes();
    return row;
}

std::vector<OccurrenceRow> leftBehind(Session &session, std::string_view run)
{
    const std::string name(run);
    OccurrenceRow row;
    soci::statement statement =
        (session.prepare << "select id, transaction_id, credential, state from occurrences where "
                            "state = 'RESERVED' and run <> :run",
         soci::into(row.id), soci::into(row.transactionId), soci::into(row.credentialId),
         soci::into(row.state), soci::use(name));
    std::vector<OccurrenceRow> rows;
    statement.execute();
    while (statement.fetch())
        rows.push_back(row);
    return rows;
}

} // namespace smartca::sandbox::occurrences
