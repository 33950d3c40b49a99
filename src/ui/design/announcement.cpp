// SPDX-License-Identifier: Apache-2.0
#include "ui/design/announcement.h"

#include <QAccessible>

namespace smartca::ui::design {

Announcement::Announcement(QQuickItem *parent) : QQuickItem(parent) {}

void Announcement::setText(const QString &text)
{
    if (text == sentence)
        return;
    sentence = text;
    Q_EMIT textChanged();
    if (isComponentComplete())
        say();
}

void Announcement::componentComplete()
{
    QQuickItem::componentComplete();
    say();
}

void Announcement::say()
{
    if (sentence.isEmpty())
        return;
#if QT_CONFIG(accessibility)
    if (QAccessible::isActive()) {
        // The name must have reached the accessible object before the alert does.
        QAccessibleEvent renamed(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&renamed);
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
#endif
    Q_EMIT said(sentence);
}

} // namespace smartca::ui::design
