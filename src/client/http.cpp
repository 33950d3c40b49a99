// SPDX-License-Identifier: Apache-2.0
#include "client/http.h"

#include "client/http_failure.h"
#include "protocol/failures.h"

#include <QEventLoop>
#include <QHttp2Configuration>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>

#include <algorithm>

namespace smartca::client {
namespace {

QByteArray derOf(const crypto::Certificate &certificate)
{
    return {reinterpret_cast<const char *>(certificate.der().data()),
            static_cast<qsizetype>(certificate.der().size())};
}

/// The only TLS configuration of the program (docs/security.md "The way to the service").
QSslConfiguration strictTls(const QByteArray &rootDer)
{
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates({QSslCertificate(rootDer, QSsl::Der)});
    tls.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    return tls;
}

QNetworkRequest networkRequest(const HttpRequest &request, const QSslConfiguration &tls)
{
    QNetworkRequest out(QUrl(QString::fromStdString(request.url)));
    out.setSslConfiguration(tls);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    out.setTransferTimeout(static_cast<int>(request.quietLimit.count()));
    out.setHeader(QNetworkRequest::UserAgentHeader, QByteArrayLiteral("SmartCA"));
    out.setRawHeader("Accept-Encoding", "identity");
    for (const auto &[name, value] : request.headers)
        out.setRawHeader(QByteArray::fromStdString(name), QByteArray::fromStdString(value));
    return out;
}

/// Servers need not send the root itself (RFC 8446 §4.4.2). The handshake has verified the whole chain with
/// this root alone; here it is looked at once more, with other code, that the pinned key has signed its end.
bool leadsTo(const QList<QSslCertificate> &chain, const crypto::Certificate &root)
{
    if (chain.isEmpty())
        return false;
    const auto der = chain.last().toDer();
    const auto last = crypto::Certificate::fromDer(
        {reinterpret_cast<const std::uint8_t *>(der.constData()), static_cast<std::size_t>(der.size())});
    return last && (last->der() == root.der() || crypto::isIssuedBy(*last, root));
}

/// An error that is only the name of an HTTP status (4xx, 5xx): there is an answer. 400 and 418 are named
/// like a breach of the protocol, 407 like a proxy's question, and a connection that broke off is none of
/// these.
bool isAnswer(const QNetworkReply &reply)
{
    const auto error = reply.error();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return error == QNetworkReply::NoError || (error >= 201 && error < 300) ||
           (error >= 401 && error < 500) ||
           (status >= 400 && (error == QNetworkReply::ProtocolInvalidOperationError ||
                              error == QNetworkReply::ProxyAuthenticationRequiredError));
}

} // namespace

std::string HttpAnswer::header(std::string_view name) const
{
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto found = headers.find(lower);
    return found == headers.end() ? std::string() : found->second;
}

HttpConnection::HttpConnection(const crypto::Certificate &tlsRoot, Traffic &traffic)
    : manager_(this), pinnedRoot_(tlsRoot), traffic_(traffic)
{
    manager_.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    manager_.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager_.setAutoDeleteReplies(false);
    // Runs on each new connection, before the request's octets leave (docs/security.md "The way to the
    // service"); the trust list holds on every connection anyway.
    connect(&manager_, &QNetworkAccessManager::encrypted, this, [this](QNetworkReply *reply) {
        ++traffic_.connections;
        const auto chain = reply->sslConfiguration().peerCertificateChain();
        if (!leadsTo(chain, pinnedRoot_))
            reply->abort();
    });
}

HttpConnection::~HttpConnection() = default;

/// One request under way: collects the answer up to its limit.
class HttpConnection::Exchange {
public:
    Exchange(QNetworkReply *reply, const HttpRequest &request) : reply_(reply), limit_(request.maxAnswer)
    {
        QObject::connect(reply, &QNetworkReply::sslErrors, reply,
                         [this](const QList<QSslError> &errors) { tlsErrors_ += errors; });
        QObject::connect(reply, &QNetworkReply::readyRead, reply, [this] { take(); });
        QObject::connect(reply, &QNetworkReply::finished, &loop_, &QEventLoop::quit);
        QObject::connect(&deadline_, &QTimer::timeout, reply, [this] {
            late_ = true;
            reply_->abort();
        });
        deadline_.setSingleShot(true);
        deadline_.start(static_cast<int>(request.wholeLimit.count()));
    }

    [[nodiscard]] Result<HttpAnswer> wait()
    {
        if (!reply_->isFinished())
            loop_.exec(QEventLoop::ExcludeUserInputEvents);
        take();
        if (tooLong_)
            return tl::unexpected(protocol::answerMalformed("the answer is longer than it may be"));
        if (late_)
            return tl::unexpected(timedOut("the whole exchange took too long"));
        if (!isAnswer(*reply_))
            return tl::unexpected(transportFailure(reply_->error(), reply_->errorString(), tlsErrors_));
        answer_.status = reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        for (const auto &[name, value] : reply_->rawHeaderPairs())
            answer_.headers.insert_or_assign(name.toLower().toStdString(), value.toStdString());
        return std::move(answer_);
    }

private:
    void take()
    {
        if (!reply_->isOpen())
            return; // aborted: nothing is left to read
        auto part = reply_->readAll();
        if (answer_.body.size() + static_cast<std::size_t>(part.size()) > limit_) {
            tooLong_ = true;
            if (!reply_->isFinished())
                reply_->abort();
        } else {
            answer_.body.append({reinterpret_cast<const std::uint8_t *>(part.constData()),
                                 static_cast<std::size_t>(part.size())});
        }
        smartca::wipe(part.data(), static_cast<std::size_t>(part.size()));
    }

    QNetworkReply *reply_;
    std::size_t limit_;
    QEventLoop loop_;
    QTimer deadline_;
    QList<QSslError> tlsErrors_;
    HttpAnswer answer_;
    bool tooLong_ = false;
    bool late_ = false;
};

Result<HttpAnswer> HttpConnection::exchange(const HttpRequest &request)
{
    ++traffic_.requests;
    const auto out = networkRequest(request, strictTls(derOf(pinnedRoot_)));
    // Borrowed, not copied: the octets stay in secure memory as long as they are ours to keep.
    const auto body = QByteArray::fromRawData(reinterpret_cast<const char *>(request.body.view().data()),
                                              static_cast<qsizetype>(request.body.size()));
    const std::unique_ptr<QNetworkReply> reply(request.method == "GET" ? manager_.get(out)
                                                                       : manager_.post(out, body));
    current_ = reply.get();
    return Exchange(reply.get(), request).wait();
}

void HttpConnection::abort()
{
    if (current_ && !current_->isFinished())
        current_->abort();
}

} // namespace smartca::client
