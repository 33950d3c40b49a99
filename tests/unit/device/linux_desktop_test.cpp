// SPDX-License-Identifier: Apache-2.0
#include "device/failures.h"
#include "platform/linux/desktop.h"
#include "platform/linux/linux_device.h"
#include "tests/unit/device/scratch.h"

#include <gtest/gtest.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

namespace smartca::platform {
namespace {

TEST(LinuxDevice, offers_everything_and_claims_no_more_than_software)
{
    const test::Scratch scratch;
    auto device = std::move(makeLinuxDevice(scratch.file("home")).value());
    EXPECT_EQ(device.description.platform, "linux");
    EXPECT_FALSE(device.description.osVersion.empty());
    EXPECT_FALSE(device.screen->effective()) << "a desktop window can be photographed, and the app says so";
    EXPECT_FALSE(device.links->hasStorePage());
    EXPECT_EQ(device.biometrics->level(), device::KeyLevel::Software);
    EXPECT_EQ(device.keys->loadOrCreate().value()->level(), device::KeyLevel::Software);
    EXPECT_TRUE(device.keys->loadOrCreate().value()->attest(asBytes("challenge")).empty());
    EXPECT_FALSE(device.integrity().debuggerAttached);
}

TEST(LinuxDevice, with_no_link_but_to_itself_is_offline_for_every_other_host)
{
    constexpr int notAllowed = 77;
    const auto child = ::fork();
    if (child == 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) // a network of its own, with nothing in it
            ::_exit(notAllowed);
        const auto network = makeNetwork();
        const bool told = network->connectivity("smartca.example") == device::Connectivity::Offline &&
                          network->connectivity("127.0.0.1") == device::Connectivity::Unknown;
        ::_exit(told ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    if (WEXITSTATUS(status) == notAllowed)
        GTEST_SKIP() << "this machine lets no test have a network of its own";
    EXPECT_EQ(status, 0);
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
