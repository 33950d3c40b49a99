// SPDX-License-Identifier: Apache-2.0
#include "client/retry.h"
#include "client/service_time.h"

#include <gtest/gtest.h>

namespace smartca::client {
namespace {

using namespace std::chrono_literals;
const RetryPolicy retryPolicy;

TEST(Retry, jitter_is_full_and_its_ceiling_doubles)
{
    EXPECT_EQ(delayBefore(2, retryPolicy, std::nullopt, 0.0), 0ms);
    EXPECT_EQ(delayBefore(2, retryPolicy, std::nullopt, 0.5), 250ms);
    EXPECT_EQ(delayBefore(3, retryPolicy, std::nullopt, 0.5), 500ms);
    EXPECT_EQ(delayBefore(5, retryPolicy, std::nullopt, 0.5), 2000ms);
}

TEST(Retry, ceiling_never_passes_thirty_seconds)
{
    const RetryPolicy patient{.attempts = 50, .first = 500ms, .longest = 30s};
    EXPECT_LT(delayBefore(40, patient, std::nullopt, 0.999).value(), 30s);
}

TEST(Retry, ends_after_five_attempts)
{
    EXPECT_TRUE(delayBefore(5, retryPolicy, std::nullopt, 0.1));
    EXPECT_FALSE(delayBefore(6, retryPolicy, std::nullopt, 0.1));
}

TEST(Retry, waits_as_long_as_the_service_asks_but_no_longer_than_a_person_would)
{
    EXPECT_EQ(delayBefore(2, retryPolicy, 7s, 0.0), 7s);
    EXPECT_FALSE(delayBefore(2, retryPolicy, 31s, 0.0));
}

TEST(ServiceTime, is_the_device_s_until_the_service_was_heard)
{
    ManualClock clock(fromUnixSeconds(1'000'000));
    ServiceTime time(clock);
    EXPECT_EQ(time.now(), fromUnixSeconds(1'000'000));
    EXPECT_FALSE(time.deviceAheadBy());
}

TEST(ServiceTime, goes_on_from_the_last_answer_whatever_the_wall_clock_does)
{
    ManualClock clock(fromUnixSeconds(1'000'000));
    ServiceTime time(clock);
    time.heard(fromUnixSeconds(2'000'000));
    clock.advance(10s);
    clock.setWall(fromUnixSeconds(5));
    EXPECT_EQ(time.now(), fromUnixSeconds(2'000'010));
    EXPECT_EQ(time.deviceAheadBy(), fromUnixSeconds(5) - fromUnixSeconds(2'000'010));
}

} // namespace
} // namespace smartca::client
