// SPDX-License-Identifier: Apache-2.0
#include "device/durable_file.h"
#include "tests/unit/device/scratch.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <thread>

namespace smartca::device {
namespace {

Bytes octets(std::string_view text)
{
    return toBytes(text);
}

TEST(DurableFile, is_read_back_as_it_was_written)
{
    const test::Scratch scratch;
    ASSERT_TRUE(writeDurably(scratch.file("a"), octets("first")));
    ASSERT_TRUE(writeDurably(scratch.file("a"), octets("second")));
    EXPECT_EQ(readWhole(scratch.file("a"), 100).value(), octets("second"));
}

TEST(DurableFile, belongs_to_its_owner_alone)
{
    const test::Scratch scratch;
    ASSERT_TRUE(writeDurably(scratch.file("a"), octets("x")));
    struct stat facts {};
    ASSERT_EQ(::stat(scratch.file("a").c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0600U);
}

TEST(DurableFile, folder_loses_the_rights_of_others)
{
    const test::Scratch scratch;
    const auto folder = scratch.file("home/inner");
    std::filesystem::create_directories(folder);
    ::chmod(folder.c_str(), 0755);
    ASSERT_TRUE(makePrivateFolder(folder));
    struct stat facts {};
    ASSERT_EQ(::stat(folder.c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0700U);
}

TEST(DurableFile, missing_file_is_no_failure)
{
    const test::Scratch scratch;
    const auto read = readWhole(scratch.file("none"), 10);
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->has_value());
    EXPECT_TRUE(removeDurably(scratch.file("none")));
}

TEST(DurableFile, longer_than_allowed_is_refused)
{
    const test::Scratch scratch;
    ASSERT_TRUE(writeDurably(scratch.file("a"), octets("0123456789A")));
    EXPECT_EQ(readWhole(scratch.file("a"), 10).error().code, FailureCode::DiskFailed);
}

TEST(DurableFile, folder_that_cannot_be_written_is_a_failed_disk)
{
    const test::Scratch scratch;
    EXPECT_EQ(writeDurably(scratch.file("no/such/folder/a"), octets("x")).error().code,
              FailureCode::DiskFailed);
}

TEST(DurableFile, full_disk_is_said_and_leaves_the_old_file_and_no_rest)
{
    const test::Scratch scratch;
    ASSERT_TRUE(writeDurably(scratch.file("a"), octets("old")));
    // A limit on the size of files is what a full disk looks like to write(2), without root or a disk of its
    // own.
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit tight{.rlim_cur = 16, .rlim_max = before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &tight), 0);
    const auto written = writeDurably(scratch.file("a"), Bytes(1000, 'x'));
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, FailureCode::DiskFull);
    EXPECT_EQ(readWhole(scratch.file("a"), 100).value(), octets("old"));
    const std::filesystem::directory_iterator files(std::filesystem::path(scratch.file("a")).parent_path());
    EXPECT_EQ(std::distance(begin(files), end(files)), 1) << "nothing half-written stays";
}

TEST(DurableFile, rest_of_an_interrupted_write_goes_at_the_next_start)
{
    const test::Scratch scratch;
    const auto folder = scratch.file("home");
    ASSERT_TRUE(makePrivateFolder(folder));
    ASSERT_TRUE(writeDurably(folder + "/a", octets("good")));
    // Process ids end below 2^22 (PID_MAX_LIMIT), so nobody has this one.
    const auto dead = folder + "/a.99999999-1.new";
    const auto alive = folder + "/a." + std::to_string(::getpid()) + "-1000000.new";
    std::ofstream(dead) << "half";
    std::ofstream(alive) << "half";
    ASSERT_TRUE(makePrivateFolder(folder));
    EXPECT_FALSE(std::filesystem::exists(dead));
    EXPECT_TRUE(std::filesystem::exists(alive)) << "its writer is still at it";
    EXPECT_EQ(readWhole(folder + "/a", 100).value(), octets("good"));
}

TEST(DurableFile, two_writers_at_once_leave_one_whole_file)
{
    const test::Scratch scratch;
    const auto write = [&](char letter) {
        for (int i = 0; i < 50; ++i)
            ASSERT_TRUE(writeDurably(scratch.file("a"), Bytes(5000, static_cast<std::uint8_t>(letter))));
    };
    std::thread other(write, 'x');
    write('y');
    other.join();
    const auto content = readWhole(scratch.file("a"), 10000).value();
    ASSERT_TRUE(content);
    EXPECT_TRUE(*content == Bytes(5000, 'x') || *content == Bytes(5000, 'y'));
}

} // namespace
} // namespace smartca::device
