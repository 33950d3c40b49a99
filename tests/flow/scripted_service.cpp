// SPDX-License-Identifier: Apache-2.0
#include "tests/flow/scripted_service.h"

#include "base/encoding.h"
#include "tests/fixtures/test_ca.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace smartca::test {
namespace {

struct TlsIdentity {
    fixtures::Identity root;
    fixtures::Identity server;
};

TlsIdentity makeIdentity(Seconds notBefore, Seconds notAfter)
{
    const auto now = SystemClock().now();
    auto root = fixtures::makeRoot({.commonName = "Scripted root",
                                    .role = fixtures::Role::Root,
                                    .notBefore = now - Seconds(7200),
                                    .notAfter = now + Seconds(86400)});
    auto server = fixtures::issue(root, {.commonName = "localhost",
                                         .notBefore = now + notBefore,
                                         .notAfter = now + notAfter,
                                         .keyUsage = "critical,digitalSignature",
                                         .extendedKeyUsage = "serverAuth"});
    return {std::move(root), std::move(server)};
}

QByteArray pemOf(const crypto::PrivateKey &key)
{
    return "-----BEGIN PRIVATE KEY-----\n" + QByteArray::fromStdString(base64Encode(key.toPkcs8().view())) +
           "\n-----END PRIVATE KEY-----\n";
}

/// True when head and body of a request have come.
bool isWhole(const QByteArray &received)
{
    const auto end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const auto head = received.left(end).toLower();
    const auto at = head.indexOf("content-length:");
    const auto length = at < 0 ? 0 : head.mid(at + 15).split('\r').first().trimmed().toInt();
    return received.size() >= end + 4 + length;
}

} // namespace

ScriptedService::ScriptedService(Seconds notBefore, Seconds notAfter)
    : root_([&] {
          const auto identity = makeIdentity(notBefore, notAfter);
          certificatePem_ = QByteArray::fromStdString(identity.server.certificate.pem());
          keyPem_ = pemOf(identity.server.key);
          return identity.root.certificate;
      }())
{
    listen(QHostAddress::LocalHost);
}

protocol::ServiceProfile ScriptedService::profile(protocol::ServiceProfile genuine) const
{
    genuine.url = "https://localhost:" + std::to_string(serverPort());
    genuine.tlsRoot = root_;
    return genuine;
}

void ScriptedService::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket->setSslConfiguration(tls);
    socket->setLocalCertificate(QSslCertificate(certificatePem_));
    socket->setPrivateKey(QSslKey(keyPem_, QSsl::Ec));
    socket->setSocketDescriptor(descriptor);
    auto received = std::make_shared<QByteArray>();
    connect(socket, &QSslSocket::readyRead, socket, [this, socket, received] {
        *received += socket->readAll();
        if (!isWhole(*received))
            return;
        const auto request = std::exchange(*received, {});
        ++requests;
        if (hangsUp)
            return socket->abort();
        socket->write(answerTo ? answerTo(request) : answer());
        if (breaksOff)
            socket->disconnectFromHost();
    });
    connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    socket->startServerEncryption();
}

QByteArray httpAnswer(int status, const QByteArray &type, const QByteArray &body,
                      const QByteArray &moreHeaders)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + moreHeaders + "\r\n" + body;
}

} // namespace smartca::test
