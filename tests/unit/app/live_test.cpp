// SPDX-License-Identifier: Apache-2.0
#include "app/live.h"
#include "client/session.h"
#include "tests/fixtures/test_ca.h"
#include "tests/unit/app/telephone.h"
#include "tests/unit/device/scratch.h"

#include <QFile>

#include <gtest/gtest.h>

namespace smartca::app {
namespace {

using journey::activation::RetryPressed;

class LiveTest : public testing::Test {
protected:
    void write(const std::string &profile) const
    {
        QFile out(file_);
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        ASSERT_EQ(out.write(profile.data(), static_cast<qint64>(profile.size())),
                  static_cast<qint64>(profile.size()));
    }
    [[nodiscard]] static std::string goodProfile()
    {
        const auto root = fixtures::makeRoot({}).certificate;
        return encode(protocol::ServiceProfile{.url = "https://127.0.0.1:1",
                                               .serviceId = "sandbox-1",
                                               .sandbox = true,
                                               .hotline = "19001008",
                                               .tlsRoot = root,
                                               .documentRoot = root,
                                               .timeStampRoot = root,
                                               .samKey = root.publicKey()});
    }
    [[nodiscard]] std::optional<FailureCode> failure() const
    {
        const auto &failure = source_->state().failure;
        return failure ? std::optional(failure->code) : std::nullopt;
    }
    [[nodiscard]] QString home() const { return QString::fromStdString(scratch_.file("home")); }
    void start() { source_ = makeLiveSource(file_, home(), settings_); }

    test::Scratch scratch_;
    QString file_ = QString::fromStdString(scratch_.file("profile.json"));
    ui::AppSettings settings_;
    std::unique_ptr<ui::SessionSource> source_;
};

TEST_F(LiveTest, without_a_profile_says_so_and_really_dials)
{
    Telephone telephone;
    start();
    EXPECT_EQ(failure(), FailureCode::ProfileInvalid) << "before anything is opened";
    source_->open();
    EXPECT_EQ(failure(), FailureCode::ProfileInvalid);
    EXPECT_EQ(source_->appVersion(), SMARTCA_VERSION);
    EXPECT_FALSE(source_->sandbox());
    EXPECT_TRUE(source_->dial(source_->hotline()));
    EXPECT_EQ(telephone.numbers(), QStringList{QStringLiteral("18001260")});
}

TEST_F(LiveTest, reads_the_profile_again_when_the_person_tries_again)
{
    write("{");
    start();
    source_->open();
    source_->submit(RetryPressed{});
    EXPECT_EQ(failure(), FailureCode::ProfileInvalid);
    write(goodProfile());
    source_->submit(RetryPressed{});
    EXPECT_EQ(failure(), std::nullopt);
    ASSERT_NE(source_->session(), nullptr);
    EXPECT_TRUE(source_->sandbox());
    EXPECT_EQ(source_->hotline(), "19001008");
}

TEST_F(LiveTest, shows_what_a_good_profile_says_before_anything_is_opened)
{
    write(goodProfile());
    start();
    EXPECT_EQ(failure(), std::nullopt);
    EXPECT_TRUE(source_->sandbox());
    EXPECT_EQ(source_->hotline(), "19001008");
    EXPECT_FALSE(QFile::exists(home()));
}

} // namespace
} // namespace smartca::app
