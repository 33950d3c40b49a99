// SPDX-License-Identifier: Apache-2.0
#include "client/vault.h"

#include <gtest/gtest.h>

#include <cstdio>

namespace smartca::client {
namespace {

std::optional<PinRule> ruleOf(std::string_view pin, std::initializer_list<std::string_view> own = {})
{
    std::vector<SecretBytes> avoid;
    for (const auto digits : own)
        avoid.push_back(SecretBytes::fromText(digits));
    return weakness(pin, avoid);
}

TEST(WeakPin, list_has_between_60000_and_120000_values)
{
    int weak = 0;
    for (int i = 0; i < 1'000'000; ++i) {
        char pin[7];
        std::snprintf(pin, sizeof pin, "%06d", i);
        weak += weakness({pin, 6}, {}).has_value() ? 1 : 0;
    }
    EXPECT_GE(weak, 60'000);
    EXPECT_LE(weak, 120'000);
}

TEST(WeakPin, repetition_is_three_equal_neighbours_or_at_most_two_digits)
{
    for (const auto *pin : {"000000", "121212", "112212", "955512", "844429", "299955"})
        EXPECT_EQ(ruleOf(pin), PinRule::Repetition) << pin;
}

TEST(WeakPin, run_counts_up_or_down_with_any_step)
{
    for (const auto *pin : {"123456", "987654", "135791", "890123", "147036", "723459", "964321"})
        EXPECT_EQ(ruleOf(pin), PinRule::Run) << pin;
}

TEST(WeakPin, mirror_is_a_palindrome_a_repeat_or_pairs)
{
    for (const auto *pin : {"274472", "583583", "449922"})
        EXPECT_EQ(ruleOf(pin), PinRule::Mirror) << pin;
}

TEST(WeakPin, keypad_pattern_is_two_lines)
{
    for (const auto *pin : {"147258", "159753", "741963", "142536"})
        EXPECT_EQ(ruleOf(pin), PinRule::KeypadPattern) << pin;
}

TEST(WeakPin, date_is_day_month_year_in_either_order_or_a_year)
{
    for (const auto *pin : {"150862", "290204", "620815", "199384", "841985"})
        EXPECT_EQ(ruleOf(pin), PinRule::Date) << pin;
    EXPECT_FALSE(ruleOf("310235")) << "year 2035, and no such day";
}

TEST(WeakPin, own_digits_count_forwards_and_backwards)
{
    EXPECT_FALSE(ruleOf("916384"));
    EXPECT_EQ(ruleOf("916384", {"0791638402"}), PinRule::OwnDigits);
    EXPECT_EQ(ruleOf("483619", {"0791638402"}), PinRule::OwnDigits);
    EXPECT_EQ(ruleOf("916384", {"6384"}), PinRule::OwnDigits);
    EXPECT_FALSE(ruleOf("916384", {"384"})) << "three digits are no own number";
}

TEST(WeakPin, common_values_no_rule_finds)
{
    for (const auto *pin : {"521314", "314159", "112358"})
        EXPECT_EQ(ruleOf(pin), PinRule::Common) << pin;
}

TEST(WeakPin, good_values_pass)
{
    for (const auto *pin : {"493817", "708264", "862940", "350971"})
        EXPECT_FALSE(ruleOf(pin)) << pin;
}

TEST(WeakPin, what_is_no_pin_is_never_good)
{
    for (const auto *pin : {"", "49381", "4938170", "49381a", "      "})
        EXPECT_TRUE(ruleOf(pin)) << pin;
}

} // namespace
} // namespace smartca::client
