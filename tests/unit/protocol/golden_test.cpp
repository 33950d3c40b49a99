// SPDX-License-Identifier: Apache-2.0
#include "samples.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace smartca::protocol {
namespace {

std::string goldenOf(const Sample &sample)
{
    auto text = readFixture("protocol/" + sample.name + ".json");
    if (text.ends_with('\n'))
        text.pop_back();
    return text;
}

/// SMARTCA_UPDATE_GOLDEN=1 writes the files anew after a wanted change; look at the difference.
void updateWhenAsked(const Sample &sample)
{
    if (std::getenv("SMARTCA_UPDATE_GOLDEN") != nullptr)
        std::ofstream(std::string(SMARTCA_FIXTURES) + "/protocol/" + sample.name + ".json")
            << sample.text << '\n';
}

class EveryMessage : public ::testing::TestWithParam<Sample> {};

TEST_P(EveryMessage, is_written_as_its_golden_file)
{
    updateWhenAsked(GetParam());
    EXPECT_EQ(GetParam().text, goldenOf(GetParam()));
}

TEST_P(EveryMessage, reads_its_golden_file_and_writes_the_same_octets)
{
    const auto golden = goldenOf(GetParam());
    const auto again = GetParam().roundTrip(golden);
    ASSERT_TRUE(again) << again.error().detail;
    EXPECT_EQ(*again, golden);
}

INSTANTIATE_TEST_SUITE_P(Golden, EveryMessage, ::testing::ValuesIn(samples()), testName);

} // namespace
} // namespace smartca::protocol
