// SPDX-License-Identifier: Apache-2.0
#include "base/display.h"

#include <gtest/gtest.h>

namespace smartca {
namespace {

TEST(Display, says_the_time_of_the_place_that_is_asked)
{
    const auto late = fromUnixSeconds(1798736399) + Milliseconds(999); // 2026-12-31T16:59:59.999Z
    const auto here = civilTime(late);
    EXPECT_EQ(here.year, 2026);
    EXPECT_EQ(here.month, 12U);
    EXPECT_EQ(here.day, 31U);
    EXPECT_EQ(here.hour, 23);
    EXPECT_EQ(here.minute, 59);
    EXPECT_EQ(here.second, 59);
    EXPECT_EQ(civilTime(late + Seconds(1)).year, 2027);
    EXPECT_EQ(civilTime(late, Seconds(0)).hour, 16);
    EXPECT_EQ(civilTime(fromUnixSeconds(-1), Seconds(0)).year, 1969);
}

TEST(Display, writes_dates_of_the_internet_in_english_and_utc)
{
    const auto time = fromUnixSeconds(1'795'334'400);
    EXPECT_EQ(toInternetDate(time), "Sun, 22 Nov 2026 08:00:00 GMT");
    EXPECT_EQ(toInternetDate(time, "+0000"), "Sun, 22 Nov 2026 08:00:00 +0000");
}

TEST(Display, groups_from_the_left)
{
    EXPECT_EQ(inGroupsOfFour(""), "");
    EXPECT_EQ(inGroupsOfFour("1800"), "1800");
    EXPECT_EQ(inGroupsOfFour("18001260"), "1800 1260");
    EXPECT_EQ(inGroupsOfFour("54010B7E2"), "5401 0B7E 2");
}

} // namespace
} // namespace smartca
