// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"
#include "ui/fixtures/fixtures.h"

#include <QAccessible>
#include <QQuickItem>
#include <QSignalSpy>

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
        for (auto *item : items())
            if (item->inherits("smartca::ui::design::Alert"))
                if (const auto *face = QAccessible::queryAccessibleInterface(item))
                    sentences.push_back(face->text(QAccessible::Name).toStdString());
        return sentences;
    }
    /// The alert that has these words.
    [[nodiscard]] QQuickItem *alertWith(const QString &words) const
    {
        for (auto *item : items())
            if (item->inherits("smartca::ui::design::Alert") &&
                item->property("text").toString().contains(words))
                return item;
        return nullptr;
    }
    /// What the accessible objects of everything that is shown have to tell.
    [[nodiscard]] std::vector<std::string> told() const
    {
        std::vector<std::string> texts;
        for (auto *item : items())
            if (const auto *face = QAccessible::queryAccessibleInterface(item))
                for (const auto text : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
                    texts.push_back(face->text(text).toStdString());
        return texts;
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
    [[nodiscard]] std::vector<QQuickItem *> items() const
    {
        std::vector<QQuickItem *> found{app_.window()->contentItem()};
        for (std::size_t i = 0; i < found.size(); ++i) {
            const auto children = found[i]->childItems();
            found.insert(found.end(), children.begin(), children.end());
        }
        return found;
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

TEST_F(SpokenTest, is_a_failure_again_when_it_happens_again)
{
    show("02-details-nothing-found");
    const auto title = app_.activation().failure()->title();
    auto *alert = alertWith(title);
    ASSERT_NE(alert, nullptr);
    const QSignalSpy changed(alert, SIGNAL(textChanged()));
    const auto before = app_.activation().announcement();
    app_.activation().details()->pasteText(QStringLiteral("Xin chào"));
    EXPECT_EQ(changed.count(), 2) << "silence, and the sentence anew";
    EXPECT_EQ(alert->property("text").toString(), before);
}

TEST_F(SpokenTest, is_no_digit_of_the_pin_not_even_while_it_is_shown)
{
    show("04-pin-typing");
    auto &entry = *app_.activation().pin()->first();
    ASSERT_EQ(entry.digits().text(), "2709");
    entry.reveal();
    QCoreApplication::processEvents();
    EXPECT_THAT(told(), testing::Contains(entry.countText().toStdString()));
    EXPECT_THAT(told(), testing::Not(testing::Contains(testing::HasSubstr("2709"))));
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
