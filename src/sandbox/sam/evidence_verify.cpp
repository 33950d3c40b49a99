// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "crypto/jws.h"
#include "sandbox/sam/evidence.h"

#include <fstream>
#include <map>

namespace smartca::sandbox {
namespace {

struct Chain {
    std::vector<EvidenceRow> rows;
    std::string head; ///< JWS, empty when there is none
};

Chain readChain(Session &session)
{
    Chain chain;
    EvidenceRow row;
    std::int64_t at = 0;
    Blob box(session);
    Blob hash(session);
    soci::statement statement =
        (session.prepare << "select number, at, kind, subject, box, hash from evidence order by number",
         soci::into(row.number), soci::into(at), soci::into(row.entry.kind), soci::into(row.entry.subject),
         soci::into(box.value, box.indicator), soci::into(hash.value, hash.indicator));
    statement.execute();
    while (statement.fetch()) {
        row.entry.at = UtcTime(Milliseconds(at));
        row.entry.box = box.bytes();
        row.hash = hash.bytes();
        chain.rows.push_back(row);
    }
    session << "select jws from evidence_head", soci::into(chain.head);
    return chain;
}

void checkRows(const std::vector<EvidenceRow> &rows, Hsm &hsm, EvidenceReport &report)
{
    Bytes previous;
    std::int64_t expected = 1;
    for (const auto &row : rows) {
        const auto where = "entry " + std::to_string(row.number);
        if (row.number != expected)
            report.problems.push_back(where + ": entries before it are missing");
        const auto hash = chainHash(previous, row.number, row.entry);
        if (!std::equal(hash.begin(), hash.end(), row.hash.begin(), row.hash.end()))
            report.problems.push_back(where + ": changed, or torn from the one before");
        if (!hsm.open(SealPurpose::Evidence, evidenceContext(row.entry), row.entry.box))
            report.problems.push_back(where + ": content does not open");
        previous = row.hash;
        expected = row.number + 1;
    }
}

Result<EvidenceHead> openHead(const std::string &jws, const crypto::PublicKey &key)
{
    SMARTCA_TRY(const auto opened, crypto::verifyJws(jws, evidenceHeadTyp, key));
    JsonObject object(opened.payload, "evidence head");
    static_cast<void>(object.integer("v", 1, 1));
    static_cast<void>(object.text("typ", 1, 64));
    EvidenceHead head{.number = object.integer("number", 1, INT64_MAX), .hash = object.base64Url("hash", 32)};
    static_cast<void>(object.integer("at", 0, INT64_MAX));
    return object.finish(std::move(head));
}

/// What a signed head says must still be there, unchanged.
void checkHead(std::string_view where, const std::string &jws, const crypto::PublicKey &key,
               const std::vector<EvidenceRow> &rows, EvidenceReport &report)
{
    const auto head = openHead(jws, key);
    if (!head) {
        report.problems.push_back(std::string(where) + ": not signed by this service");
        return;
    }
    report.signedUpTo = std::max(report.signedUpTo, head->number);
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const auto &r) { return r.number == head->number; });
    if (row == rows.end())
        report.problems.push_back(std::string(where) + ": the end was cut off: entry " +
                                  std::to_string(head->number) + " is missing");
    else if (row->hash != head->hash)
        report.problems.push_back(std::string(where) + ": entry " + std::to_string(head->number) +
                                  " is another one");
}

std::string readHeadFile(const std::filesystem::path &file)
{
    std::ifstream in(file);
    std::string jws;
    std::getline(in, jws);
    return jws;
}

} // namespace

Result<EvidenceReport> verifyEvidence(Database &database, Hsm &hsm, const std::filesystem::path &headFile)
{
    SMARTCA_TRY(const auto key, hsm.serviceKey(ServiceKey::EvidenceHead));
    // The head beside the database first: what it names was committed before.
    const auto beside = headFile.empty() ? std::string{} : readHeadFile(headFile);
    SMARTCA_TRY(const auto chain,
                database.read([](Session &session) -> Result<Chain> { return readChain(session); }));
    EvidenceReport report{
        .entries = static_cast<std::int64_t>(chain.rows.size()), .signedUpTo = 0, .problems = {}};
    checkRows(chain.rows, hsm, report);
    if (!chain.head.empty())
        checkHead("head", chain.head, key->publicKey(), chain.rows, report);
    else if (!chain.rows.empty())
        report.problems.emplace_back("head: missing");
    if (!beside.empty())
        checkHead("head beside the database", beside, key->publicKey(), chain.rows, report);
    else if (!headFile.empty() && !chain.rows.empty())
        report.problems.emplace_back("head beside the database: missing");
    return report;
}

} // namespace smartca::sandbox
