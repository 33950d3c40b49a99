// SPDX-License-Identifier: Apache-2.0
#include "app/demo/results.h"
#include "ui/fixtures/fixtures.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace smartca::app::demo {
namespace {

/// The demo's pictures of an app that stands where it is put.
class DemoPictures : public testing::Test {
protected:
    void SetUp() override
    {
        settings_.setReduceMotion(true);
        ASSERT_TRUE(app_.load());
        show("07-progress");
    }
    void show(const char *name)
    {
        for (const auto &fixture : ui::fixtures())
            if (fixture.name == QLatin1String(name))
                ui::show(fixture, source_, app_.activation());
    }
    [[nodiscard]] QStringList in(const char *folder) const
    {
        return QDir(folder_.filePath(QString::fromLatin1(folder))).entryList(QDir::Files);
    }

    QTemporaryDir folder_;
    ui::FixtureSource source_;
    ui::AppSettings settings_;
    Application app_{source_, settings_};
    Results results_{folder_.path(), app_};
};

TEST_F(DemoPictures, show_one_page_in_both_languages)
{
    ASSERT_TRUE(results_.takePicture(QStringLiteral("progress")));
    EXPECT_EQ(in("screens"), QStringList{QStringLiteral("01-progress.png")});
    EXPECT_EQ(in("screens/en"), in("screens"));
}

TEST_F(DemoPictures, are_taken_back_when_the_page_changed_between_the_languages)
{
    QObject::connect(&settings_, &ui::AppSettings::languageChanged, &settings_, [this] {
        if (!settings_.english())
            show("08-cert");
    });
    ASSERT_TRUE(results_.takePicture(QStringLiteral("progress")));
    EXPECT_TRUE(in("screens").isEmpty() && in("screens/en").isEmpty());
    ASSERT_TRUE(results_.takePicture(QStringLiteral("certificate")));
    EXPECT_EQ(in("screens"), QStringList{QStringLiteral("01-certificate.png")});
    EXPECT_EQ(in("screens/en"), in("screens"));
}

} // namespace
} // namespace smartca::app::demo
