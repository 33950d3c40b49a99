// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/hands.h"

/// A sheet goes when it is told to, and asks before anything is given up.
namespace smartca::ui {
namespace {

class ASheet : public Hands {
protected:
    QQuickItem &helpOpened(const Look &look = {})
    {
        page_ = &shown("02-details", look);
        page_->setProperty("helpOpen", true);
        EXPECT_TRUE(waitFor([this] { return isOpen(); }));
        return *page_;
    }
    bool isOpen() { return &inReach(window()) != window().contentItem(); }
    bool isAsked() { return page_->property("helpOpen").toBool(); }
    /// A finger on the sheet's heading, `distance` down, and off.
    void drag(int distance)
    {
        const auto &sheet = inReach(window());
        const QPoint start = sheet.mapToScene(QPointF(sheet.width() / 2, 20)).toPoint();
        QTest::mousePress(&window(), Qt::LeftButton, {}, start);
        for (int moved = 0; moved <= distance; moved += 10)
            QTest::mouseMove(&window(), start + QPoint(0, moved), 5);
        QTest::mouseRelease(&window(), Qt::LeftButton, {}, start + QPoint(0, distance), 5);
        QCoreApplication::processEvents();
    }

private:
    QQuickItem *page_ = nullptr;
};

TEST_F(ASheet, goes_at_escape_and_at_the_back_key)
{
    for (const auto key : {Qt::Key_Escape, Qt::Key_Back}) {
        helpOpened();
        QTest::keyClick(&window(), key);
        EXPECT_FALSE(isAsked());
        EXPECT_TRUE(waitFor([this] { return !isOpen(); }));
        EXPECT_EQ(stage_->model().page(), ActivationViewModel::Page::Details) << "the page under it stays";
    }
}

TEST_F(ASheet, goes_when_it_is_dragged_down_and_springs_back_when_only_a_little)
{
    helpOpened();
    const qreal place = inReach(window()).y();
    drag(40);
    EXPECT_TRUE(isAsked());
    EXPECT_EQ(inReach(window()).y(), place);
    drag(160);
    EXPECT_FALSE(isAsked());
}

TEST_F(ASheet, keeps_the_keys_from_the_page_under_it)
{
    helpOpened();
    const auto &sheet = inReach(window());
    for (int i = 0; i < 30; ++i) {
        QTest::keyClick(&window(), Qt::Key_Tab);
        EXPECT_TRUE(sheet.isAncestorOf(window().activeFocusItem())) << describe(*window().activeFocusItem());
    }
}

TEST_F(ASheet, is_read_to_its_end_by_keyboard_alone_at_200)
{
    helpOpened({.textSize = 2});
    ASSERT_TRUE(waitFor([this] {
        const auto *item = window().activeFocusItem();
        return item && inReach(window()).isAncestorOf(item);
    }));
    const auto version = stage_->model().versionText();
    ASSERT_FALSE(reads(version));
    const auto pressUntil = [&](Qt::Key key, bool read) {
        for (int i = 0; i < 60 && reads(version) != read; ++i)
            QTest::keyClick(&window(), key);
        return reads(version) == read;
    };
    for (const auto &[on, back] :
         {std::pair{Qt::Key_PageDown, Qt::Key_PageUp}, std::pair{Qt::Key_End, Qt::Key_Home},
          std::pair{Qt::Key_Down, Qt::Key_Up}}) {
        EXPECT_TRUE(pressUntil(on, true)) << on;
        EXPECT_TRUE(pressUntil(back, false)) << back;
    }
}

TEST_F(ASheet, gives_the_focus_back_to_where_it_came_from)
{
    auto &page = shown("02-details");
    focus(codeLabel);
    auto *before = window().activeFocusItem();
    page.setProperty("helpOpen", true);
    ASSERT_TRUE(waitFor([this] { return isOpen(); }));
    QTest::keyClick(&window(), Qt::Key_Escape);
    EXPECT_TRUE(waitFor([this, before] { return window().activeFocusItem() == before; }))
        << (window().activeFocusItem() ? describe(*window().activeFocusItem()) : "nothing has the focus");
}

TEST_F(ASheet, shows_what_it_says_of_the_mail_at_200)
{
    shown("02-details-resent-mail", {.textSize = 2});
    ASSERT_TRUE(waitFor([this] { return isOpen(); }));
    const auto said = details().resentText();
    ASSERT_FALSE(said.isEmpty());
    EXPECT_TRUE(waitFor([&] { return reads(said); }));
}

TEST_F(ASheet, that_sends_the_mail_again_leads_to_the_username_that_is_missing)
{
    const auto &page = shown("02-details-mail");
    ASSERT_TRUE(waitFor([this] { return isOpen(); }));
    press("Nhập tên đăng nhập để gửi lại");
    EXPECT_TRUE(waitFor([this] { return !isOpen(); }));
    EXPECT_FALSE(page.property("mailSheetOpen").toBool());
    QCoreApplication::processEvents();
    type(QStringLiteral("0791"));
    EXPECT_EQ(details().username(), QStringLiteral("0791"));
}

/// A problem page, the button that gives the activation up, and the button of the sheet that says so.
struct GivingUp {
    const char *scene;
    const char *button;
    const char *confirm;
};

/// By name, where its octets would be addresses.
void PrintTo(const GivingUp &way, std::ostream *out)
{
    *out << way.scene;
}

class AskingSheet : public ASheet, public testing::WithParamInterface<GivingUp> {};

TEST_P(AskingSheet, asks_before_an_activation_is_given_up)
{
    const auto &page = shown(GetParam().scene);
    const auto &events = stage_->source().events();
    press(GetParam().button);
    ASSERT_TRUE(waitFor([this] { return isOpen(); }));
    QTest::keyClick(&window(), Qt::Key_Return); // what has the focus keeps the activation
    EXPECT_TRUE(waitFor([this] { return !isOpen(); }));
    EXPECT_FALSE(page.property("asking").toBool());
    EXPECT_TRUE(events.empty());
    press(GetParam().button);
    ASSERT_TRUE(waitFor([this] { return isOpen(); }));
    press(GetParam().confirm);
    EXPECT_FALSE(events.empty());
}

INSTANTIATE_TEST_SUITE_P(problems, AskingSheet,
                         testing::Values(GivingUp{"14-problem-PIN-202", "Quên mã PIN", "Nhận mã mới"},
                                         GivingUp{"14-problem-CRT-103", "Kích hoạt lại", "Kích hoạt lại"}));

} // namespace
} // namespace smartca::ui
