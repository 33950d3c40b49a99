// SPDX-License-Identifier: Apache-2.0
// The gate over the real fprintd and its virtual reader: what a finger may do.
#include "tests/desktop/gate_home.h"

#include <gtest/gtest.h>

namespace smartca::test {
namespace {

using device::BiometricAvailability;
const QString right = QStringLiteral("right-index-finger");
const QString left = QStringLiteral("left-thumb");

TEST(FingerprintGate, without_an_enrolled_finger_says_why_it_cannot_be_used)
{
    GateHome home;
    EXPECT_EQ(home.gate->availability(), BiometricAvailability::NoneEnrolled);
    home.open();
    EXPECT_EQ(home.end(), FailureCode::BiometricMissing);
    EXPECT_EQ(home.subject(), "noneEnrolled");
    EXPECT_FALSE(home.reader.isClaimed());
}

TEST(FingerprintGate, is_available_once_a_finger_is_enrolled)
{
    GateHome home;
    ASSERT_TRUE(home.reader.enrol(right, "mine"));
    EXPECT_EQ(home.gate->availability(), BiometricAvailability::Available);
    EXPECT_EQ(home.gate->key(), nullptr) << "no key before a finger";
}

TEST(FingerprintGate, matching_finger_makes_a_key_that_signs_and_frees_the_reader)
{
    GateHome home;
    ASSERT_TRUE(home.reader.enrol(right, "mine"));
    ASSERT_EQ(home.touchWith("mine"), std::nullopt);
    auto *key = home.gate->key();
    ASSERT_NE(key, nullptr);
    const auto digest = crypto::sha256(asBytes("registration"));
    const auto signature = key->signDigest(digest, crypto::EcdsaForm::Raw);
    ASSERT_TRUE(signature);
    EXPECT_TRUE(key->publicKey().verifyDigest(digest, *signature, crypto::EcdsaForm::Raw));
    EXPECT_TRUE(home.keys.loadBiometric().value().has_value());
    EXPECT_TRUE(waitUntil([&] { return !home.reader.isClaimed(); }));
}

TEST(FingerprintGate, any_of_the_enrolled_fingers_will_do)
{
    GateHome home;
    ASSERT_TRUE(home.reader.enrol(right, "mine"));
    ASSERT_TRUE(home.reader.enrol(left, "my-thumb"));
    EXPECT_EQ(home.touchWith("my-thumb"), std::nullopt);
    EXPECT_NE(home.gate->key(), nullptr);
}

TEST(FingerprintGate, foreign_finger_makes_no_key_and_the_next_try_may_succeed)
{
    GateHome home;
    ASSERT_TRUE(home.reader.enrol(right, "mine"));
    EXPECT_EQ(home.touchWith("not-mine"), FailureCode::BiometricFailed);
    EXPECT_EQ(home.gate->key(), nullptr);
    EXPECT_FALSE(home.keys.loadBiometric().value().has_value());
    EXPECT_EQ(home.touchWith("mine"), std::nullopt);
    EXPECT_NE(home.gate->key(), nullptr);
}

TEST(FingerprintGate, badly_laid_finger_is_asked_for_again_within_the_same_prompt)
{
    GateHome home;
    ASSERT_TRUE(home.reader.enrol(right, "mine"));
    home.open();
    ASSERT_TRUE(home.reader.send("RETRY 1")); // too short
    ASSERT_TRUE(home.reader.touch("mine"));
    EXPECT_EQ(home.end(), std::nullopt);
}

TEST(FingerprintGate, five_foreign_fingers_in_a_row_lock_it_for_half_a_minute)
{
    GateHome home;
    ASSERT_TRUE(home.reader.enrol(right, "mine"));
    for (int i = 0; i < 4; ++i)
        ASSERT_EQ(home.touchWith("not-mine"), FailureCode::BiometricFailed);
    ASSERT_EQ(home.touchWith("not-mine"), FailureCode::BiometricLockedOut);
    EXPECT_EQ(home.gate->availability(), BiometricAvailability::LockedOut);
    home.clock.advance(Seconds(29));
    home.open();
    EXPECT_EQ(home.end(), FailureCode::BiometricLockedOut) << "without asking the reader";
    home.clock.advance(Seconds(1));
    EXPECT_EQ(home.touchWith("mine"), std::nullopt);
}

TEST(FingerprintGate, finger_added_later_ends_the_key_and_the_next_prompt_makes_a_new_one)
{
    GateHome home;
    ASSERT_TRUE(home.reader.enrol(right, "mine"));
    ASSERT_EQ(home.touchWith("mine"), std::nullopt);
    const auto before = home.gate->key()->publicKey().thumbprint();
    ASSERT_TRUE(home.reader.enrol(left, "somebody's"));
    home.open();
    ASSERT_EQ(home.end(), FailureCode::BiometricChanged);
    EXPECT_EQ(home.gate->key(), nullptr);
    EXPECT_FALSE(home.keys.loadBiometric().value().has_value());
    ASSERT_EQ(home.touchWith("mine"), std::nullopt);
    EXPECT_NE(home.gate->key()->publicKey().thumbprint(), before);
}

TEST(FingerprintGate, change_of_fingers_is_noticed_after_a_new_start_too)
{
    GateHome home;
    ASSERT_TRUE(home.reader.enrol(right, "mine"));
    ASSERT_TRUE(home.reader.enrol(left, "my-thumb"));
    ASSERT_EQ(home.touchWith("mine"), std::nullopt);
    home.gate = std::make_unique<platform::FingerprintGate>(home.keys, home.clock);
    EXPECT_EQ(home.gate->key(), nullptr) << "a new start wants a finger again";
    ASSERT_TRUE(home.reader.forget(left));
    home.open();
    EXPECT_EQ(home.end(), FailureCode::BiometricChanged);
}

} // namespace
} // namespace smartca::test
