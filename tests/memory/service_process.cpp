// SPDX-License-Identifier: Apache-2.0
#include "tests/memory/service_process.h"

#include "device/durable_file.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <csignal>
#include <stdexcept>

namespace smartca::test {
namespace {

constexpr int serviceStartMs = 60'000;
constexpr std::size_t profileMax = 256UL * 1024;

QString inFolder(const Scratch &scratch, const char *name)
{
    return QString::fromStdString(scratch.file(name));
}

} // namespace

ServiceProcess::ServiceProcess()
{
    const auto program = QStringLiteral(SMARTCA_SANDBOX_PROGRAM);
    const auto data = inFolder(scratch, "service");
    process_.setStandardErrorFile(inFolder(scratch, "service.log"));
    process_.start(program,
                   {QStringLiteral("serve"), QStringLiteral("--data"), data, QStringLiteral("--listen"),
                    QStringLiteral("127.0.0.1:0"), QStringLiteral("--credential"), QStringLiteral("p256")});
    QString found;
    while (found.isEmpty() && (process_.canReadLine() || process_.waitForReadyRead(serviceStartMs))) {
        while (found.isEmpty() && process_.canReadLine()) {
            const auto said = QJsonDocument::fromJson(process_.readLine()).object();
            if (said.value(QLatin1String("event")) == QLatin1String("ready"))
                found = said.value(QLatin1String("profile")).toString();
        }
    }
    if (staff({QStringLiteral("subscriber"), QStringLiteral("add")},
              {QStringLiteral("--name"), QStringLiteral("Nguyễn Thị Hoà"), QStringLiteral("--email"),
               QStringLiteral("hoa@example.vn"), QStringLiteral("--phone"), QStringLiteral("0912345678"),
               QStringLiteral("--birthday"), QStringLiteral("1962-05-14")}))
        profilePath = found.toStdString();
}

ServiceProcess::~ServiceProcess()
{
    goOn();
    process_.terminate();
    process_.waitForFinished(serviceStartMs);
}

bool ServiceProcess::staff(QStringList arguments, const QStringList &more)
{
    arguments += {QStringLiteral("--data"), inFolder(scratch, "service"), QStringLiteral("--username"),
                  QStringLiteral("079162001418")};
    QProcess process;
    process.start(QStringLiteral(SMARTCA_SANDBOX_PROGRAM), arguments + more);
    return process.waitForFinished(serviceStartMs) && process.exitCode() == 0;
}

void ServiceProcess::refuseCertificate()
{
    if (!staff({QStringLiteral("certificate"), QStringLiteral("refuse")}))
        throw std::runtime_error("the certificate was not refused");
}

testing::Person ServiceProcess::mail() const
{
    const auto folder = scratch.file("service") + "/mail";
    for (int i = 0; i < 3000; ++i) { // it goes out of a queue of its own
        std::error_code none;
        auto found = std::filesystem::exists(folder, none) ? testing::readMail(folder, testing::Wanted::Code)
                                                           : testing::Person{};
        if (!found.code.empty())
            return found;
        QEventLoop loop;
        QTimer::singleShot(10, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return {};
}

protocol::ServiceProfile ServiceProcess::profile() const
{
    const auto text = device::readWhole(profilePath, profileMax).value().value();
    return protocol::decodeServiceProfile(asText(text)).value();
}

void ServiceProcess::freeze()
{
    ::kill(static_cast<pid_t>(process_.processId()), SIGSTOP);
}

void ServiceProcess::goOn()
{
    ::kill(static_cast<pid_t>(process_.processId()), SIGCONT);
}

} // namespace smartca::test
