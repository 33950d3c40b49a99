// SPDX-License-Identifier: Apache-2.0
#include "sandbox/hsm/hsm.h"
#include "sandbox/service.h"
#include "tests/unit/sandbox/test_tools.h"

#include <gtest/gtest.h>

#include <fstream>

/// A folder that was in use and lacks something now: nothing is made anew in its place, which nobody would
/// notice until it is too late.
namespace smartca::sandbox {
namespace {

class LostPartsTest : public testing::Test {
protected:
    LostPartsTest() { EXPECT_EQ(served(), ""); }

    /// Why no service stands on the folder; empty when one does.
    [[nodiscard]] std::string served() const
    {
        auto service = Service::open({.data = folder_,
                                      .listen = "127.0.0.1:0",
                                      .credential = crypto::KeyKind::P256,
                                      .keyPool = 0,
                                      .clock = &clock_});
        if (!service)
            return std::string(codeText(service.error().code)) + " " + service.error().detail;
        const auto started = (*service)->start();
        return started ? "" : std::string(codeText(started.error().code)) + " " + started.error().detail;
    }
    [[nodiscard]] std::vector<std::filesystem::path> filesOf(const char *name) const
    {
        std::vector<std::filesystem::path> files;
        for (const auto &entry : std::filesystem::directory_iterator(folder_ / name))
            if (entry.is_regular_file())
                files.push_back(entry.path());
        return files;
    }

    SystemClock clock_;
    test::TemporaryFolder own_;
    std::filesystem::path folder_ = own_.path();
};

TEST_F(LostPartsTest, a_whole_folder_serves_again)
{
    EXPECT_EQ(served(), "");
}

TEST_F(LostPartsTest, each_key_is_missed_by_its_name)
{
    const auto keys = filesOf("hsm");
    ASSERT_EQ(keys.size(), serviceKeys.size() + 1); // and the master key
    for (const auto &key : keys) {
        const auto aside = folder_ / "aside";
        std::filesystem::rename(key, aside);
        const auto why = served();
        EXPECT_TRUE(why.starts_with("HSM-101")) << why;
        EXPECT_NE(why.find(key.filename().string()), std::string::npos) << why;
        EXPECT_FALSE(std::filesystem::exists(key));
        std::filesystem::rename(aside, key);
        EXPECT_EQ(served(), "");
    }
}

TEST_F(LostPartsTest, each_certificate_is_missed_by_its_name_and_an_empty_one_is_damaged)
{
    const auto certificates = filesOf("ca");
    ASSERT_EQ(certificates.size(), 4U);
    for (const auto &certificate : certificates) {
        const auto aside = folder_ / "aside";
        std::filesystem::rename(certificate, aside);
        const auto missing = served();
        EXPECT_NE(missing.find("missing: " + certificate.filename().string()), std::string::npos) << missing;
        EXPECT_FALSE(std::filesystem::exists(certificate));
        std::ofstream(certificate).close();
        std::filesystem::permissions(certificate, std::filesystem::perms(0600));
        const auto damaged = served();
        EXPECT_NE(damaged.find("damaged: " + certificate.filename().string()), std::string::npos) << damaged;
        std::filesystem::rename(aside, certificate);
        EXPECT_EQ(served(), "");
    }
}

TEST_F(LostPartsTest, keys_without_their_database_are_no_new_service)
{
    std::filesystem::rename(folder_ / "service.db", folder_ / "aside");
    EXPECT_TRUE(served().starts_with("CLI-101")) << served();
    std::ofstream(folder_ / "service.db").close();
    EXPECT_TRUE(served().starts_with("CLI-101")) << served();
    std::filesystem::rename(folder_ / "aside", folder_ / "service.db");
    EXPECT_EQ(served(), "");
}

} // namespace
} // namespace smartca::sandbox
