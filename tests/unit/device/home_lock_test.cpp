// SPDX-License-Identifier: Apache-2.0
#include "platform/linux/linux_device.h"
#include "tests/unit/device/scratch.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace smartca::device {
namespace {

TEST(HomeLock, is_held_once_and_free_afterwards)
{
    const test::Scratch home;
    {
        const auto first = lockHome(home.path());
        ASSERT_TRUE(first);
        EXPECT_EQ(lockHome(home.path()).error().code, FailureCode::HomeInUse);
    }
    EXPECT_TRUE(lockHome(home.path()));
}

TEST(HomeLock, of_another_program_counts_until_that_is_killed)
{
    const test::Scratch home;
    int held[2];
    ASSERT_EQ(::pipe(held), 0);
    const pid_t other = ::fork();
    ASSERT_GE(other, 0);
    if (other == 0) {
        const auto lock = lockHome(home.path());
        const char answer = lock ? 'y' : 'n';
        static_cast<void>(::write(held[1], &answer, 1) == 1);
        ::pause();
        ::_exit(0);
    }
    char answer = 0;
    ASSERT_EQ(::read(held[0], &answer, 1), 1);
    ASSERT_EQ(answer, 'y');
    EXPECT_EQ(lockHome(home.path()).error().code, FailureCode::HomeInUse);
    ::kill(other, SIGKILL);
    ::waitpid(other, nullptr, 0);
    EXPECT_TRUE(lockHome(home.path()));
}

TEST(HomeLock, second_device_on_a_home_is_refused_before_it_touches_a_key)
{
    const test::Scratch scratch;
    const auto first = platform::makeLinuxDevice(scratch.file("home"));
    ASSERT_TRUE(first);
    EXPECT_EQ(platform::makeLinuxDevice(scratch.file("home")).error().code, FailureCode::HomeInUse);
    EXPECT_TRUE(platform::makeLinuxDevice(scratch.file("other-home")));
}

} // namespace
} // namespace smartca::device
