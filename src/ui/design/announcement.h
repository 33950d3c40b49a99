// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QQmlEngine>
#include <QQuickItem>

namespace smartca::ui::design {

/// Says a sentence to the screen reader when its text changes: Qt 6.4 has no Accessible.announce, so an alert
/// is raised on the item that carries the sentence. Shows nothing.
class Announcement : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)

public:
    explicit Announcement(QQuickItem *parent = nullptr);
    [[nodiscard]] QString text() const { return sentence; }
    void setText(const QString &text);

Q_SIGNALS:
    void textChanged();
    /// The alert went out; tests listen here.
    void said(const QString &sentence);

protected:
    void componentComplete() override;

private:
    void say();

    QString sentence;
};

} // namespace smartca::ui::design
