// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QQmlEngine>
#include <QQuickItem>

namespace smartca::ui::design {

/// Raises an alert for screen readers when its text changes: Qt 6.4 has no Accessible.announce.
/// Announcement.qml gives it the accessible object, without which an alert goes nowhere. Shows nothing.
class Alert : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)

public:
    explicit Alert(QQuickItem *parent = nullptr);
    [[nodiscard]] QString text() const { return sentence; }
    void setText(const QString &text);

Q_SIGNALS:
    void textChanged();

protected:
    void componentComplete() override;

private:
    void raise();

    QString sentence;
};

} // namespace smartca::ui::design
