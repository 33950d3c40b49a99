// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/ui/desk.h"

namespace smartca::ui {
namespace {

using namespace activation;

TEST(Biometric, skipping_is_offered_only_where_the_policy_makes_it_optional)
{
    Desk desk;
    desk.source.setBiometric({device::BiometricKind::Fingerprint, device::BiometricAvailability::NoHardware});
    desk.at(ConfirmingBiometric{});
    desk.activation.biometric()->skip();
    desk.activation.biometric()->primary();
    EXPECT_EQ(desk.times<BiometricSkipped>(), 0);
    auto state = desk.source.state();
    state.facts.biometric = BiometricRule::Optional;
    desk.source.setState(state);
    desk.activation.biometric()->primary();
    EXPECT_EQ(desk.times<BiometricSkipped>(), 1);
}

TEST(Biometric, device_is_asked_on_its_step_alone)
{
    Desk desk;
    for (const Stage &elsewhere : {Stage(ChoosingPin{}), Stage(ReadingRecord{}), Stage(AtHome{})}) {
        desk.at(elsewhere);
        desk.activation.biometric()->look(); // the window comes to the front
    }
    EXPECT_EQ(desk.source.biometricLooks(), 0);
    desk.at(ConfirmingBiometric{});
    EXPECT_EQ(desk.source.biometricLooks(), 1);
    desk.activation.biometric()->look();
    EXPECT_EQ(desk.source.biometricLooks(), 2);
    desk.at(ConfirmingBiometric{}, stateWith(FailureCode::BiometricMissing).failure);
    desk.activation.biometric()->look();
    EXPECT_EQ(desk.source.biometricLooks(), 3) << "back from the settings";
}

TEST(Biometric, reader_is_left_alone_while_it_waits_for_a_finger)
{
    Desk desk;
    desk.at(ConfirmingBiometric{});
    desk.at(ConfirmingBiometric{true});
    desk.activation.biometric()->look();
    EXPECT_EQ(desk.source.biometricLooks(), 1);
}

TEST(Biometric, reason_against_it_comes_with_the_code_support_asks_for)
{
    Desk desk;
    desk.at(ConfirmingBiometric{});
    const auto codeWith = [&](device::BiometricAvailability availability) {
        desk.source.setBiometric({device::BiometricKind::Fingerprint, availability});
        desk.activation.biometric()->look();
        return desk.activation.biometric()->code();
    };
    EXPECT_EQ(codeWith(device::BiometricAvailability::NoneEnrolled), QStringLiteral("BIO-101"));
    EXPECT_EQ(codeWith(device::BiometricAvailability::LockedOut), QStringLiteral("BIO-104"));
    EXPECT_EQ(codeWith(device::BiometricAvailability::NoScreenLock), QStringLiteral("BIO-106"));
    EXPECT_EQ(codeWith(device::BiometricAvailability::Available), QString());
}

} // namespace
} // namespace smartca::ui
