// SPDX-License-Identifier: Apache-2.0
#include "client/vault.h"

#include <gtest/gtest.h>

namespace smartca::client {
namespace {

const protocol::PasswordPolicy passwordPolicy{.minLength = 8, .maxLength = 30};

TEST(Vault, pin_pad_takes_six_digits_and_no_more)
{
    SecretVault vault;
    for (const int digit : {4, 9, 3, 8, 1, 7, 5})
        vault.appendDigit(SecretSlot::NewPin, digit);
    vault.appendDigit(SecretSlot::NewPin, 12);
    vault.appendDigit(SecretSlot::NewPin, -1);
    EXPECT_EQ(vault.value(SecretSlot::NewPin).text(), "493817");
    vault.removeLast(SecretSlot::NewPin);
    EXPECT_EQ(vault.length(SecretSlot::NewPin), 5U);
    vault.removeLast(SecretSlot::PinAgain);
    EXPECT_FALSE(vault.has(SecretSlot::PinAgain));
}

TEST(Vault, wiped_slots_are_empty_and_others_stay)
{
    SecretVault vault;
    vault.put(SecretSlot::Code, SecretBytes::fromText("K7MP4QXT"));
    vault.put(SecretSlot::Username, SecretBytes::fromText("079162001418"));
    vault.wipe(SecretSlot::Code);
    EXPECT_FALSE(vault.has(SecretSlot::Code));
    EXPECT_TRUE(vault.has(SecretSlot::Username));
    vault.wipeAll();
    EXPECT_FALSE(vault.has(SecretSlot::Username));
}

TEST(Vault, own_digits_make_a_pin_weak_until_they_are_wiped)
{
    SecretVault vault;
    std::vector<SecretBytes> own;
    own.push_back(SecretBytes::fromText("0916384217"));
    vault.putAvoid(std::move(own));
    for (const int digit : {9, 1, 6, 3, 8, 4})
        vault.appendDigit(SecretSlot::NewPin, digit);
    EXPECT_TRUE(vault.has(SecretSlot::Avoid));
    EXPECT_EQ(vault.judgePin(), PinRule::OwnDigits);
    vault.wipe(SecretSlot::Avoid);
    EXPECT_FALSE(vault.judgePin());
}

TEST(Vault, two_empty_entries_are_not_equal)
{
    SecretVault vault;
    EXPECT_FALSE(vault.pinsEqual());
    EXPECT_FALSE(vault.passwordsEqual());
    vault.put(SecretSlot::Password, SecretBytes::fromText("Sen!Trang7"));
    vault.put(SecretSlot::PasswordAgain, SecretBytes::fromText("Sen!Trang7"));
    EXPECT_TRUE(vault.passwordsEqual());
    vault.put(SecretSlot::PasswordAgain, SecretBytes::fromText("Sen!Trang8"));
    EXPECT_FALSE(vault.passwordsEqual());
}

TEST(Password, each_rule_is_a_fact_of_its_own)
{
    EXPECT_TRUE(passwordFacts("Sen!Trang7", passwordPolicy).good());
    EXPECT_FALSE(passwordFacts("Se!Tr7x", passwordPolicy).longEnough);
    EXPECT_FALSE(passwordFacts(std::string(28, 'a') + "A1!", passwordPolicy).notTooLong);
    EXPECT_TRUE(passwordFacts(std::string(27, 'a') + "A1!", passwordPolicy).good());
    EXPECT_FALSE(passwordFacts("sen!trang7", passwordPolicy).hasUpper);
    EXPECT_FALSE(passwordFacts("SEN!TRANG7", passwordPolicy).hasLower);
    EXPECT_FALSE(passwordFacts("Sen!Trang", passwordPolicy).hasDigit);
    EXPECT_FALSE(passwordFacts("SenTrang77", passwordPolicy).hasSpecial);
}

TEST(Password, letters_with_marks_spaces_and_controls_are_refused)
{
    for (const auto *password : {"Sen!Trắng7", "Sen! Trang7", "Sen!Trang7\t", "Sen!Trang7\x7f"}) {
        const auto facts = passwordFacts(password, passwordPolicy);
        EXPECT_FALSE(facts.good()) << password;
        const bool marked = std::string_view(password) == "Sen!Trắng7";
        EXPECT_NE(facts.onlyAscii, marked) << password;
        EXPECT_EQ(facts.noBlank, marked) << password;
        EXPECT_EQ(passwordFailure(facts, true)->code,
                  marked ? FailureCode::PasswordNotAscii : FailureCode::PasswordWeak)
            << password;
    }
}

} // namespace
} // namespace smartca::client
