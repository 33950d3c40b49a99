// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret_bytes.h"
#include "crypto/certificate.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QSslError>

#include <atomic>
#include <map>

namespace smartca::client {

struct HttpRequest {
    std::string_view method; ///< "GET", "POST"
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers;
    SecretBytes body;
    std::size_t maxAnswer = 0; ///< octets; a longer answer is cut off and malformed
    Milliseconds quietLimit{}; ///< without an octet either way → NET-104
    Milliseconds wholeLimit{}; ///< for the whole exchange → NET-104
};

struct HttpAnswer {
    int status = 0;
    std::map<std::string, std::string> headers; ///< names in lower case
    SecretBytes body;
    [[nodiscard]] std::string header(std::string_view name) const;
};

/// What went out so far; read from any thread.
struct Traffic {
    std::atomic<int> requests = 0;
    std::atomic<int> connections = 0;
};

/// The one way out. A QNetworkAccessManager of its own that trusts the pinned TLS root alone: TLS 1.3,
/// VerifyPeer, the chain's root compared on every new connection before a request leaves, HTTP/1.1 on one
/// kept connection, no redirect, no proxy, no cookie. Belongs to the thread that made it.
class HttpConnection : public QObject {
    Q_OBJECT

public:
    HttpConnection(const crypto::Certificate &tlsRoot, Traffic &traffic);
    ~HttpConnection() override;

    /// Sends and waits, in an event loop of its own. Any HTTP status is an answer; no answer is a failure
    /// (NET-101 … NET-104, CLK-101, SVC-103). An aborted exchange ends with NET-102.
    [[nodiscard]] Result<HttpAnswer> exchange(const HttpRequest &request);
    /// Gives up the exchange under way. From the connection's own thread (queue a call from others).
    void abort();

private:
    class Exchange;
    QNetworkAccessManager manager_;
    crypto::Certificate pinnedRoot_;
    QPointer<QNetworkReply> current_;
    Traffic &traffic_;
};

} // namespace smartca::client
