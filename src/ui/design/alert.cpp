// SPDX-License-Identifier: Apache-2.0
#include "ui/design/alert.h"

#include <QAccessible>

namespace smartca::ui::design {

Alert::Alert(QQuickItem *parent) : QQuickItem(parent) {}

void Alert::setText(const QString &text)
{
    if (text == sentence)
        return;
    sentence = text;
    Q_EMIT textChanged();
    if (isComponentComplete())
        raise();
}

void Alert::componentComplete()
{
    QQuickItem::componentComplete();
    raise();
}

void Alert::raise()
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
        // AT-SPI is told of no alert by Qt 6.4: on a desktop a notification is read out when it shows.
        QAccessibleEvent shown(this, QAccessible::ObjectShow);
        QAccessible::updateAccessibility(&shown);
    }
#endif
}

} // namespace smartca::ui::design
