// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QQmlEngine>

namespace smartca::ui::design {

/// Puts text on the clipboard: failure codes and fingerprints that people read out or send on.
class Clipboard : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;
    Q_INVOKABLE void copy(const QString &text) const;
};

} // namespace smartca::ui::design
