// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"
#include "ui/fixtures/fixtures.h"

#include <QAccessible>
#include <QQuickItem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace smartca::app {
namespace {

/// What the window has to say to a screen reader: the names of the accessible objects its alerts are raised
/// on. That they go out is tried on the built app (tests/e2e/said.py).
class SpokenTest : public testing::Test {
protected:
    void SetUp() override
    {
        settings_.setReduceMotion(true);
        ASSERT_TRUE(app_.load());
    }
    void show(const char *name)
    {
        for (const auto &fixture : ui::fixtures())
            if (fixture.name == QLatin1String(name))
                ui::show(fixture, source_, app_.activation());
        QCoreApplication::processEvents();
    }
    [[nodiscard]] std::vector<std::string> said() const
    {
        std::vector<std::string> sentences;
        collect(*app_.window()->contentItem(), sentences);
        return sentences;
    }
    [[nodiscard]] long timesSaid(const QString &words) const
    {
        return std::ranges::count_if(said(), [wanted = words.toStdString()](const std::string &sentence) {
            return sentence.find(wanted) != std::string::npos;
        });
    }

    ui::FixtureSource source_;
    ui::AppSettings settings_;
    Application app_{source_, settings_};

private:
    static void collect(QQuickItem &item, std::vector<std::string> &sentences)
    {
        if (item.inherits("smartca::ui::design::Alert"))
            if (const auto *face = QAccessible::queryAccessibleInterface(&item))
                sentences.push_back(face->text(QAccessible::Name).toStdString());
        for (auto *child : item.childItems())
            collect(*child, sentences);
    }
};

TEST_F(SpokenTest, is_what_the_view_model_announces)
{
    show("14-problem-NET-101");
    EXPECT_THAT(said(), testing::Contains(app_.activation().announcement().toStdString()));
}

TEST_F(SpokenTest, is_a_failure_once_beside_its_field_and_on_the_pin_sheet)
{
    for (const char *scene : {"02-details-wrong", "10-pin-sheet-wrong"}) {
        show(scene);
        EXPECT_EQ(timesSaid(app_.activation().failure()->title()), 1) << testing::PrintToString(said());
    }
}

TEST_F(SpokenTest, is_how_many_digits_are_there)
{
    show("04-pin");
    app_.activation().pin()->first()->press(7);
    EXPECT_EQ(timesSaid(app_.activation().pin()->first()->countText()), 1);
}

TEST_F(SpokenTest, is_that_it_is_signed)
{
    show("11-done");
    EXPECT_EQ(timesSaid(app_.activation().outcome()->doneTitle()), 1);
}

} // namespace
} // namespace smartca::app
