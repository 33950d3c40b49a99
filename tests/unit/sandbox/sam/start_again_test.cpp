// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sandbox/sam/world.h"

/// Staff give an account back to its owner (docs/decisions.md 45).
namespace smartca::sandbox {
namespace {

using test::Phone;
using test::World;

/// A locked account, opened by staff for the subscriber alone.
bool startedAgain(World &world)
{
    const auto id = world.subscriber().id;
    const auto unlock = [&](Session &session) { Accounts::setLocked(session, id, false); };
    return startAgain(*world.database, *world.hsm, world.clock, world.policy.evidenceHeadFile, id, unlock)
        .value();
}

TEST(StartAgain, leaves_a_stranger_who_was_first_nothing_of_what_he_began)
{
    World world;
    Phone stranger(world);
    const auto stolen = world.addSubscriber();
    stranger.confirmed(stolen);
    world.execute("update subscriber set locked = 1");
    ASSERT_TRUE(startedAgain(world));
    EXPECT_EQ(stranger.challenge().code, "ACT-208");
    EXPECT_EQ(stranger.state().json["state"], "ended");
    EXPECT_FALSE(stranger.redeem(stolen).good());
    EXPECT_EQ(world.query<int>("select count(*) from credentials where blob is not null"), 0);
    EXPECT_EQ(world.query<std::string>("select status from certificates"), "revoked");
    Phone owner(world);
    owner.signedRecord(world.newCode());
    EXPECT_TRUE(owner.handIn().good());
    world.restart(); // the head is signed by now
    const auto report = verifyEvidence(*world.database, *world.hsm, world.policy.evidenceHeadFile).value();
    EXPECT_TRUE(report.problems.empty()) << report.problems.front();
}

TEST(StartAgain, voids_a_code_that_was_mailed_and_not_used)
{
    World world;
    const auto stolen = world.addSubscriber();
    ASSERT_TRUE(startedAgain(world));
    Phone stranger(world);
    EXPECT_EQ(stranger.redeem(stolen).code, "ACT-104");
    EXPECT_EQ(stranger.redeem(stolen, false).code, "ACT-104");
}

TEST(StartAgain, takes_the_account_from_a_device_that_was_lost)
{
    World world;
    Phone lost(world);
    lost.signedRecord(world.addSubscriber());
    ASSERT_TRUE(lost.handIn().good());
    ASSERT_TRUE(startedAgain(world));
    EXPECT_EQ(world.subscriber().state, AccountState::Waiting);
    EXPECT_EQ(world.query<std::string>("select status from certificates"), "revoked");
    EXPECT_EQ(world.query<int>("select count(*) from credentials where blob is not null"), 0);
    Phone found(world);
    found.signedRecord(world.newCode());
    EXPECT_TRUE(found.handIn().good());
}

} // namespace
} // namespace smartca::sandbox
