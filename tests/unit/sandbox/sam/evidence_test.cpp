// SPDX-License-Identifier: Apache-2.0
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
