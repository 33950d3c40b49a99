// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/certificate.h"

#include <openssl/ssl.h>

#include <map>
#include <memory>

namespace smartca::sandbox::http {

/// What a test sees of an answer.
struct Seen {
    int status = 0;
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;
};

/// A TLS client that sends whatever octets a test wants. Blocking; gives up after 20 s.
class TlsClient {
public:
    struct Options {
        int maxVersion = TLS1_3_VERSION;
        bool handshake = true; ///< false: TCP alone
        const char *from = "127.0.0.1";
    };
    TlsClient(int port, const crypto::Certificate &root, Options options);
    TlsClient(int port, const crypto::Certificate &root) : TlsClient(port, root, Options{}) {}
    ~TlsClient();
    TlsClient(const TlsClient &) = delete;
    TlsClient &operator=(const TlsClient &) = delete;

    [[nodiscard]] bool connected() const { return connected_; }
    [[nodiscard]] bool send(const std::string &text);
    /// One whole answer; nothing when the server closed first.
    [[nodiscard]] std::optional<Seen> receive();
    [[nodiscard]] std::optional<Seen> ask(const std::string &text)
    {
        return send(text) ? receive() : std::nullopt;
    }
    /// Whether the server gave anything a later connection could go on with.
    [[nodiscard]] bool resumable() const
    {
        return SSL_SESSION_is_resumable(SSL_get_session(ssl_.get())) == 1;
    }
    /// True once the server has closed.
    [[nodiscard]] bool closed();
    /// Leaves without a word (RST).
    void vanish();

private:
    [[nodiscard]] bool readMore();

    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
    std::unique_ptr<SSL, decltype(&SSL_free)> ssl_;
    int socket_ = -1;
    bool connected_ = false;
    std::string received_;
};

} // namespace smartca::sandbox::http
