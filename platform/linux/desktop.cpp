// SPDX-License-Identifier: Apache-2.0
#include "platform/linux/desktop.h"

#include <QDesktopServices>
#include <QFile>
#include <QHostAddress>
#include <QNetworkInformation>
#include <QNetworkInterface>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

namespace smartca::platform {
namespace {

/// X11 and Wayland let nobody keep a window out of a picture of the screen.
class NoScreenGuard final : public device::ScreenGuard {
public:
    void protect(bool /*on*/) override {}
    [[nodiscard]] bool effective() const override { return false; }
};

class DesktopLinks final : public device::Links {
public:
    bool dial(std::string_view phoneNumber) override
    {
        QUrl url;
        url.setScheme(QStringLiteral("tel"));
        url.setPath(QString::fromUtf8(phoneNumber.data(), static_cast<qsizetype>(phoneNumber.size())));
        return QDesktopServices::openUrl(url);
    }

    bool openSystemSettings() override
    {
        for (const auto &program :
             {QStringLiteral("gnome-control-center"), QStringLiteral("systemsettings")}) {
            if (!QStandardPaths::findExecutable(program).isEmpty())
                return QProcess::startDetached(program, {});
        }
        return false;
    }

    [[nodiscard]] bool hasStorePage() const override { return false; }
    bool openStorePage() override { return false; }

    bool share(std::string_view filePath) override
    {
        const auto path = QString::fromUtf8(filePath.data(), static_cast<qsizetype>(filePath.size()));
        return QDesktopServices::openUrl(QUrl::fromLocalFile(path));
    }
};

/// An interface that is up, leads out of this device and has an address somebody gave it.
bool hasLink()
{
    const auto interfaces = QNetworkInterface::allInterfaces();
    return std::any_of(interfaces.begin(), interfaces.end(), [](const QNetworkInterface &one) {
        const auto flags = one.flags();
        const auto addresses = one.addressEntries();
        return flags.testFlag(QNetworkInterface::IsUp) && flags.testFlag(QNetworkInterface::IsRunning) &&
               !flags.testFlag(QNetworkInterface::IsLoopBack) &&
               std::any_of(addresses.begin(), addresses.end(),
                           [](const QNetworkAddressEntry &entry) { return !entry.ip().isLinkLocal(); });
    });
}

class SystemNetwork final : public device::Network {
public:
    [[nodiscard]] device::Connectivity connectivity(std::string_view host) override
    {
        const auto name = QString::fromUtf8(host.data(), static_cast<qsizetype>(host.size()));
        if (name == QLatin1String("localhost") || QHostAddress(name).isLoopback())
            return device::Connectivity::Unknown;
        if (!hasLink())
            return device::Connectivity::Offline; // told without NetworkManager too
        // Loaded on first use: it is asked only when something did not work.
        if (!QNetworkInformation::loadDefaultBackend() || QNetworkInformation::instance() == nullptr)
            return device::Connectivity::Unknown;
        switch (QNetworkInformation::instance()->reachability()) {
        case QNetworkInformation::Reachability::Disconnected:
            return device::Connectivity::Offline;
        case QNetworkInformation::Reachability::Online:
            return device::Connectivity::Online;
        default:
            return device::Connectivity::Unknown;
        }
    }
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The value behind `key` in a file of lines.
QByteArray valueIn(const QByteArray &lines, QByteArrayView key)
{
    for (const auto &line : lines.split('\n'))
        if (line.startsWith(key))
            return line.mid(key.size()).trimmed();
    return {};
}

} // namespace

std::unique_ptr<device::ScreenGuard> makeScreenGuard()
{
    return std::make_unique<NoScreenGuard>();
}

std::unique_ptr<device::Links> makeLinks()
{
    return std::make_unique<DesktopLinks>();
}

std::unique_ptr<device::Network> makeNetwork()
{
    return std::make_unique<SystemNetwork>();
}

device::DeviceDescription describeDevice()
{
    auto name = valueIn(contentOf(QStringLiteral("/etc/os-release")), "PRETTY_NAME=");
    name.replace('"', "");
    const auto model = contentOf(QStringLiteral("/sys/class/dmi/id/product_name")).trimmed();
    return {.platform = "linux",
            .model = model.isEmpty() ? "Linux" : model.left(64).toStdString(),
            .osVersion = name.isEmpty() ? "Linux" : name.left(64).toStdString()};
}

device::IntegrityReport integrityReport()
{
    device::IntegrityReport report;
    const auto tracer = valueIn(contentOf(QStringLiteral("/proc/self/status")), "TracerPid:");
    report.debuggerAttached = !tracer.isEmpty() && tracer != "0";
    if (report.debuggerAttached)
        report.signals.emplace_back("TracerPid");
    return report;
}

} // namespace smartca::platform
