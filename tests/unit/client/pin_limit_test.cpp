// SPDX-License-Identifier: Apache-2.0
#include "client/pin_limit.h"
#include "client/vault.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace smartca::client {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

struct Limited : ::testing::Test {
    ManualClock clock{fromUnixSeconds(1795320000)};
    PinLimit limit{clock, 60s};
    SecretVault vault;
    void SetUp() override
    {
        vault.watch([this](SecretSlot slot) { limit.began(slot); });
    }
};

TEST_F(Limited, the_minute_of_a_pin_begins_with_its_first_digit)
{
    vault.appendDigit(SecretSlot::SigningPin, 4);
    clock.advance(59s);
    vault.appendDigit(SecretSlot::SigningPin, 9); // a later digit gains no time
    EXPECT_THAT(limit.over(), IsEmpty());
    clock.advance(1s);
    EXPECT_THAT(limit.over(), ElementsAre(SecretSlot::SigningPin));
    EXPECT_THAT(limit.over(), IsEmpty()) << "told once";
    EXPECT_TRUE(limit.idle());
}

TEST_F(Limited, a_pin_begun_anew_has_a_minute_of_its_own)
{
    vault.appendDigit(SecretSlot::NewPin, 4);
    clock.advance(50s);
    vault.removeLast(SecretSlot::NewPin);
    vault.appendDigit(SecretSlot::NewPin, 5);
    clock.advance(50s);
    EXPECT_THAT(limit.over(), IsEmpty());
    vault.put(SecretSlot::NewPin, SecretBytes::fromText("493817"));
    clock.advance(59s);
    EXPECT_THAT(limit.over(), IsEmpty());
    clock.advance(1s);
    EXPECT_THAT(limit.over(), ElementsAre(SecretSlot::NewPin));
}

TEST_F(Limited, what_is_no_pin_has_no_limit)
{
    vault.put(SecretSlot::Username, SecretBytes::fromText("079162001418"));
    vault.put(SecretSlot::SigningPin, SecretBytes());
    EXPECT_TRUE(limit.idle());
}

} // namespace
} // namespace smartca::client
