// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDesktopServices>
#include <QObject>
#include <QStringList>
#include <QUrl>

namespace smartca::app {

/// Takes the calls of this program that would go to the desktop's telephone.
class Telephone : public QObject {
    Q_OBJECT

public:
    Telephone() { QDesktopServices::setUrlHandler(QStringLiteral("tel"), this, "take"); }
    ~Telephone() override { QDesktopServices::unsetUrlHandler(QStringLiteral("tel")); }
    [[nodiscard]] const QStringList &numbers() const { return numbers_; }

public Q_SLOTS:
    void take(const QUrl &call) { numbers_.append(call.path()); }

private:
    QStringList numbers_;
};

} // namespace smartca::app
