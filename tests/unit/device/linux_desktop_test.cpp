// SPDX-License-Identifier: Apache-2.0
#include "device/failures.h"
#include "platform/linux/linux_device.h"
#include "tests/unit/device/scratch.h"

#include <gtest/gtest.h>

namespace smartca::platform {
namespace {

TEST(LinuxDevice, offers_everything_and_claims_no_more_than_software)
{
    const test::Scratch scratch;
    auto device = std::move(makeLinuxDevice(scratch.file("home")).value());
    EXPECT_EQ(device.description.platform, "linux");
    EXPECT_FALSE(device.description.osVersion.empty());
    EXPECT_FALSE(device.screen->effective()) << "a desktop window can be photographed, and the app says so";
    EXPECT_FALSE(device.links->openStorePage());
    EXPECT_EQ(device.biometrics->level(), device::KeyLevel::Software);
    EXPECT_EQ(device.keys->loadOrCreate().value()->level(), device::KeyLevel::Software);
    EXPECT_TRUE(device.keys->loadOrCreate().value()->attest(asBytes("challenge")).empty());
    EXPECT_FALSE(device.integrity().debuggerAttached);
}

TEST(LinuxDevice, home_that_cannot_be_made_is_a_failed_disk)
{
    EXPECT_EQ(makeLinuxDevice("/proc/no/such/place").error().code, FailureCode::DiskFailed);
}

TEST(BiometricReasons, each_has_its_code_and_says_why)
{
    using device::BiometricAvailability;
    const auto codeOf = [](BiometricAvailability why) { return device::biometricUnavailable(why).code; };
    EXPECT_EQ(codeOf(BiometricAvailability::NoHardware), FailureCode::BiometricMissing);
    EXPECT_EQ(codeOf(BiometricAvailability::NoneEnrolled), FailureCode::BiometricMissing);
    EXPECT_EQ(codeOf(BiometricAvailability::WeakOnly), FailureCode::BiometricMissing);
    EXPECT_EQ(codeOf(BiometricAvailability::NoScreenLock), FailureCode::ScreenLockMissing);
    EXPECT_EQ(codeOf(BiometricAvailability::LockedOut), FailureCode::BiometricLockedOut);
    EXPECT_EQ(device::biometricUnavailable(BiometricAvailability::NoneEnrolled).facts.subject,
              "noneEnrolled");
}

} // namespace
} // namespace smartca::platform
