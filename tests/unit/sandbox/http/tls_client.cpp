// SPDX-License-Identifier: Apache-2.0
#include "tls_client.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace smartca::sandbox::http {

TlsClient::TlsClient(int port, const crypto::Certificate &root, Options options)
    : context_(SSL_CTX_new(TLS_client_method()), SSL_CTX_free), ssl_(nullptr, SSL_free)
{
    std::signal(SIGPIPE, SIG_IGN);
    socket_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{20, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in own{};
    own.sin_family = AF_INET;
    inet_pton(AF_INET, options.from, &own.sin_addr);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(static_cast<std::uint16_t>(port));
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(socket_, reinterpret_cast<const sockaddr *>(&own), sizeof own) != 0 ||
        connect(socket_, reinterpret_cast<const sockaddr *>(&place), sizeof place) != 0 || !options.handshake)
        return;
    SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER, nullptr);
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context_.get()), root.handle());
    SSL_CTX_set_max_proto_version(context_.get(), options.maxVersion);
    ssl_.reset(SSL_new(context_.get()));
    SSL_set_fd(ssl_.get(), socket_);
    connected_ = SSL_connect(ssl_.get()) == 1;
}

TlsClient::~TlsClient()
{
    if (connected_)
        SSL_shutdown(ssl_.get());
    if (socket_ >= 0)
        close(socket_);
}

bool TlsClient::send(const std::string &text)
{
    return connected_ &&
           (text.empty() || SSL_write(ssl_.get(), text.data(), static_cast<int>(text.size())) > 0);
}

bool TlsClient::readMore()
{
    std::array<char, 4096> buffer{};
    const int count = connected_ ? SSL_read(ssl_.get(), buffer.data(), buffer.size()) : 0;
    if (count > 0)
        received_.append(buffer.data(), static_cast<std::size_t>(count));
    return count > 0;
}

std::optional<Seen> TlsClient::receive()
{
    auto end = received_.find("\r\n\r\n");
    for (; end == std::string::npos; end = received_.find("\r\n\r\n"))
        if (!readMore())
            return std::nullopt;
    Seen seen;
    seen.status = std::stoi(received_.substr(9, 3));
    for (auto at = received_.find("\r\n") + 2; at < end + 2;) {
        const auto stop = received_.find("\r\n", at);
        const auto colon = received_.find(": ", at);
        auto name = received_.substr(at, colon - at);
        for (auto &c : name)
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        seen.headers[name] = received_.substr(colon + 2, stop - colon - 2);
        at = stop + 2;
    }
    const auto length =
        seen.headers.contains("content-length") ? std::stoul(seen.headers["content-length"]) : 0;
    while (received_.size() < end + 4 + length)
        if (!readMore())
            return std::nullopt;
    seen.body = received_.substr(end + 4, length);
    received_.erase(0, end + 4 + length);
    return seen;
}

bool TlsClient::closed()
{
    while (readMore()) {
    }
    return !connected_ || SSL_get_error(ssl_.get(), -1) != SSL_ERROR_WANT_READ;
}

void TlsClient::vanish()
{
    const linger hard{1, 0};
    setsockopt(socket_, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    close(socket_);
    socket_ = -1;
    connected_ = false;
}

} // namespace smartca::sandbox::http
