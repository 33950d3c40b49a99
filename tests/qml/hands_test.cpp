// SPDX-License-Identifier: Apache-2.0
// The pages under real keys, input methods, the clipboard and a finger: what is typed arrives, Tab reaches
// everything in the order of reading, a sheet goes when it is told to.
#include "tests/qml/stage.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QQuickItem>
#include <QTest>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace smartca::ui;

namespace {

const Scene &sceneNamed(const char *name)
{
    static const auto scenes = allScenes();
    const auto found = std::find_if(scenes.begin(), scenes.end(),
                                    [name](const Scene &scene) { return scene.name == QLatin1String(name); });
    if (found == scenes.end())
        qFatal("no scene %s", name);
    return *found;
}

bool isControl(const QQuickItem &item)
{
    return item.inherits("QQuickAbstractButton") || item.inherits("QQuickTextInput") ||
           item.inherits("smartca::ui::PasswordInput");
}

std::string describe(const QQuickItem &item)
{
    const auto *accessible = QAccessible::queryAccessibleInterface(const_cast<QQuickItem *>(&item));
    return item.metaObject()->className() + std::string(" ") +
           (accessible ? accessible->text(QAccessible::Name).toStdString() : "");
}

/// Every control that can be pressed or typed into now.
std::vector<QQuickItem *> controlsOf(QQuickItem &root)
{
    std::vector<QQuickItem *> found;
    walkVisible(&root, [&found](QQuickItem &item) {
        if (isControl(item) && item.isEnabled())
            found.push_back(&item);
    });
    return found;
}

/// What a person can get at: the topmost sheet when one is open, else the page.
QQuickItem &inReach(QQuickWindow &window)
{
    QQuickItem *top = window.contentItem();
    walkVisible(window.contentItem(), [&top](QQuickItem &item) {
        if (item.inherits("QQuickPopupItem"))
            top = &item;
    });
    return *top;
}

/// The whole of a control, or as much of it as its view can show, is on screen.
bool isOnScreen(const QQuickItem &item, const QQuickWindow &window)
{
    QRectF seen(0, 0, window.width(), window.height());
    const QRectF place = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()));
    for (const QQuickItem *at = item.parentItem(); at; at = at->parentItem())
        if (at->clip())
            seen = seen.intersected(at->mapRectToScene(QRectF(0, 0, at->width(), at->height())));
    return seen.adjusted(-1, -1, 1, 1).contains(place) ||
           (place.height() > seen.height() && seen.intersects(place));
}

class Hands : public testing::Test {
protected:
    QQuickItem &shown(const char *scene, const Look &look = {})
    {
        stage_ = std::make_unique<Stage>(look);
        stage_->window().requestActivate();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&stage_->window()));
        auto *page = stage_->show(sceneNamed(scene));
        EXPECT_NE(page, nullptr);
        return *page;
    }
    QQuickWindow &window() { return stage_->window(); }
    DetailsViewModel &details() { return *stage_->model().details(); }

    /// Tab until the control of this label has the focus.
    void focus(const QString &label)
    {
        for (int i = 0; i < 40; ++i) {
            const auto *item = window().activeFocusItem();
            for (const auto *at = item; at; at = at->parentItem())
                if (at->property("label").toString() == label)
                    return;
            QTest::keyClick(&window(), Qt::Key_Tab);
        }
        FAIL() << "Tab never leads to " << label.toStdString();
    }
    void type(const QString &text)
    {
        for (const QChar c : text)
            QTest::keyClick(&window(), c.toLatin1());
    }
    /// What a Vietnamese input method does: letters stand provisionally, then as something else.
    void compose(const QString &provisional, const QString &committed)
    {
        QInputMethodEvent before(provisional, {});
        QCoreApplication::sendEvent(window().activeFocusItem(), &before);
        QInputMethodEvent after;
        after.setCommitString(committed);
        QCoreApplication::sendEvent(window().activeFocusItem(), &after);
    }
    void paste(const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        QTest::keyClick(&window(), Qt::Key_V, Qt::ControlModifier);
    }

    std::unique_ptr<Stage> stage_;
};

constexpr auto codeLabel = "Mã kích hoạt";
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

// ---- sheets
// ---------------------------------------------------------------------------------------------------------------------------

class ASheet : public Hands {
protected:
    QQuickItem &helpOpened(const Look &look = {})
    {
        page_ = &shown("02-details", look);
        page_->setProperty("helpOpen", true);
        EXPECT_TRUE(QTest::qWaitFor([this] { return isOpen(); }));
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
        EXPECT_TRUE(QTest::qWaitFor([this] { return !isOpen(); }));
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

TEST_F(ASheet, gives_the_focus_back_to_where_it_came_from)
{
    auto &page = shown("02-details");
    focus(codeLabel);
    auto *before = window().activeFocusItem();
    page.setProperty("helpOpen", true);
    ASSERT_TRUE(QTest::qWaitFor([this] { return isOpen(); }));
    QTest::keyClick(&window(), Qt::Key_Escape);
    EXPECT_TRUE(QTest::qWaitFor([this, before] { return window().activeFocusItem() == before; }))
        << (window().activeFocusItem() ? describe(*window().activeFocusItem()) : "nothing has the focus");
}

/// A problem page, the button that gives the activation up, and the button of the sheet that says so.
struct GivingUp {
    const char *scene;
    const char *button;
    const char *confirm;
};

class AskingSheet : public ASheet, public testing::WithParamInterface<GivingUp> {};

TEST_P(AskingSheet, asks_before_an_activation_is_given_up)
{
    const auto &page = shown(GetParam().scene);
    const auto pressed = [this](std::string_view name) {
        for (int i = 0; i < 20 && !describe(*window().activeFocusItem()).ends_with(name); ++i)
            QTest::keyClick(&window(), Qt::Key_Tab);
        QTest::keyClick(&window(), Qt::Key_Return);
    };
    const auto &events = stage_->source().events();
    pressed(GetParam().button);
    ASSERT_TRUE(QTest::qWaitFor([this] { return isOpen(); }));
    QTest::keyClick(&window(), Qt::Key_Return); // what has the focus keeps the activation
    EXPECT_TRUE(QTest::qWaitFor([this] { return !isOpen(); }));
    EXPECT_FALSE(page.property("asking").toBool());
    EXPECT_TRUE(events.empty());
    pressed(GetParam().button);
    ASSERT_TRUE(QTest::qWaitFor([this] { return isOpen(); }));
    pressed(GetParam().confirm);
    EXPECT_FALSE(events.empty());
}

INSTANTIATE_TEST_SUITE_P(problems, AskingSheet,
                         testing::Values(GivingUp{"14-problem-PIN-202", "Quên mã PIN", "Nhận mã mới"},
                                         GivingUp{"14-problem-CRT-103", "Kích hoạt lại", "Kích hoạt lại"}));

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
        const auto isRead = [&] {
            bool found = false;
            walkVisible(window().contentItem(), [&](const QQuickItem &item) {
                found = found || (item.property("text").toString() == told && isOnScreen(item, window()));
            });
            return found;
        };
        EXPECT_TRUE(QTest::qWaitFor(isRead)) << scene;
    }
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
    EXPECT_TRUE(std::holds_alternative<smartca::journey::activation::DetailsSubmitted>(events.back()));
}

// ---- the record, large
// --------------------------------------------------------------------------------------------------------------

class TheRecord : public Hands, public testing::WithParamInterface<Look> {
protected:
    QQuickItem *scrolled() { return page_->property("flickable").value<QQuickItem *>(); }
    void scrollTo(qreal y)
    {
        scrolled()->setProperty("contentY", y);
        QCoreApplication::processEvents();
        (void)window().grabWindow();
    }
    qreal end() { return scrolled()->property("contentHeight").toReal() - scrolled()->height(); }
    /// Somewhere on screen, whole.
    bool says(const QString &text)
    {
        bool found = false;
        walkVisible(page_, [&](QQuickItem &item) {
            found = found || (item.property("text").toString() == text && isOnScreen(item, window()));
        });
        return found;
    }
    /// What the button that floats over the pages hides.
    std::vector<std::string> covered(const QString &button)
    {
        QRectF pill;
        walkVisible(page_, [&](QQuickItem &item) {
            if (isControl(item) && item.property("text").toString() == button)
                pill = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()));
        });
        std::vector<std::string> found;
        walkVisible(scrolled(), [&](QQuickItem &item) {
            if (item.inherits("QQuickText") &&
                pill.intersects(item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))))
                found.push_back(item.property("text").toString().toStdString());
        });
        return found;
    }

    QQuickItem *page_ = nullptr;
};

TEST_P(TheRecord, says_which_page_and_what_is_missing_and_covers_no_words)
{
    const bool english = GetParam().english;
    const auto zoom = english ? QStringLiteral("Enlarge") : QStringLiteral("Phóng to");
    page_ = &shown("09-record", GetParam());
    auto &record = *stage_->model().record();
    EXPECT_LE(window().height() - scrolled()->mapToScene({0, scrolled()->height()}).y(),
              window().height() * 0.4);
    for (const qreal y : {0.0, end() / 2, end()}) {
        SCOPED_TRACE(y);
        scrollTo(y);
        EXPECT_TRUE(says(record.pageText())) << record.pageText().toStdString();
        EXPECT_TRUE(says(record.signText())) << record.signText().toStdString();
        EXPECT_TRUE(record.nextPageText().isEmpty() || says(record.nextPageText()));
    }
    EXPECT_EQ(record.currentPage(), record.pageCount() - 1);
    EXPECT_THAT(covered(zoom), testing::IsEmpty());
    scrollTo(0);
    EXPECT_THAT(covered(zoom), testing::IsEmpty());

    page_ = &shown("09-record-ready", GetParam());
    EXPECT_TRUE(says(english ? QStringLiteral("All 2 pages seen") : QStringLiteral("Đã xem hết 2 trang")));
    EXPECT_THAT(covered(zoom), testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(looks, TheRecord,
                         testing::Values(Look{}, Look{.textSize = 2},
                                         Look{.textSize = 2, .window = {360, 640}},
                                         Look{.english = true, .textSize = 2, .window = {360, 640}}),
                         [](const auto &info) {
                             return std::string(info.param.english ? "en" : "vi") +
                                    (info.param.window.width() < 390 ? "_small_phone" : "") +
                                    (info.param.textSize > 1 ? "_at_200" : "_at_100");
                         });

} // namespace
