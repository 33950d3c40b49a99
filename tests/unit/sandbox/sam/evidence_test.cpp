// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "sandbox/sam/evidence.h"
#include "tests/unit/sandbox/sam/world.h"

namespace smartca::sandbox {
namespace {

using test::Phone;
using test::World;

class EvidenceTest : public testing::Test {
protected:
    EvidenceTest()
    {
        phone_.signedRecord(world_.addSubscriber());
        EXPECT_TRUE(phone_.handIn().good());
        world_.restart(); // the head is signed by now
    }
    EvidenceReport verified()
    {
        return verifyEvidence(*world_.database, *world_.hsm, world_.policy.evidenceHeadFile).value();
    }
    bool finds(const std::string &text)
    {
        const auto report = verified();
        return std::any_of(report.problems.begin(), report.problems.end(),
                           [&](const auto &problem) { return problem.find(text) != std::string::npos; });
    }

    /// What the first entry of this kind holds.
    Json contentOf(const std::string &kind)
    {
        const auto entry = world_.database->read([&](Session &session) -> Result<PreparedEvidence> {
            PreparedEvidence found{.kind = kind, .subject = {}, .at = {}, .box = {}};
            std::int64_t at = 0;
            Blob box(session);
            session << "select subject, at, box from evidence where kind = :k order by number",
                soci::use(kind), soci::into(found.subject), soci::into(at),
                soci::into(box.value, box.indicator);
            found.at = UtcTime(Milliseconds(at));
            found.box = box.bytes();
            return found;
        });
        const auto plain =
            world_.hsm->open(SealPurpose::Evidence, evidenceContext(entry.value()), entry->box).value();
        return parseJson(plain.text()).value();
    }

    World world_;
    Phone phone_{world_};
};

TEST_F(EvidenceTest, untouched_chain_is_whole)
{
    const auto report = verified();
    EXPECT_TRUE(report.problems.empty()) << report.problems.front();
    EXPECT_EQ(report.entries, 6); // redeemed, enrolled, issued, confirmed, signed, active
    EXPECT_EQ(report.signedUpTo, 6);
}

TEST_F(EvidenceTest, changed_content_is_found)
{
    world_.execute("update evidence set box = randomblob(200) where number = 3");
    EXPECT_TRUE(finds("entry 3: changed"));
    EXPECT_TRUE(finds("entry 3: content does not open"));
}

TEST_F(EvidenceTest, changed_time_is_found)
{
    world_.execute("update evidence set at = at - 1 where number = 2");
    EXPECT_TRUE(finds("entry 2: changed"));
}

TEST_F(EvidenceTest, changed_kind_is_found)
{
    world_.execute("update evidence set kind = 'pin-wrong' where kind = 'signed'");
    EXPECT_TRUE(finds("entry 5: changed"));
}

TEST_F(EvidenceTest, entry_taken_out_is_found)
{
    world_.execute("delete from evidence where number = 4");
    EXPECT_TRUE(finds("entry 5: entries before it are missing"));
}

TEST_F(EvidenceTest, two_entries_swapped_are_found)
{
    world_.execute("update evidence set number = 99 where number = 2");
    world_.execute("update evidence set number = 2 where number = 3");
    world_.execute("update evidence set number = 3 where number = 99");
    EXPECT_TRUE(finds("entry 2: changed"));
}

TEST_F(EvidenceTest, end_cut_off_is_found)
{
    world_.execute("delete from evidence where number >= 5");
    EXPECT_TRUE(finds("head: the end was cut off"));
}

TEST_F(EvidenceTest, end_cut_off_together_with_its_head_is_found_by_the_head_beside)
{
    world_.execute("delete from evidence where number >= 5");
    world_.execute("delete from evidence_head");
    EXPECT_TRUE(finds("head beside the database: the end was cut off"));
}

TEST_F(EvidenceTest, head_of_another_service_is_found)
{
    World other;
    Phone phone(other);
    phone.redeem(other.addSubscriber());
    other.restart();
    const auto jws = other.query<std::string>("select jws from evidence_head");
    world_.execute("update evidence_head set jws = '" + jws + "'");
    EXPECT_TRUE(finds("head: not signed by this service"));
}

TEST_F(EvidenceTest, certificate_is_there_by_its_hash_because_it_names_the_person)
{
    const auto issued = contentOf("issued");
    EXPECT_EQ(issued["certificate"], base64UrlEncode(crypto::sha256(phone_.subscriberCertificate->der())));
    EXPECT_EQ(issued["serial"], phone_.subscriberCertificate->serial());
}

TEST_F(EvidenceTest, entries_show_no_person_and_no_id)
{
    EXPECT_EQ(
        world_.query<int>("select count(*) from evidence where subject = '" + phone_.activationId + "'"), 0);
    EXPECT_EQ(world_.query<int>("select count(*) from evidence where instr(box, '" + phone_.credentialId +
                                "') > 0"),
              0);
}

} // namespace
} // namespace smartca::sandbox
