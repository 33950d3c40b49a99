// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"
#include "ui/fixtures/fixtures.h"

#include <QQuickItem>
#include <QTest>

#include <gtest/gtest.h>

namespace smartca::app {
namespace {

/// The app over a page that stands still.
class FocusTest : public testing::Test {
protected:
    void SetUp() override
    {
        settings_.setReduceMotion(true);
        ASSERT_TRUE(app_.load());
        ASSERT_TRUE(QTest::qWaitForWindowActive(app_.window()));
    }
    void show(const char *name)
    {
        for (const auto &fixture : ui::fixtures())
            if (fixture.name == QLatin1String(name))
                ui::show(fixture, source_, app_.activation());
        QCoreApplication::processEvents();
    }
    void type(const char *keys)
    {
        for (; *keys != 0; ++keys)
            QTest::keyClick(app_.window(), *keys);
    }

    ui::FixtureSource source_;
    ui::AppSettings settings_;
    Application app_{source_, settings_};
};

TEST_F(FocusTest, of_the_first_page_is_on_its_button)
{
    QTest::keyClick(app_.window(), Qt::Key_Return);
    EXPECT_FALSE(source_.events().empty());
}

TEST_F(FocusTest, does_not_let_a_held_key_through_to_the_next_page)
{
    show("01-privacy");
    const auto before = source_.events().size();
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space}) {
        QKeyEvent held(QEvent::KeyPress, key, Qt::NoModifier, {}, true);
        QCoreApplication::sendEvent(app_.window(), &held);
        QKeyEvent let(QEvent::KeyRelease, key, Qt::NoModifier, {}, true);
        QCoreApplication::sendEvent(app_.window(), &let);
    }
    EXPECT_EQ(source_.events().size(), before);
    QTest::keyClick(app_.window(), Qt::Key_Return);
    EXPECT_EQ(source_.events().size(), before + 1);
}

TEST_F(FocusTest, of_the_details_is_in_the_first_field)
{
    show("02-details");
    type("0791");
    EXPECT_EQ(app_.activation().details()->username(), QStringLiteral("0791"));
}

TEST_F(FocusTest, of_the_pin_pages_takes_digits_at_once_on_one_and_then_the_other)
{
    show("04-pin");
    type("739");
    EXPECT_EQ(app_.activation().pin()->first()->count(), 3);
    show("05-pin-confirm");
    ASSERT_EQ(app_.activation().pin()->again()->count(), 6);
    QTest::keyClick(app_.window(), Qt::Key_Backspace);
    EXPECT_EQ(app_.activation().pin()->again()->count(), 5);
}

} // namespace
} // namespace smartca::app
