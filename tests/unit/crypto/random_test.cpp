// SPDX-License-Identifier: Apache-2.0
#include "crypto/random.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace smartca::crypto {
namespace {

TEST(Random, uuids_are_version_4_in_lower_case_and_differ)
{
    const std::regex form("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    std::set<std::string> seen;
    for (int i = 0; i < 200; ++i) {
        const auto uuid = randomUuid();
        EXPECT_TRUE(std::regex_match(uuid, form)) << uuid;
        EXPECT_TRUE(seen.insert(uuid).second);
    }
}

TEST(Random, gives_as_much_as_asked_and_never_the_same)
{
    EXPECT_EQ(randomBytes(33).size(), 33U);
    EXPECT_EQ(randomSecret(33).size(), 33U);
    EXPECT_NE(randomBytes(32), randomBytes(32));
    EXPECT_FALSE(randomSecret(32) == randomSecret(32));
    EXPECT_TRUE(randomBytes(0).empty());
}

} // namespace
} // namespace smartca::crypto
