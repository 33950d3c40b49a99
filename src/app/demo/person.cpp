// SPDX-License-Identifier: Apache-2.0
#include "app/demo/person.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTimer>

#include <algorithm>

namespace smartca::app::demo {
namespace {

QString spokenNameOf(QQuickItem *item)
{
    auto *face = QAccessible::queryAccessibleInterface(item);
    return face ? face->text(QAccessible::Name) : QString();
}

bool usable(QQuickItem *item)
{
    return item->isVisible() && item->isEnabled() && item->width() > 0 && item->height() > 0;
}

/// Topmost first, as the eye sees it: later siblings lie over earlier ones.
QQuickItem *findBelow(QQuickItem *item, const QString &name)
{
    if (!item->isVisible())
        return nullptr;
    const auto children = item->childItems();
    for (auto child = children.crbegin(); child != children.crend(); ++child)
        if (auto *found = findBelow(*child, name))
            return found;
    return usable(item) && spokenNameOf(item) == name ? item : nullptr;
}

void sendMouse(QQuickWindow *window, QEvent::Type type, QPointF at)
{
    const bool down = type == QEvent::MouseButtonPress;
    QMouseEvent event(type, at, window->mapToGlobal(at), Qt::LeftButton, down ? Qt::LeftButton : Qt::NoButton,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(window, &event);
}

} // namespace

QQuickItem *Person::find(const QString &name) const
{
    return findBelow(window_->contentItem(), name);
}

/// Scrolls whatever the item stands in until it can be seen.
void Person::bringIntoView(QQuickItem *item) const
{
    for (auto *parent = item->parentItem(); parent; parent = parent->parentItem()) {
        if (!parent->inherits("QQuickFlickable"))
            continue;
        const qreal top = item->mapToItem(parent, QPointF(0, 0)).y();
        const qreal below = top + item->height() - parent->height();
        const qreal by = top < 0 ? top : std::max(0.0, below);
        parent->setProperty("contentY", parent->property("contentY").toReal() + by);
    }
}

bool Person::click(const QString &name, int seconds)
{
    if (!waitUntil([&] { return sees(name); }, seconds))
        return false;
    bringIntoView(find(name));
    auto *item = find(name);
    if (!item)
        return false;
    const QPointF at = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    sendMouse(window_, QEvent::MouseButtonPress, at);
    sendMouse(window_, QEvent::MouseButtonRelease, at);
    QCoreApplication::processEvents();
    return true;
}

void Person::type(const QString &text)
{
    for (const QChar character : text) {
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, character.toUpper().unicode(), Qt::NoModifier, QString(character));
            QCoreApplication::sendEvent(window_, &event);
        }
        QCoreApplication::processEvents();
    }
}

bool Person::waitUntil(const std::function<bool()> &condition, int seconds)
{
    const QDeadlineTimer deadline(std::chrono::seconds{seconds});
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        pause(5);
    }
    return true;
}

void Person::pause(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace smartca::app::demo
