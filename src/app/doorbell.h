// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>
#include <QWindow>

#include <functional>

class QLocalSocket;

namespace smartca::app {

/// One window for a home folder: the app that holds it listens at a socket in it, and one that is started
/// after it asks it to come forward instead of opening a second window, and hands it the link it was started
/// with. The socket is for this user alone (0600); understood there are “raise”, and “open ” with a link and
/// the end of a line. Whoever says anything else is hung up on.
class Doorbell : public QObject {
    Q_OBJECT

public:
    /// The link is empty where there is none; it may be anything that a program of this user sends.
    using ComeForward = std::function<void(const QString &link)>;

    /// `comeForward` is called for each ring, before it is answered.
    Doorbell(const QString &home, ComeForward comeForward, QObject *parent = nullptr);

    /// Listens from now on. Only for who holds the home: a socket that a killed program left is taken away.
    /// False when the socket cannot be made, as in a folder whose name is too long for one; a second start
    /// is then told that the home is in use, and nothing else is different.
    bool listen();

    /// Asks the app that listens in this home to come forward, and waits five seconds at most. False when
    /// there is none or it does not answer.
    [[nodiscard]] static bool ring(const QString &home, const QString &link = {});

private:
    void letIn();
    void hear(QLocalSocket &caller);

    QString socket_;
    ComeForward comeForward_;
    QLocalServer server_;
};

/// In front of the other windows and with the keyboard, as far as the desktop lets a program do that; where
/// it does not, the window asks for attention.
void bringForward(QWindow &window);

} // namespace smartca::app
