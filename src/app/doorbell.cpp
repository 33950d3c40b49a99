// SPDX-License-Identifier: Apache-2.0
#include "app/doorbell.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QTimer>

namespace smartca::app {
namespace {

constexpr char request[] = "raise";
constexpr char answer[] = "raised";
/// For the whole of it: on this machine, to a program that only has to look up from what it does.
constexpr int patience = 1000;

QString socketIn(const QString &home)
{
    return QDir(home).absoluteFilePath(QStringLiteral("raise"));
}

} // namespace

Doorbell::Doorbell(const QString &home, std::function<void()> comeForward, QObject *parent)
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
        caller->setReadBufferSize(sizeof request);
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        connect(caller, &QLocalSocket::readyRead, this, [this, caller] { hear(*caller); });
        QTimer::singleShot(patience, caller, [caller] { caller->abort(); });
        hear(*caller);
    }
}

void Doorbell::hear(QLocalSocket &caller)
{
    const QByteArray said = caller.peek(sizeof request); // with its 0, so one more than the word
    const QByteArray word(request);
    if (said.size() < word.size() && word.startsWith(said))
        return; // the rest is on its way
    if (said == word) {
        comeForward_();
        caller.write(answer);
    }
    caller.disconnectFromServer();
}

bool Doorbell::ring(const QString &home)
{
    QLocalSocket first;
    first.connectToServer(socketIn(home));
    if (!first.waitForConnected(patience) || first.write(request) < 0)
        return false;
    const QByteArray wanted(answer);
    const QDeadlineTimer deadline(patience);
    while (first.bytesAvailable() < wanted.size() &&
           first.waitForReadyRead(static_cast<int>(deadline.remainingTime()))) {
    }
    return first.readAll() == wanted;
}

void bringForward(QWindow &window)
{
    window.setWindowStates(window.windowStates() & ~Qt::WindowMinimized);
    window.raise();
    window.requestActivate();
    window.alert(0); // until the person looks
}

} // namespace smartca::app
