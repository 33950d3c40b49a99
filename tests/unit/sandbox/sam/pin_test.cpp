// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/pin_counter.h"
#include "tests/unit/sandbox/sam/world.h"

/// docs/protocol.md §6: 3 wrong → 5 minutes, 6 → 3 hours, 9 → blocked.
namespace smartca::sandbox {
namespace {

using test::Phone;
using test::Twist;
using test::World;

class PinTest : public testing::Test {
protected:
    PinTest() { phone_.confirmed(world_.addSubscriber()); }
    int failures() { return world_.query<int>("select pin_failures from activations"); }

    World world_;
    Phone phone_{world_};
};

TEST(PinCounting, locks_grow_and_the_ninth_blocks)
{
    const UtcTime now = fromUnixSeconds(1000);
    PinCounter counter;
    for (int i = 1; i <= 3; ++i)
        counter = afterFailure(counter, now);
    EXPECT_EQ(counter.lockedUntil, now + Seconds(300));
    for (int i = 4; i <= 6; ++i)
        counter = afterFailure(counter, now);
    EXPECT_EQ(counter.lockedUntil, now + Seconds(3 * 3600));
    for (int i = 7; i <= 9; ++i)
        counter = afterFailure(counter, now);
    EXPECT_TRUE(isBlocked(counter));
    EXPECT_EQ(counter.lockedUntil, std::nullopt);
}

TEST(PinCounting, failure_during_a_lock_does_not_end_the_lock)
{
    const UtcTime now = fromUnixSeconds(1000);
    PinCounter counter{.failures = 3, .lockedUntil = now + Seconds(300)};
    counter = afterFailure(counter, now + Seconds(1));
    EXPECT_EQ(counter.failures, 4);
    EXPECT_EQ(counter.lockedUntil, now + Seconds(300));
}

TEST_F(PinTest, wrong_pin_says_what_is_left)
{
    const auto got = phone_.signAnew("000000");
    EXPECT_EQ(got.code, "PIN-201");
    EXPECT_EQ(got.json["triesLeft"], 2);
    EXPECT_EQ(got.json["triesUntilBlocked"], 8);
    EXPECT_EQ(got.json["nextLock"], 300);
}

TEST_F(PinTest, third_wrong_pin_locks_for_five_minutes)
{
    phone_.signAnew("000000");
    phone_.signAnew("000000");
    const auto third = phone_.signAnew("000000");
    EXPECT_EQ(third.code, "PIN-202");
    EXPECT_EQ(third.json["retryAfter"], 300);
    EXPECT_EQ(phone_.challenge().code, "PIN-202");
    world_.clock.advance(Seconds(301));
    EXPECT_TRUE(phone_.signAnew().good());
}

TEST_F(PinTest, sad_signed_before_the_lock_is_not_counted_while_locked)
{
    ASSERT_TRUE(phone_.challenge().good());
    world_.execute("update activations set pin_failures = 3, pin_locked_until = " +
                   std::to_string((world_.clock.now() + Seconds(60)).time_since_epoch().count()));
    EXPECT_EQ(phone_.sign(phone_.sad(), "000000").code, "PIN-202");
    EXPECT_EQ(failures(), 3);
}

TEST_F(PinTest, right_pin_during_the_lock_is_not_looked_at)
{
    ASSERT_TRUE(phone_.challenge().good());
    world_.execute("update activations set pin_failures = 3, pin_locked_until = " +
                   std::to_string((world_.clock.now() + Seconds(60)).time_since_epoch().count()));
    EXPECT_EQ(phone_.sign(phone_.sad()).code, "PIN-202");
    EXPECT_EQ(world_.query<int>("select count(*) from occurrences"), 0);
    EXPECT_EQ(failures(), 3);
}

TEST_F(PinTest, ninth_wrong_pin_destroys_the_key_and_revokes_the_certificate)
{
    for (int i = 0; i < 9; ++i) {
        phone_.signAnew("000000");
        world_.clock.advance(Seconds(3 * 3600 + 1));
    }
    EXPECT_EQ(phone_.challenge().code, "PIN-203");
    EXPECT_EQ(phone_.state().json["state"], "blocked");
    EXPECT_EQ(world_.query<int>("select count(*) from credentials where blob is not null"), 0);
    EXPECT_EQ(world_.query<std::string>("select status from certificates"), "revoked");
    EXPECT_EQ(world_.query<int>("select count(*) from registrations"), 0);
}

TEST_F(PinTest, right_pin_starts_the_count_anew)
{
    phone_.signAnew("000000");
    phone_.signAnew("000000");
    ASSERT_TRUE(phone_.signAnew().good());
    EXPECT_EQ(failures(), 0);
}

TEST_F(PinTest, wrong_pin_verdict_repeated_is_not_counted_again)
{
    ASSERT_TRUE(phone_.challenge().good());
    auto wrong = Phone::pinKey("000000");
    const auto body = protocol::encode(
        protocol::SignRequest{.sad = protocol::signSad(phone_.sad(), wrong, phone_.deviceKey).value()});
    Twist twist;
    twist.idempotencyKey = "7d8b1a38-3cf5-4f0e-8f38-6a5f9ad6cc11";
    const auto first = phone_.post(phone_.path("/signature"), body, twist);
    const auto again = phone_.post(phone_.path("/signature"), body, twist);
    EXPECT_EQ(first.code, "PIN-201");
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(failures(), 1);
}

TEST_F(PinTest, count_survives_a_restart)
{
    phone_.signAnew("000000");
    phone_.signAnew("000000");
    world_.restart();
    EXPECT_EQ(phone_.signAnew("000000").code, "PIN-202");
    world_.restart();
    EXPECT_EQ(phone_.challenge().code, "PIN-202");
}

TEST_F(PinTest, unlock_by_staff_gives_no_tries_back)
{
    for (int i = 0; i < 3; ++i)
        phone_.signAnew("000000");
    ASSERT_TRUE(world_.database->transact([&](Session &session) -> Outcome {
        liftPinLock(session, world_.subscriber().id);
        return {};
    }));
    EXPECT_EQ(failures(), 3);
    EXPECT_EQ(phone_.signAnew("000000").json["triesUntilBlocked"], 5);
}

TEST_F(PinTest, malformed_or_stale_sad_is_not_counted)
{
    ASSERT_TRUE(phone_.challenge().good());
    phone_.post(phone_.path("/signature"), R"({"sad":"not a jws"})", {});
    auto stale = phone_.sad();
    stale.challenge = std::string(43, 'A');
    phone_.sign(stale, "000000");
    EXPECT_EQ(failures(), 0);
}

TEST_F(PinTest, stranger_without_the_device_key_burns_no_try)
{
    ASSERT_TRUE(phone_.challenge().good());
    auto stranger = crypto::PrivateKey::generate(crypto::KeyKind::P256);
    auto wrong = Phone::pinKey("000000");
    const auto body = protocol::encode(
        protocol::SignRequest{.sad = protocol::signSad(phone_.sad(), wrong, stranger).value()});
    Twist twist;
    twist.proofKey = &stranger;
    EXPECT_EQ(phone_.post(phone_.path("/signature"), body, twist).code, "PRT-113");
    EXPECT_EQ(failures(), 0);
}

} // namespace
} // namespace smartca::sandbox
