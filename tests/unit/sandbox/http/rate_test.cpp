// SPDX-License-Identifier: Apache-2.0
#include "crypto/digest.h"
#include "sandbox/http/nonces.h"
#include "sandbox/http/rate_limit.h"

#include <gtest/gtest.h>

namespace smartca::sandbox::http {
namespace {

const UtcTime start = fromUnixSeconds(1'795'334'400);

TEST(RateLimit, allows_the_burst_and_then_one_at_a_time)
{
    ManualClock clock(start);
    RateLimit limit(clock, {.burst = 3, .every = Milliseconds{1000}, .remembered = 10});
    for (int i = 0; i < 3; ++i)
        EXPECT_TRUE(limit.take("a"));
    const auto refused = limit.take("a");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, FailureCode::TooManyRequests);
    EXPECT_EQ(refused.error().facts.retryAfter, Seconds{1});
    clock.advance(Milliseconds{1000});
    EXPECT_TRUE(limit.take("a"));
    EXPECT_FALSE(limit.take("a"));
}

TEST(RateLimit, counts_a_whole_ipv6_network_as_one_address)
{
    EXPECT_EQ(networkOf("192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(networkOf("2001:db8:1:2:3::4"), networkOf("2001:db8:1:2:ffff::1"));
    EXPECT_NE(networkOf("2001:db8:1:2::1"), networkOf("2001:db8:1:3::1"));
    EXPECT_EQ(networkOf("fe80::1%eth0"), networkOf("fe80::2"));
    EXPECT_EQ(networkOf("::ffff:192.0.2.7"), "192.0.2.7") << "at a socket for both";
}

TEST(RateLimit, of_one_key_is_not_that_of_another)
{
    ManualClock clock(start);
    RateLimit limit(clock, {.burst = 1, .every = Milliseconds{1000}, .remembered = 10});
    EXPECT_TRUE(limit.take("a"));
    EXPECT_TRUE(limit.take("b"));
    EXPECT_FALSE(limit.take("a"));
}

TEST(RateLimit, follows_no_jump_of_the_wall_clock)
{
    ManualClock clock(start);
    RateLimit limit(clock, {.burst = 1, .every = Milliseconds{1000}, .remembered = 10});
    EXPECT_TRUE(limit.take("a"));
    clock.setWall(start + Seconds{1'000'000});
    EXPECT_FALSE(limit.take("a"));
}

TEST(RateLimit, forgets_the_oldest_first_when_many_come)
{
    ManualClock clock(start);
    RateLimit limit(clock, {.burst = 1, .every = Milliseconds{60'000}, .remembered = 2});
    EXPECT_TRUE(limit.take("old"));
    clock.advance(Milliseconds{1000});
    EXPECT_TRUE(limit.take("new"));
    EXPECT_TRUE(limit.take("third"));
    EXPECT_FALSE(limit.take("new"));
}

class NoncesTest : public testing::Test {
protected:
    ManualClock clock_{start};
    Nonces::Mac mac_ = [](BytesView data) -> Result<Bytes> {
        return toBytes(BytesView(crypto::hmacSha256(asBytes("key"), {data})));
    };
};

TEST_F(NoncesTest, are_good_for_five_to_ten_minutes)
{
    Nonces nonces(clock_, mac_);
    const auto nonce = nonces.current();
    EXPECT_TRUE(nonces.accepts(nonce));
    clock_.advance(Seconds{300});
    EXPECT_NE(nonces.current(), nonce);
    EXPECT_TRUE(nonces.accepts(nonce));
    clock_.advance(Seconds{300});
    EXPECT_FALSE(nonces.accepts(nonce));
}

TEST_F(NoncesTest, outlive_a_restart)
{
    const auto nonce = Nonces(clock_, mac_).current();
    EXPECT_TRUE(Nonces(clock_, mac_).accepts(nonce));
}

TEST_F(NoncesTest, of_somebody_else_and_empty_ones_are_refused)
{
    Nonces nonces(clock_, mac_);
    EXPECT_FALSE(nonces.accepts(""));
    EXPECT_FALSE(nonces.accepts("AAAA"));
    EXPECT_FALSE(nonces.accepts(nonces.current() + "A"));
}

TEST_F(NoncesTest, empty_ones_are_refused_even_when_the_hsm_is_silent)
{
    Nonces nonces(clock_, [](BytesView) -> Result<Bytes> { return Bytes{}; });
    EXPECT_FALSE(nonces.accepts(""));
}

} // namespace
} // namespace smartca::sandbox::http
