// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/answer_store.h"

namespace smartca::sandbox {
namespace {

// Sealed form: status, number of headers, then name and value of each, then the body; each length in four
// octets.
void putNumber(Bytes &out, std::size_t number)
{
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        out.push_back(static_cast<std::uint8_t>(number >> shift));
}

void putText(Bytes &out, BytesView text)
{
    putNumber(out, text.size());
    out.insert(out.end(), text.begin(), text.end());
}

class Cursor {
public:
    explicit Cursor(BytesView bytes) : rest_(bytes) {}
    std::size_t number()
    {
        if (rest_.size() < 4) {
            good_ = false;
            return 0;
        }
        std::size_t value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value = value << 8U | rest_[i];
        rest_ = rest_.subspan(4);
        return value;
    }
    BytesView text()
    {
        const std::size_t size = number();
        if (size > rest_.size()) {
            good_ = false;
            return {};
        }
        const auto text = rest_.first(size);
        rest_ = rest_.subspan(size);
        return text;
    }
    [[nodiscard]] bool good() const { return good_; }

private:
    BytesView rest_;
    bool good_ = true;
};

} // namespace

AnswerScope scopeOf(std::string_view deviceId, std::string_view method, std::string_view path,
                    std::string_view idempotencyKey)
{
    // None of the parts holds a line feed: they came as header fields and path.
    const std::string_view line = "\n";
    return crypto::sha256({asBytes(deviceId), asBytes(line), asBytes(method), asBytes(line), asBytes(path),
                           asBytes(line), asBytes(idempotencyKey)});
}

Result<Bytes> sealAnswer(Hsm &hsm, const AnswerScope &scope, const http::Response &response)
{
    Bytes plain;
    putNumber(plain, static_cast<std::size_t>(response.status));
    putNumber(plain, response.headers.all().size());
    for (const auto &[name, value] : response.headers.all()) {
        putText(plain, asBytes(name));
        putText(plain, asBytes(value));
    }
    putText(plain, response.body);
    auto box = hsm.seal(SealPurpose::Answer, scope, plain);
    wipe(plain.data(), plain.size());
    return box;
}

Result<http::Response> openAnswer(Hsm &hsm, const AnswerScope &scope, BytesView box)
{
    SMARTCA_TRY(const auto plain, hsm.open(SealPurpose::Answer, scope, box));
    Cursor cursor(plain.view());
    http::Response response;
    response.status = static_cast<int>(cursor.number());
    const std::size_t headers = cursor.number();
    for (std::size_t i = 0; i < headers && cursor.good(); ++i) {
        const auto name = cursor.text();
        const auto value = cursor.text();
        response.headers.add(std::string(asText(name)), std::string(asText(value)));
    }
    response.body = toBytes(cursor.text());
    if (!cursor.good())
        return tl::unexpected(serviceFault("stored answer damaged"));
    return response;
}

namespace answers {

Migrations migrations()
{
    return {.room = "sam.answers",
            .steps = {R"(
create table answers (
    scope blob primary key,
    fingerprint blob not null,
    box blob not null,
    expires_at integer not null
) without rowid;
create index answers_expiry on answers (expires_at);
create table proofs (
    device_id text not null,
    jti text not null,
    expires_at integer not null,
    primary key (device_id, jti)
) without rowid;
create index proofs_expiry on proofs (expires_at);)",
                      // In the order in which they were made, and so is the index of
                      // their times: side by side in a few pages.
                      R"(
create table answers_in_order (
    number integer primary key,
    scope blob not null,
    expires_at integer not null,
    fingerprint blob not null,
    box blob not null
);
insert into answers_in_order (scope, expires_at, fingerprint, box)
    select scope, expires_at, fingerprint, box from answers order by expires_at;
drop table answers;
alter table answers_in_order rename to answers;
create unique index answers_scope on answers (scope);
create index answers_expiry on answers (expires_at);
drop index proofs_expiry;)"}};
}

std::optional<StoredAnswer> find(Session &session, const AnswerScope &scope, UtcTime now)
{
    Blob scopeBlob(session, scope);
    Blob fingerprint(session);
    Blob box(session);
    const std::int64_t at = now.time_since_epoch().count();
    const auto found =
        session.run("select fingerprint, box from answers where scope = :s and expires_at > :now",
                    soci::into(fingerprint.value, fingerprint.indicator),
                    soci::into(box.value, box.indicator), soci::use(scopeBlob.value), soci::use(at));
    if (!found.row)
        return std::nullopt;
    return StoredAnswer{.fingerprint = fingerprint.bytes(), .box = box.bytes()};
}

void insert(Session &session, const AnswerScope &scope, const StoredAnswer &answer, UtcTime now)
{
    Blob scopeBlob(session, scope);
    Blob fingerprint(session, answer.fingerprint);
    Blob box(session, answer.box);
    const std::int64_t expires = UtcTime(now + answerLifetime).time_since_epoch().count();
    session.run(
        "insert or replace into answers (scope, expires_at, fingerprint, box) values (:s, :e, :f, :b)",
        soci::use(scopeBlob.value), soci::use(expires), soci::use(fingerprint.value), soci::use(box.value));
}

bool rememberProof(Session &session, std::string_view deviceId, std::string_view jti, UtcTime now,
                   Seconds window)
{
    const std::string device(deviceId);
    const std::string id(jti);
    const std::int64_t expires = UtcTime(now + window).time_since_epoch().count();
    const auto inserted = session.run(
        "insert into proofs (device_id, jti, expires_at) values (:d, :j, :e) on conflict do nothing",
        soci::use(device), soci::use(id), soci::use(expires));
    return inserted.affected == 1;
}

void forget(Session &session, UtcTime now)
{
    const std::int64_t at = now.time_since_epoch().count();
    session << "delete from answers where expires_at <= :now", soci::use(at);
    // All of them are looked at, which are those of an hour or so: cheaper than an index of their times.
    session << "delete from proofs where expires_at <= :now", soci::use(at);
}

} // namespace answers

} // namespace smartca::sandbox
