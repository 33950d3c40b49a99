// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/evidence.h"

#include "base/encoding.h"
#include "base/replace_file.h"
#include "crypto/jws.h"
#include "sandbox/hsm/pseudonym.h"
#include "sandbox/store/guarded.h"

namespace smartca::sandbox {
namespace {

/// Between one head and the next: under load one signature stands for all entries of that while.
constexpr Milliseconds headPause{50};

void putNumber(Bytes &out, std::int64_t number)
{
    for (int shift = 56; shift >= 0; shift -= 8)
        out.push_back(
            static_cast<std::uint8_t>(static_cast<std::uint64_t>(number) >> static_cast<unsigned>(shift)));
}

void putText(Bytes &out, std::string_view text)
{
    putNumber(out, static_cast<std::int64_t>(text.size()));
    out.insert(out.end(), text.begin(), text.end());
}

/// The newest entry; number 0 when there is none.
struct End {
    std::int64_t number = 0;
    Bytes hash;
};

End endOf(Session &session)
{
    End end;
    Blob hash(session);
    const auto last = session.run("select number, hash from evidence order by number desc limit 1",
                                  soci::into(end.number), soci::into(hash.value, hash.indicator));
    if (last.row)
        end.hash = hash.bytes();
    return end;
}

std::int64_t signedUpTo(Session &session)
{
    std::int64_t number = 0;
    session.run("select number from evidence_head", soci::into(number));
    return number;
}

/// No sync, because the head in the database is the one that must last.
void mirror(const std::filesystem::path &file, const std::string &jws)
{
    if (!file.empty())
        static_cast<void>(replaceFile(file.string(), asBytes(jws + '\n'), Lasting::Unsynced));
}

} // namespace

crypto::Sha256 chainHash(BytesView previous, std::int64_t number, const PreparedEvidence &entry)
{
    Bytes head;
    putNumber(head, number);
    putNumber(head, entry.at.time_since_epoch().count());
    putText(head, entry.kind);
    putText(head, entry.subject);
    return crypto::sha256({previous, head, crypto::sha256(entry.box)});
}

Bytes evidenceContext(const PreparedEvidence &entry)
{
    Bytes context;
    putNumber(context, entry.at.time_since_epoch().count());
    putText(context, entry.kind);
    putText(context, entry.subject);
    return context;
}

Evidence::Evidence(Database &database, Hsm &hsm, const Clock &clock, std::filesystem::path headFile)
    : database_(&database), hsm_(&hsm), clock_(&clock), headFile_(std::move(headFile))
{
    signer_ = std::jthread([this](const std::stop_token &stop) {
        for (;;) {
            {
                std::unique_lock lock(mutex_);
                wanted_.wait(lock, stop, [this] { return dirty_; });
                if (!dirty_)
                    return;
                dirty_ = false;
            }
            // Tried again at the next entry, and by the sweep, which tells when it fails.
            static_cast<void>(guarded("signing the head", [this] { return signHead(); }));
            std::unique_lock lock(mutex_);
            wanted_.wait_for(lock, stop, headPause, [] { return false; });
        }
    });
}

Evidence::~Evidence() = default;

Migrations Evidence::migrations()
{
    return {.room = "sam.evidence", .steps = {R"(
create table evidence (
    number integer primary key,
    at integer not null,
    kind text not null,
    subject text not null,
    box blob not null,
    hash blob not null
);
create table evidence_head (
    only integer primary key check (only = 1),
    number integer not null,
    jws text not null
);)"}};
}

Result<PreparedEvidence> Evidence::prepare(std::string_view kind, std::string_view activationId,
                                           const Json &content) const
{
    SMARTCA_TRY(auto pseudonym, pseudonymOf(*hsm_, activationId));
    PreparedEvidence entry{
        .kind = std::string(kind), .subject = std::move(pseudonym), .at = clock_->now(), .box = {}};
    SMARTCA_TRY(entry.box,
                hsm_->seal(SealPurpose::Evidence, evidenceContext(entry), asBytes(toText(content))));
    return entry;
}

void Evidence::append(Session &session, const PreparedEvidence &entry)
{
    const auto end = endOf(session);
    const std::int64_t number = end.number + 1;
    const std::int64_t at = entry.at.time_since_epoch().count();
    Blob box(session, entry.box);
    Blob hash(session, chainHash(end.hash, number, entry));
    session.run(
        "insert into evidence (number, at, kind, subject, box, hash) values (:n, :at, :k, :s, :b, :h)",
        soci::use(number), soci::use(at), soci::use(entry.kind), soci::use(entry.subject),
        soci::use(box.value), soci::use(hash.value));
}

void Evidence::committed()
{
    {
        const std::lock_guard lock(mutex_);
        if (std::exchange(dirty_, true))
            return; // it knows, and pauses
    }
    wanted_.notify_one();
}

Outcome Evidence::signHead()
{
    const std::lock_guard lock(signing_);
    using Unsigned = std::optional<End>;
    SMARTCA_TRY(const auto end, database_->read([](Session &session) -> Result<Unsigned> {
        auto newest = endOf(session);
        return newest.number > signedUpTo(session) ? Unsigned(std::move(newest)) : std::nullopt;
    }));
    if (!end)
        return {};
    SMARTCA_TRY(const auto key, hsm_->serviceKey(ServiceKey::EvidenceHead));
    const Json payload{{"v", 1},
                       {"typ", std::string(evidenceHeadTyp)},
                       {"number", end->number},
                       {"hash", base64UrlEncode(end->hash)},
                       {"at", toUnixSeconds(clock_->now())}};
    const crypto::JwsHeader header{
        .typ = std::string(evidenceHeadTyp), .kid = std::nullopt, .jwk = std::nullopt};
    SMARTCA_TRY(const auto jws, crypto::signJws(*key, header, payload));
    SMARTCA_CHECK(database_->transact([&](Session &session) -> Outcome {
        session << "insert into evidence_head (only, number, jws) values (1, :n, :j) on conflict (only) do "
                   "update set number "
                   "= excluded.number, jws = excluded.jws where excluded.number > evidence_head.number",
            soci::use(end->number), soci::use(jws);
        return {};
    }));
    mirror(headFile_, jws);
    return {};
}

} // namespace smartca::sandbox
