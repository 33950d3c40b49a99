// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QString>

#include <functional>

namespace smartca::test {

/// Turns the event loop until `holds`; false after ten seconds.
[[nodiscard]] bool waitUntil(const std::function<bool()> &holds);

/// What a person does with libfprint's virtual reader, and what another program on the bus does with fprintd.
class Reader : public QObject {
    Q_OBJECT

public:
    Reader();
    ~Reader() override;

    /// As the desktop's settings do it: claims, enrols `print` as `finger`, releases.
    [[nodiscard]] bool enrol(const QString &finger, const QString &print);
    [[nodiscard]] bool forget(const QString &finger);
    /// Holds the reader as another program does; waits until it is free.
    [[nodiscard]] bool claim();
    [[nodiscard]] bool release();

    /// Waits until the reader asks for a finger, and lays this one on it.
    [[nodiscard]] bool touch(const QString &print);
    /// One command of the virtual device: "UNPLUG", "RETRY 1", "ERROR 0", …
    [[nodiscard]] bool send(const QString &command);
    /// SIGKILL to the real fprintd.
    [[nodiscard]] bool killDaemon();
    [[nodiscard]] bool isClaimed();
    [[nodiscard]] bool wantsFinger();

private Q_SLOTS:
    void onEnrolStatus(const QString &result, bool done);

private:
    [[nodiscard]] QDBusMessage call(const QString &method, const QVariantList &arguments = {});
    [[nodiscard]] bool done(const QString &method, const QVariantList &arguments = {});
    [[nodiscard]] QString path();

    QDBusConnection bus_; ///< of its own: to fprintd this is another program
    QString enrolled_;
};

} // namespace smartca::test
