// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/http/server.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <atomic>
#include <memory>

/// For server.cpp and connection.cpp alone, which with secret_body.h are all that know Asio and Beast.
namespace smartca::sandbox::http {

/// What connections share; outlives them all.
struct Shared {
    Shared(ServerOptions serverOptions, const Router &itsRouter)
        : options(std::move(serverOptions)), router(itsRouter)
    {}

    void tell(const std::string &trouble) const
    {
        if (options.trouble)
            options.trouble(trouble);
    }

    ServerOptions options;
    const Router &router;
    boost::asio::ssl::context tls{boost::asio::ssl::context::tls_server};
    std::unique_ptr<Crew> crew;
    std::atomic_bool stopping = false;
};

class Connection {
public:
    virtual ~Connection() = default;
    /// Begins with the handshake.
    virtual void start() = 0;
    /// Closes as soon as nothing is being answered.
    virtual void finishSoon() = 0;
    virtual void closeNow() = 0;
};

/// `over` is called once, when the connection has ended.
[[nodiscard]] std::shared_ptr<Connection> makeConnection(boost::asio::ip::tcp::socket socket, Shared &shared,
                                                         std::uint64_t number, std::function<void()> over);

} // namespace smartca::sandbox::http
