// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/qml/stage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QQuickItem>
#include <QTest>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

/// The pages under real keys, input methods, the clipboard and a finger.
namespace smartca::ui {

/// Waits for what must come; how long it may take depends on what else the machine does.
template<class Condition>
[[nodiscard]] bool waitFor(const Condition &holds)
{
    return QTest::qWaitFor(holds, 30'000);
}

const Scene &sceneNamed(const char *name);
std::string describe(const QQuickItem &item);
/// Every control that can be pressed or typed into now.
std::vector<QQuickItem *> controlsOf(QQuickItem &root);
/// What a person can get at: the topmost sheet when one is open, else the page.
QQuickItem &inReach(QQuickWindow &window);
/// The whole of a control, or as much of it as its view can show, is on screen.
bool isOnScreen(const QQuickItem &item, const QQuickWindow &window);

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
    /// Tab until the control whose name ends so has the focus, then Return.
    void press(std::string_view name)
    {
        for (int i = 0; i < 40 && !describe(*window().activeFocusItem()).ends_with(name); ++i)
            QTest::keyClick(&window(), Qt::Key_Tab);
        QTest::keyClick(&window(), Qt::Key_Return);
    }
    /// It stands somewhere on the screen, whole.
    bool reads(const QString &text)
    {
        bool found = false;
        walkVisible(window().contentItem(), [&](const QQuickItem &item) {
            found = found || (item.property("text").toString() == text && isOnScreen(item, window()));
        });
        return found;
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

} // namespace smartca::ui
