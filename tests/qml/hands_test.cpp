// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/hands.h"

/// What is typed and pasted arrives, Tab reaches everything in the order of reading, and what must be read is
/// there.
namespace smartca::ui {
namespace {

constexpr auto usernameLabel = "Tên đăng nhập";

// ---- the activation code
// --------------------------------------------------------------------------------------------------------------

TEST_F(Hands, type_the_code_in_either_case_with_dashes_and_spaces)
{
    shown("02-details");
    focus(codeLabel);
    type(QStringLiteral("k7mp-4q xT"));
    EXPECT_EQ(details().code(), QStringLiteral("K7MP4QXT"));
}

TEST_F(Hands, type_letters_that_are_read_as_digits)
{
    shown("02-details");
    focus(codeLabel);
    type(QStringLiteral("oOiIlLKM"));
    EXPECT_EQ(details().code(), QStringLiteral("001111KM"));
}

TEST_F(Hands, type_no_more_than_eight_characters_and_correct_the_last)
{
    shown("02-details");
    focus(codeLabel);
    type(QStringLiteral("K7MP4QXTZZ"));
    EXPECT_EQ(details().code(), QStringLiteral("K7MP4QXT"));
    QTest::keyClick(&window(), Qt::Key_Backspace);
    type(QStringLiteral("9"));
    EXPECT_EQ(details().code(), QStringLiteral("K7MP4QX9"));
}

TEST_F(Hands, type_the_code_through_a_vietnamese_input_method)
{
    shown("02-details");
    focus(codeLabel);
    // Telex makes đ of dd, ê of ee, ã of ax: what the person pressed is in the mail.
    compose(QStringLiteral("k"), QStringLiteral("k"));
    compose(QStringLiteral("đ"), QStringLiteral("đ"));
    compose(QStringLiteral("ê"), QStringLiteral("ê"));
    compose(QStringLiteral("a"), QStringLiteral("ã"));
    type(QStringLiteral("4"));
    EXPECT_EQ(details().code(), QStringLiteral("KDDEEAX4"));
}

TEST_F(Hands, paste_the_whole_mail_into_the_code_and_have_both_fields_filled)
{
    shown("02-details");
    focus(codeLabel);
    paste(QStringLiteral("Kính gửi Quý khách Nguyễn Thị Hoà,\n\nTên đăng nhập: 079162001418\n"
                         "Mã kích hoạt: K7MP-4QXT\n\nDùng được đến 09:46 ngày 22/11/2026.\n"));
    EXPECT_EQ(details().username(), QStringLiteral("079162001418"));
    EXPECT_EQ(details().code(), QStringLiteral("K7MP4QXT"));
    EXPECT_TRUE(details().canContinue());
}

TEST_F(Hands, paste_the_code_alone_over_what_was_typed)
{
    shown("02-details");
    focus(usernameLabel);
    type(QStringLiteral("079162001418"));
    ASSERT_EQ(details().username(), QStringLiteral("079162001418"));
    focus(codeLabel);
    paste(QStringLiteral(" k7mp-4qxt \n"));
    EXPECT_EQ(details().username(), QStringLiteral("079162001418"));
    EXPECT_EQ(details().code(), QStringLiteral("K7MP4QXT"));
}

// ---- Tab
// ------------------------------------------------------------------------------------------------------------------------------

/// Where a control stands among what scrolls; nothing for what is fixed.
std::optional<QRectF> placeInColumn(const QQuickItem &item)
{
    for (const QQuickItem *at = item.parentItem(); at; at = at->parentItem())
        if (at->parentItem() && at->parentItem()->inherits("QQuickFlickable"))
            return item.mapRectToItem(at, QRectF(0, 0, item.width(), item.height()));
    return std::nullopt;
}

class ByTab : public Hands, public testing::WithParamInterface<Look> {};

TEST_P(ByTab, everything_is_reached_once_and_seen_when_it_is)
{
    stage_ = std::make_unique<Stage>(GetParam());
    window().requestActivate();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
    for (const Scene &scene : allScenes()) {
        SCOPED_TRACE(scene.name.toStdString());
        ASSERT_NE(stage_->show(scene), nullptr);
        std::vector<QQuickItem *> visited;
        std::vector<std::string> names;
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(&window(), Qt::Key_Tab);
            auto *item = window().activeFocusItem();
            if (!item || std::find(visited.begin(), visited.end(), item) != visited.end())
                break;
            visited.push_back(item);
            names.push_back(describe(*item));
            const auto place = placeInColumn(*item);
            const auto before =
                visited.size() > 1 ? placeInColumn(*visited[visited.size() - 2]) : std::nullopt;
            if (place && before) {
                EXPECT_GE(place->bottom(), before->center().y())
                    << names.back() << " stands above " << names[names.size() - 2] << " but comes after it";
            }
            EXPECT_TRUE(isOnScreen(*item, window())) << names.back() << " has the focus out of sight";
        }
        for (auto *control : controlsOf(inReach(window())))
            EXPECT_THAT(visited, testing::Contains(control)) << "Tab skips " << describe(*control);
    }
}

INSTANTIATE_TEST_SUITE_P(looks, ByTab, testing::Values(Look{}, Look{.textSize = 2}),
                         [](const auto &info) { return info.param.textSize > 1 ? "at_200" : "at_100"; });

TEST_F(Hands, tab_from_key_to_key_of_the_pin_pad_row_by_row)
{
    for (const auto *scene : {"04-pin", "10-pin-sheet"}) {
        SCOPED_TRACE(scene);
        shown(scene);
        std::vector<QQuickItem *> keys;
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(&window(), Qt::Key_Tab);
            auto *item = window().activeFocusItem();
            if (item && QByteArray(item->metaObject()->className()).startsWith("PadKey") &&
                std::find(keys.begin(), keys.end(), item) == keys.end())
                keys.push_back(item);
        }
        std::vector<std::string> said;
        std::transform(keys.begin(), keys.end(), std::back_inserter(said), [](const QQuickItem *key) {
            return QAccessible::queryAccessibleInterface(const_cast<QQuickItem *>(key))
                ->text(QAccessible::Name)
                .toStdString();
        });
        EXPECT_THAT(said,
                    testing::ElementsAre("1", "2", "3", "4", "5", "6", "7", "8", "9", "Hiện số", "0", "Xoá"));
        EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end(), [](const auto *a, const auto *b) {
            return std::pair(a->y(), a->x()) < std::pair(b->y(), b->x());
        })) << "not as they stand";
    }
}

TEST_F(Hands, press_the_key_of_the_pin_pad_that_has_the_focus_and_send_nothing)
{
    for (const auto *scene : {"04-pin", "10-pin-sheet"}) {
        SCOPED_TRACE(scene);
        shown(scene);
        auto &model = stage_->model();
        auto &entry = model.pinSheetOpen() ? *model.signing()->entry() : *model.pin()->first();
        while (!entry.complete())
            entry.press(8);
        press("Xoá");
        EXPECT_EQ(entry.count(), 5);
        QTest::keyClick(&window(), Qt::Key_Enter, Qt::KeypadModifier);
        EXPECT_EQ(entry.count(), 4);
        press(" 7");
        QTest::keyClick(&window(), Qt::Key_Enter, Qt::KeypadModifier);
        EXPECT_THAT(std::string(entry.digits().text()), testing::EndsWith("77"));
        QTest::keyClick(&window(), Qt::Key_Return); // there is no seventh
        EXPECT_TRUE(entry.complete());
        EXPECT_TRUE(stage_->source().events().empty());
    }
}

TEST_F(Hands, hold_enter_on_a_key_of_the_pin_pad_for_one_digit)
{
    shown("04-pin");
    press(" 7");
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, {}, true);
    QCoreApplication::sendEvent(&window(), &held);
    EXPECT_EQ(stage_->model().pin()->first()->count(), 1);
}

// ---- what the hotline asks for
// ------------------------------------------------------------------------------------------------------

TEST_F(Hands, read_code_version_and_hotline_on_every_problem_page)
{
    for (const Scene &scene : allScenes()) {
        const bool isProblem = scene.fixture->state.failure && !scene.opened &&
                               scene.name.startsWith(QLatin1String("14-problem-"));
        if (!isProblem)
            continue;
        shown(scene.name.toLatin1().constData());
        using Page = ActivationViewModel::Page;
        const auto page = stage_->model().page();
        if (page != Page::Problem && page != Page::Stopped)
            continue; // said beside what it is about
        QStringList texts;
        walkVisible(window().contentItem(), [&texts](const QQuickItem &item) {
            texts << item.property("text").toString() << item.property("title").toString();
        });
        for (const QString &text :
             {stage_->model().failure()->code(), stage_->model().versionText(), stage_->model().hotline()})
            EXPECT_TRUE(texts.contains(text)) << scene.name.toStdString() << ": " << text.toStdString();
    }
}

// ---- a device that opens nothing
// ------------------------------------------------------------------------------------------------------

TEST_F(Hands, read_what_to_do_beside_a_button_that_opens_nothing)
{
    for (const char *scene : {"14-problem-APP-101", "14-problem-CLK-101", "14-problem-SVC-104"}) {
        shown(scene);
        stage_->source().setOpens(false);
        QTest::keyClick(&window(), Qt::Key_Return); // the main button has the focus
        const auto told = stage_->model().byHandText();
        ASSERT_FALSE(told.isEmpty()) << scene;
        EXPECT_TRUE(waitFor([&] { return reads(told); })) << scene;
    }
}

TEST_F(Hands, read_the_number_in_the_settings_where_nothing_can_dial)
{
    for (const Look &look : {Look{}, Look{.textSize = 2}}) {
        shown("12-home-empty-settings", look);
        stage_->source().setOpens(false);
        press("Gọi hỗ trợ, " + stage_->model().hotline().toStdString());
        EXPECT_TRUE(waitFor([this] { return reads(stage_->model().byHandText()); }));
    }
}

// ---- a button that says what is missing
// ------------------------------------------------------------------------------------------------------

TEST_F(Hands, press_a_button_without_a_choice_and_come_to_the_first)
{
    shown("08-cert-wrong");
    press("Chọn một mục");
    EXPECT_THAT(describe(*window().activeFocusItem()), testing::EndsWith("Họ tên"));
    EXPECT_TRUE(window().activeFocusItem()->property("visualFocus").toBool()) << "and it is seen";
}

// ---- by keyboard alone, large
// ------------------------------------------------------------------------------------------------------

TEST_F(Hands, read_a_long_page_to_its_end_at_200_and_press_its_button_by_keyboard_alone)
{
    auto &page = shown("01-privacy", {.textSize = 2});
    stage_->source().setLive(true);
    auto *scrolled = page.property("flickable").value<QQuickItem *>();
    ASSERT_GT(scrolled->property("contentHeight").toReal(), scrolled->height());
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(&window(), Qt::Key_PageDown);
    EXPECT_NEAR(scrolled->property("contentY").toReal(),
                scrolled->property("contentHeight").toReal() - scrolled->height(), 1);
    for (int i = 0; i < 20 && !describe(*window().activeFocusItem()).ends_with("Đồng ý và tiếp tục"); ++i)
        QTest::keyClick(&window(), Qt::Key_Tab);
    EXPECT_TRUE(isOnScreen(*window().activeFocusItem(), window()));
    QTest::keyClick(&window(), Qt::Key_Return);
    EXPECT_EQ(stage_->model().page(), ActivationViewModel::Page::Details);
}

TEST_F(Hands, read_the_settings_to_their_end_from_the_bar_at_the_bottom)
{
    shown("12-home-empty-settings", {.textSize = 2});
    press("Cài đặt");
    const auto version = stage_->model().version();
    QTest::keyClick(&window(), Qt::Key_Home);
    ASSERT_FALSE(reads(version));
    QTest::keyClick(&window(), Qt::Key_End);
    EXPECT_TRUE(reads(version));
}

TEST_F(Hands, read_a_word_where_the_ring_of_a_wait_may_not_turn)
{
    for (const char *scene : {"09-record-loading", "10-pin-sheet-opening", "11-done-handing-in", "starting"})
        for (const qreal size : {1.0, 2.0}) {
            shown(scene, {.textSize = size});
            EXPECT_TRUE(waitFor([this] { return reads(QStringLiteral("Đang chờ")); }))
                << scene << " at " << size;
        }
}

TEST_F(Hands, read_where_a_file_was_saved_at_200)
{
    shown("11-done", {.textSize = 2});
    auto &outcome = *stage_->model().outcome();
    outcome.save(QUrl::fromLocalFile(QStringLiteral("/dev/null/bien-ban-nghiem-thu.pdf")));
    ASSERT_FALSE(outcome.savedText().isEmpty());
    EXPECT_TRUE(waitFor([&] { return reads(outcome.savedText()); }));
}

TEST_F(Hands, fill_in_the_whole_first_page_and_send_it_by_keyboard_alone)
{
    shown("02-details", {.textSize = 2});
    type(QStringLiteral("079162001418")); // the first field has the focus from the start
    focus(codeLabel);
    type(QStringLiteral("k7mp4qxt"));
    EXPECT_TRUE(details().canContinue());
    QTest::keyClick(&window(), Qt::Key_Return);
    const auto &events = stage_->source().events();
    ASSERT_FALSE(events.empty());
    EXPECT_TRUE(std::holds_alternative<journey::activation::DetailsSubmitted>(events.back()));
}

} // namespace
} // namespace smartca::ui
