// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QQmlEngine>

namespace smartca::ui::design {

/// The letters the app is set in: Inter where it is installed, else Noto Sans, else the platform's own.
class Typeface : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QString text READ text CONSTANT)
    Q_PROPERTY(QString display READ display CONSTANT)

public:
    explicit Typeface(QObject *parent = nullptr);
    [[nodiscard]] QString text() const { return textFamily; }
    [[nodiscard]] QString display() const { return displayFamily; }

private:
    QString textFamily;
    QString displayFamily;
};

} // namespace smartca::ui::design
