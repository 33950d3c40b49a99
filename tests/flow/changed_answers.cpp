// SPDX-License-Identifier: Apache-2.0
#include "tests/flow/changed_answers.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

namespace smartca::test {
namespace {

constexpr int answerTakesAtMostMs = 30'000;

struct Parts {
    QByteArray head; ///< without the empty line
    QByteArray body;
};

/// Nothing when the answer did not come whole.
std::optional<Parts> ask(const sandbox::Service &service, const QByteArray &request)
{
    QSslSocket socket;
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates({QSslCertificate(QByteArray::fromStdString(service.profile().tlsRoot.pem()))});
    socket.setSslConfiguration(tls);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), static_cast<quint16>(service.port()));
    if (!socket.waitForEncrypted(answerTakesAtMostMs))
        return std::nullopt;
    socket.write(request);
    QByteArray received;
    while (true) {
        const auto end = received.indexOf("\r\n\r\n");
        if (end >= 0) {
            const auto head = received.left(end);
            const auto at = head.toLower().indexOf("content-length:");
            const auto length = at < 0 ? 0 : head.mid(at + 15).split('\r').first().trimmed().toInt();
            if (received.size() >= end + 4 + length)
                return Parts{head, received.mid(end + 4, length)};
        }
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(answerTakesAtMostMs))
            return std::nullopt;
        received += socket.readAll();
    }
}

} // namespace

ChangedAnswers::ChangedAnswers(World &world) : world_(world)
{
    world.options.publicUrl = "https://localhost:" + std::to_string(front_.serverPort());
    world.start();
    front_.answerTo = [this](const QByteArray &request) { return pass(request); };
}

protocol::ServiceProfile ChangedAnswers::profile() const
{
    return front_.profile(world_.service->profile());
}

QByteArray ChangedAnswers::pass(const QByteArray &request) const
{
    auto answer = ask(*world_.service, request);
    if (!answer)
        return httpAnswer(502, "text/plain", "");
    const auto status = answer->head.split(' ').value(1);
    if (change && status.startsWith('2'))
        change(request.left(request.indexOf(" HTTP/1.1")), answer->body);
    QByteArray head;
    for (const auto &line : answer->head.split('\n'))
        if (!line.toLower().startsWith("content-length:"))
            head += line.trimmed() + "\r\n";
    return head + "Content-Length: " + QByteArray::number(answer->body.size()) + "\r\n\r\n" + answer->body;
}

} // namespace smartca::test
