// SPDX-License-Identifier: Apache-2.0
#include "sandbox/mail/setbacks.h"
#include "sandbox/mail/smtp.h"
#include "tests/unit/sandbox/test_tools.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace smartca::sandbox {
namespace {

TEST(Setbacks, rest_longer_each_time_and_are_news_when_the_trouble_is_another)
{
    Setbacks setbacks;
    const auto start = fromUnixSeconds(1000);
    EXPECT_FALSE(setbacks.rests(1, start));
    EXPECT_TRUE(setbacks.note(1, "disk", start));
    EXPECT_TRUE(setbacks.rests(1, start + Seconds{4}));
    EXPECT_FALSE(setbacks.rests(1, start + Seconds{5}));
    EXPECT_FALSE(setbacks.rests(2, start)) << "each row for itself";
    EXPECT_FALSE(setbacks.note(1, "disk", start));
    EXPECT_TRUE(setbacks.rests(1, start + Seconds{9}));
    EXPECT_TRUE(setbacks.note(1, "key", start));
    setbacks.forget(1);
    EXPECT_FALSE(setbacks.rests(1, start));
    EXPECT_EQ(pauseAfter(100), Seconds{15 * 60});
}

class MailServerOf : public testing::Test {
protected:
    ~MailServerOf() override
    {
        ::unsetenv("SMARTCA_SMTP_PASSWORD");
        ::unsetenv("SMARTCA_SMTP_PASSWORD_FILE");
    }
};

TEST_F(MailServerOf, what_is_no_url_of_one_is_refused)
{
    for (const auto *url : {"", "127.0.0.1:25", "http://127.0.0.1:25", "smtp://", "smtp://a b"})
        EXPECT_FALSE(mailServerOf(url)) << url;
    EXPECT_EQ(mailServerOf("smtps://mail.example.vn:465")->url, "smtps://mail.example.vn:465/");
}

TEST_F(MailServerOf, a_password_in_the_url_is_refused_and_not_quoted)
{
    ::setenv("SMARTCA_SMTP_PASSWORD", "sesame", 1);
    const auto refused = mailServerOf("smtp://user:secret@mail.example.vn:587");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, FailureCode::InputInvalid);
    EXPECT_EQ(refused.error().detail.find("secret"), std::string::npos);
}

TEST_F(MailServerOf, a_user_has_the_password_of_the_environment_or_its_file)
{
    const auto *url = "smtp://robot%40example.vn@mail.example.vn:587";
    EXPECT_FALSE(mailServerOf(url)) << "no password";
    const test::TemporaryFolder folder;
    const auto file = folder.write("password", asBytes("of the file\nand a line\n"));
    ::setenv("SMARTCA_SMTP_PASSWORD_FILE", file.c_str(), 1);
    EXPECT_FALSE(mailServerOf(url)) << "others may read it";
    std::filesystem::permissions(file, std::filesystem::perms::owner_read);
    const auto byFile = mailServerOf(url);
    ASSERT_TRUE(byFile) << byFile.error().detail;
    EXPECT_EQ(byFile->user, "robot@example.vn");
    EXPECT_EQ(byFile->password.text(), "of the file");
    EXPECT_EQ(byFile->url, "smtp://mail.example.vn:587/");
    ::setenv("SMARTCA_SMTP_PASSWORD", "sesame", 1);
    EXPECT_EQ(mailServerOf(url)->password.text(), "sesame");
}

} // namespace
} // namespace smartca::sandbox
