// SPDX-License-Identifier: Apache-2.0
#include "cli/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <future>
#include <sstream>

namespace smartca::cli {
namespace {

namespace fs = std::filesystem;

class OutputFile : public ::testing::Test {
protected:
    OutputFile() { fs::create_directories(folder_); }
    ~OutputFile() override { fs::remove_all(folder_); }

    [[nodiscard]] std::string path(const std::string &name) const { return (folder_ / name).string(); }
    static std::string contentOf(const std::string &path)
    {
        std::ostringstream text;
        text << std::ifstream(path, std::ios::binary).rdbuf();
        return text.str();
    }
    static Outcome write(const std::string &path)
    {
        return writeFile(path, asBytes("the record"), Language::English);
    }

    fs::path folder_ =
        fs::path(::testing::TempDir()) /
        ("smartca-out-" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
};

TEST_F(OutputFile, is_replaced_whole_and_closed_to_others)
{
    std::ofstream(path("record.pdf")) << "an older and much longer content";
    ASSERT_TRUE(write(path("record.pdf")));
    EXPECT_EQ(contentOf(path("record.pdf")), "the record");
    EXPECT_EQ(fs::status(path("record.pdf")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1) << "nothing unfinished is left";
}

TEST_F(OutputFile, behind_links_is_written_and_the_links_stay)
{
    fs::create_directory(path("archive"));
    std::ofstream(path("archive/record.pdf")) << "old";
    fs::create_symlink("archive/record.pdf", path("inner"));
    fs::create_symlink(path("inner"), path("link"));
    fs::create_symlink("archive/not-yet.pdf", path("dangling"));
    ASSERT_TRUE(write(path("link")));
    ASSERT_TRUE(write(path("dangling")));
    EXPECT_TRUE(fs::is_symlink(path("link")) && fs::is_symlink(path("inner")) &&
                fs::is_symlink(path("dangling")));
    EXPECT_EQ(contentOf(path("archive/record.pdf")), "the record");
    EXPECT_EQ(contentOf(path("archive/not-yet.pdf")), "the record");
}

TEST_F(OutputFile, that_is_a_pipe_is_written_into_and_stays_a_pipe)
{
    ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
    auto read = std::async(std::launch::async, [this] { return contentOf(path("pipe")); });
    EXPECT_TRUE(write(path("pipe")));
    EXPECT_EQ(read.get(), "the record");
    EXPECT_TRUE(fs::is_fifo(path("pipe")));
}

TEST_F(OutputFile, that_cannot_be_written_is_named_with_the_reason)
{
    for (const auto &[name, why] : {std::pair("missing/record.pdf", "there is no such folder to write it to"),
                                    std::pair(".", "it is a folder, not a file")})
        for (const auto &outcome : {checkWritable(path(name), Language::English), write(path(name))}) {
            ASSERT_FALSE(outcome);
            EXPECT_EQ(outcome.error().code, FailureCode::InputInvalid);
            EXPECT_EQ(outcome.error().facts.subject, path(name) + " (" + why + ")");
        }
}

} // namespace
} // namespace smartca::cli
