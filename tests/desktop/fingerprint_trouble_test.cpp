// SPDX-License-Identifier: Apache-2.0
// The gate over the real fprintd and its virtual reader: what may come between a person and the reader.
#include "tests/desktop/gate_home.h"

#include <gtest/gtest.h>

namespace smartca::test {
namespace {

using device::BiometricAvailability;

class FingerprintTrouble : public testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(home.reader.enrol("right-index-finger", "mine")); }

    /// The next prompt works as if nothing had been.
    void expectToWorkAgain()
    {
        EXPECT_EQ(home.touchWith("mine"), std::nullopt);
        EXPECT_NE(home.gate->key(), nullptr);
    }

    GateHome home;
};

TEST_F(FingerprintTrouble, key_store_that_cannot_be_read_is_said_and_costs_no_key)
{
    ASSERT_EQ(home.touchWith("mine"), std::nullopt);
    const auto sealed = home.scratch.file("secrets.sealed");
    std::filesystem::rename(sealed, sealed + ".away");
    std::filesystem::create_directory(sealed);
    home.open();
    EXPECT_EQ(home.end(), FailureCode::DiskFailed);
    std::filesystem::remove(sealed);
    std::filesystem::rename(sealed + ".away", sealed);
    EXPECT_TRUE(home.keys.loadBiometric().value().has_value()) << "the same fingers: B is still good";
    expectToWorkAgain();
}

TEST_F(FingerprintTrouble, closing_the_prompt_frees_the_reader)
{
    home.open();
    ASSERT_TRUE(home.isOpen());
    home.gate->cancel();
    EXPECT_EQ(home.end(), FailureCode::BiometricCancelled);
    EXPECT_TRUE(waitUntil([this] { return !home.reader.isClaimed(); }));
    expectToWorkAgain();
}

TEST_F(FingerprintTrouble, closing_the_prompt_at_once_frees_the_reader)
{
    home.open();
    home.gate->cancel();
    EXPECT_EQ(home.end(), FailureCode::BiometricCancelled);
    expectToWorkAgain();
}

TEST_F(FingerprintTrouble, leaving_the_app_frees_the_reader)
{
    home.open();
    ASSERT_TRUE(home.isOpen());
    home.gate.reset();
    EXPECT_TRUE(waitUntil([this] { return !home.reader.isClaimed(); }));
    EXPECT_FALSE(home.ended.has_value()) << "nobody is there to be told";
}

TEST_F(FingerprintTrouble, reader_held_by_another_program_is_said_and_can_be_tried_again)
{
    ASSERT_TRUE(home.reader.claim());
    home.open();
    EXPECT_EQ(home.end(), FailureCode::BiometricFailed);
    EXPECT_EQ(home.gate->key(), nullptr);
    ASSERT_TRUE(home.reader.release());
    expectToWorkAgain();
}

TEST_F(FingerprintTrouble, failing_reader_ends_the_prompt_without_a_key)
{
    home.open();
    ASSERT_TRUE(home.reader.send("ERROR 0"));
    EXPECT_EQ(home.end(), FailureCode::BiometricFailed);
    EXPECT_EQ(home.gate->key(), nullptr);
    expectToWorkAgain();
}

TEST_F(FingerprintTrouble, reader_pulled_out_ends_the_prompt_and_is_no_hardware_from_then_on)
{
    home.open();
    ASSERT_TRUE(home.isOpen());
    ASSERT_TRUE(home.reader.send("UNPLUG"));
    EXPECT_EQ(home.end(), FailureCode::BiometricFailed);
    EXPECT_TRUE(waitUntil([this] { return home.gate->availability() == BiometricAvailability::NoHardware; }));
    home.open();
    EXPECT_EQ(home.end(), FailureCode::BiometricMissing);
    EXPECT_EQ(home.subject(), "noHardware");
}

TEST_F(FingerprintTrouble, fprintd_killed_in_the_middle_ends_the_prompt_and_the_next_one_starts_it_again)
{
    home.open();
    ASSERT_TRUE(home.isOpen());
    ASSERT_TRUE(home.reader.killDaemon());
    EXPECT_EQ(home.end(), FailureCode::BiometricFailed);
    EXPECT_EQ(home.gate->key(), nullptr);
    // A reader that keeps the prints itself keeps them; the virtual one is as new and is told of it.
    home.open();
    ASSERT_TRUE(home.reader.send("INSERT mine"));
    ASSERT_TRUE(home.reader.touch("mine"));
    EXPECT_EQ(home.end(), std::nullopt);
    EXPECT_NE(home.gate->key(), nullptr);
}

} // namespace
} // namespace smartca::test
