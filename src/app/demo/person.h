// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QQuickItem>
#include <QQuickWindow>

#include <functional>

namespace smartca::app::demo {

/// Uses the window as a person does: finds things by the name a screen reader would say, clicks with the
/// mouse, types on the keyboard. Nothing is reached around the window.
class Person {
public:
    explicit Person(QQuickWindow *window) : window_(window) {}

    /// Waits until something of this name can be clicked, and clicks it. False after `seconds`.
    [[nodiscard]] bool click(const QString &name, int seconds = 10);
    /// Character by character, where the cursor is.
    void type(const QString &text);
    [[nodiscard]] bool sees(const QString &name) const { return find(name) != nullptr; }
    /// Lets the app work until `condition` holds. False after `seconds`.
    [[nodiscard]] static bool waitUntil(const std::function<bool()> &condition, int seconds);
    /// Lets animations end.
    static void pause(int milliseconds);

private:
    [[nodiscard]] QQuickItem *find(const QString &name) const;
    void bringIntoView(QQuickItem *item) const;

    QQuickWindow *window_;
};

} // namespace smartca::app::demo
