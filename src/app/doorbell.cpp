// SPDX-License-Identifier: Apache-2.0
#include "app/doorbell.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QTimer>

#include <optional>

namespace smartca::app {
namespace {

const QByteArray raiseWord = QByteArrayLiteral("raise");
const QByteArray openWord = QByteArrayLiteral("open ");
const QByteArray answer = QByteArrayLiteral("raised");
/// An activation link has about a hundred characters.
constexpr qsizetype longestLink = 2048;
/// For the words and for the answer, of programs of this machine that only have to look up from what they do;
/// a busy machine takes its time.
constexpr int patience = 5000;

QString socketIn(const QString &home)
{
    return QDir(home).absoluteFilePath(QStringLiteral("raise"));
}

/// More of it may be on its way.
bool isBeginning(const QByteArray &said)
{
    if (raiseWord.startsWith(said) || openWord.startsWith(said))
        return true;
    return said.startsWith(openWord) && !said.contains('\n') && said.size() <= openWord.size() + longestLink;
}

/// The link of a request that is whole, empty where it has none; nothing when it is no request.
std::optional<QString> linkIn(const QByteArray &said)
{
    if (said == raiseWord)
        return QString();
    if (!said.startsWith(openWord) || said.indexOf('\n') != said.size() - 1)
        return std::nullopt;
    return QString::fromUtf8(said.sliced(openWord.size()).chopped(1));
}

} // namespace

Doorbell::Doorbell(const QString &home, ComeForward comeForward, QObject *parent)
    : QObject(parent), socket_(socketIn(home)), comeForward_(std::move(comeForward))
{
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, &Doorbell::letIn);
}

bool Doorbell::listen()
{
    if (server_.isListening())
        return true;
    QLocalServer::removeServer(socket_);
    // Qt lets the user execute it as well.
    return server_.listen(socket_) && QFile::setPermissions(socket_, QFile::ReadOwner | QFile::WriteOwner);
}

void Doorbell::letIn()
{
    while (auto *caller = server_.nextPendingConnection()) {
        caller->setReadBufferSize(openWord.size() + longestLink + 1);
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        connect(caller, &QLocalSocket::readyRead, this, [this, caller] { hear(*caller); });
        QTimer::singleShot(patience, caller, [caller] { caller->abort(); });
        hear(*caller);
    }
}

void Doorbell::hear(QLocalSocket &caller)
{
    const QByteArray said = caller.peek(openWord.size() + longestLink + 1);
    const auto link = linkIn(said);
    if (!link && isBeginning(said))
        return; // the rest is on its way
    if (link) {
        comeForward_(*link);
        caller.write(answer);
    }
    caller.disconnectFromServer();
}

bool Doorbell::ring(const QString &home, const QString &link)
{
    const auto request = link.isEmpty() ? raiseWord : openWord + link.toUtf8() + '\n';
    QLocalSocket first;
    first.connectToServer(socketIn(home));
    if (!first.waitForConnected(patience) || first.write(request) < 0)
        return false;
    const QDeadlineTimer deadline(patience);
    while (first.bytesAvailable() < answer.size() &&
           first.waitForReadyRead(static_cast<int>(deadline.remainingTime()))) {
    }
    return first.readAll() == answer;
}

void bringForward(QWindow &window)
{
    window.setWindowStates(window.windowStates() & ~Qt::WindowMinimized);
    window.raise();
    window.requestActivate();
    window.alert(0); // until the person looks
}

} // namespace smartca::app
