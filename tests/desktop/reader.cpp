// SPDX-License-Identifier: Apache-2.0
#include "tests/desktop/reader.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QElapsedTimer>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <csignal>

namespace smartca::test {
namespace {

const QString fprint = QStringLiteral("net.reactivated.Fprint");
const QString device = QStringLiteral("net.reactivated.Fprint.Device");
constexpr int patienceMs = 10'000;

} // namespace

bool waitUntil(const std::function<bool()> &holds)
{
    QElapsedTimer since;
    since.start();
    while (!holds()) {
        if (since.elapsed() > patienceMs)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        ::usleep(10'000);
    }
    return true;
}

Reader::Reader()
    : bus_(QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SYSTEM_BUS_ADDRESS"),
                                         QStringLiteral("another-program")))
{}

Reader::~Reader()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("another-program"));
}

QString Reader::path()
{
    const QDBusReply<QDBusObjectPath> reader = bus_.call(QDBusMessage::createMethodCall(
        fprint, QStringLiteral("/net/reactivated/Fprint/Manager"),
        QStringLiteral("net.reactivated.Fprint.Manager"), QStringLiteral("GetDefaultDevice")));
    return reader.isValid() ? reader.value().path() : QString();
}

QDBusMessage Reader::call(const QString &method, const QVariantList &arguments)
{
    auto message = QDBusMessage::createMethodCall(fprint, path(), device, method);
    message.setArguments(arguments);
    return bus_.call(message);
}

bool Reader::done(const QString &method, const QVariantList &arguments)
{
    const auto answer = call(method, arguments);
    if (answer.type() == QDBusMessage::ReplyMessage)
        return true;
    qWarning("%s: %s", qPrintable(method), qPrintable(answer.errorMessage()));
    return false;
}

bool Reader::claim()
{
    return waitUntil(
        [this] { return call(QStringLiteral("Claim"), {QString()}).type() == QDBusMessage::ReplyMessage; });
}

bool Reader::release()
{
    return done(QStringLiteral("Release"));
}

bool Reader::isClaimed()
{
    const auto answer = call(QStringLiteral("Claim"), {QString()});
    if (answer.type() == QDBusMessage::ReplyMessage)
        return !release();
    return answer.errorName().endsWith(QLatin1String("AlreadyInUse"));
}

bool Reader::wantsFinger()
{
    auto message = QDBusMessage::createMethodCall(
        fprint, path(), QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    message.setArguments({device, QStringLiteral("finger-needed")});
    const QDBusReply<QDBusVariant> needed = bus_.call(message);
    return needed.isValid() && needed.value().variant().toBool();
}

bool Reader::touch(const QString &print)
{
    return waitUntil([this] { return wantsFinger(); }) && send("SCAN " + print);
}

bool Reader::enrol(const QString &finger, const QString &print)
{
    if (!claim())
        return false;
    enrolled_.clear();
    bus_.connect(fprint, path(), device, QStringLiteral("EnrollStatus"), this,
                 SLOT(onEnrolStatus(QString, bool)));
    bool good = done(QStringLiteral("EnrollStart"), {finger});
    // A reader of this kind wants the finger several times, and says itself when it has enough.
    for (int i = 0; good && i < 10 && enrolled_ != QLatin1String("enroll-completed"); ++i) {
        enrolled_.clear();
        good = touch(print) && waitUntil([this] { return !enrolled_.isEmpty(); });
    }
    good = good && enrolled_ == QLatin1String("enroll-completed");
    return done(QStringLiteral("EnrollStop")) && release() && good;
}

void Reader::onEnrolStatus(const QString &result, bool /*done*/)
{
    enrolled_ = result;
}

bool Reader::forget(const QString &finger)
{
    return claim() && done(QStringLiteral("DeleteEnrolledFinger"), {finger}) && release();
}

bool Reader::send(const QString &command)
{
    // The reader's socket is there while the reader is open, and takes one command at a time.
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, qgetenv("SMARTCA_TEST_READER").constData(), sizeof address.sun_path);
    const auto octets = command.toUtf8();
    bool sent = false;
    static_cast<void>(waitUntil([&] {
        const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sent = ::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 &&
               ::write(fd, octets.constData(), static_cast<std::size_t>(octets.size())) == octets.size();
        ::close(fd);
        return sent;
    }));
    return sent;
}

bool Reader::killDaemon()
{
    auto message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetConnectionUnixProcessID"));
    message.setArguments({fprint});
    const QDBusReply<unsigned> daemon = bus_.call(message);
    return daemon.isValid() && ::kill(static_cast<pid_t>(daemon.value()), SIGKILL) == 0;
}

} // namespace smartca::test
