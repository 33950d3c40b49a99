// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/server.h"

#include "sandbox/http/connection.h"
#include "sandbox/http/crowd.h"
#include "sandbox/store/guarded.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include <condition_variable>
#include <thread>

namespace smartca::sandbox::http {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

Outcome useIdentity(asio::ssl::context &tls, const TlsIdentity &identity)
{
    SSL_CTX *context = tls.native_handle();
    SMARTCA_TRY(const auto key, crypto::PrivateKey::fromPkcs8(identity.privateKey.view()));
    bool good = SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) == 1 &&
                SSL_CTX_use_certificate(context, identity.chain.at(0).handle()) == 1 &&
                SSL_CTX_use_PrivateKey(context, key.handle()) == 1;
    for (std::size_t at = 1; good && at < identity.chain.size(); ++at)
        good = SSL_CTX_add1_chain_cert(context, identity.chain[at].handle()) == 1;
    // No resumption, hence no early data: a request that could be replayed never reaches a handler.
    SSL_CTX_set_num_tickets(context, 0);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_max_early_data(context, 0);
    SSL_CTX_set_options(context, SSL_OP_CLEANSE_PLAINTEXT | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    return good ? Outcome{} : tl::unexpected(serviceFault("the server's certificate or key cannot be used"));
}

} // namespace

class Server::Inside : public std::enable_shared_from_this<Server::Inside> {
public:
    Inside(ServerOptions options, const Router &router)
        : shared_(std::move(options), router),
          crowd_(*shared_.options.clock,
                 {shared_.options.limits.connections, shared_.options.limits.connectionsPerAddress},
                 shared_.options.turnedAway)
    {}

    Outcome listen(const TlsIdentity &identity)
    {
        SMARTCA_CHECK(useIdentity(shared_.tls, identity));
        boost::system::error_code error;
        const tcp::endpoint place(asio::ip::make_address(shared_.options.address, error),
                                  shared_.options.port);
        if (!error)
            acceptor_.open(place.protocol(), error);
        if (!error)
            acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
        if (!error)
            acceptor_.bind(place, error);
        if (!error)
            acceptor_.listen(asio::socket_base::max_listen_connections, error);
        if (error)
            return tl::unexpected(
                serviceFault("cannot listen on " + shared_.options.address + ": " + error.message()));
        port_ = acceptor_.local_endpoint().port();
        return {};
    }

    void start()
    {
        shared_.crew = std::make_unique<Crew>(shared_.options.crew);
        accept();
        for (int thread = 0; thread < shared_.options.ioThreads; ++thread)
            threads_.emplace_back([this] { runUntilStopped(); });
    }

    void stop()
    {
        if (threads_.empty() || shared_.stopping.exchange(true))
            return;
        asio::post(door_, [this] { acceptor_.close(); });
        forEachConnection(&Connection::finishSoon);
        waitUntilEmpty(shared_.options.limits.goodbye);
        forEachConnection(&Connection::closeNow);
        shared_.crew->finish();
        waitUntilEmpty(Seconds{1});
        work_.reset();
        io_.stop();
        for (auto &thread : threads_)
            thread.join();
        threads_.clear();
        shared_.crew.reset(); // and with it who came too late, whose connections want the rest of this
        crowd_.tellRest();
    }

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] std::size_t connections()
    {
        const std::lock_guard lock(mutex_);
        return connections_.size();
    }

private:
    void runUntilStopped()
    {
        // What a connection throws has ended that connection; the others go on.
        while (!tellIfThrown("a connection", [this] { io_.run(); })) {
        }
    }

    template<class Work>
    bool tellIfThrown(std::string_view what, Work &&work)
    {
        const auto done = guarded(what, [&]() -> Outcome {
            work();
            return {};
        });
        if (!done)
            shared_.tell(done.error().detail);
        return done.has_value();
    }

    void accept()
    {
        acceptor_.async_accept(
            asio::make_strand(io_), [this](boost::system::error_code error, tcp::socket socket) {
                if (shared_.stopping)
                    return;
                if (error)
                    return acceptLater(); // out of descriptors: turning in circles would not give us any
                tellIfThrown("a welcome", [&] { welcome(std::move(socket)); });
                accept();
            });
    }

    void waitUntilEmpty(Seconds atMost)
    {
        std::unique_lock lock(mutex_);
        ended_.wait_for(lock, atMost, [this] { return connections_.empty(); });
    }

    void acceptLater()
    {
        pause_.expires_after(Milliseconds{100});
        pause_.async_wait([this](boost::system::error_code error) {
            if (!error && !shared_.stopping)
                accept();
        });
    }

    void welcome(tcp::socket socket)
    {
        const std::uint64_t number = ++count_;
        boost::system::error_code error;
        const auto peer = socket.remote_endpoint(error);
        if (error)
            return; // gone before it was let in
        socket.set_option(tcp::no_delay(true), error);
        const auto address = peer.address().to_string();
        if (!crowd_.enter(address))
            return; // closed unanswered: a handshake would cost more than the client
        {
            const std::lock_guard lock(mutex_);
            connections_[number]; // counts from here
        }
        const auto over = [this, number, address] {
            crowd_.leave(address);
            const std::lock_guard lock(mutex_);
            connections_.erase(number);
            ended_.notify_all();
        };
        std::shared_ptr<Connection> connection;
        try {
            connection = makeConnection(std::move(socket), shared_, number, over);
        } catch (...) {
            over(); // no connection, nobody else to say so
            throw;
        }
        {
            const std::lock_guard lock(mutex_);
            connections_[number] = connection;
        }
        connection->start();
    }

    void forEachConnection(void (Connection::*action)())
    {
        std::vector<std::shared_ptr<Connection>> all;
        {
            const std::lock_guard lock(mutex_);
            for (const auto &[number, weak] : connections_)
                if (auto connection = weak.lock())
                    all.push_back(std::move(connection));
        }
        for (const auto &connection : all)
            (*connection.*action)();
    }

    // Order matters: what connections use while they go must go after them, and they go with io_.
    Shared shared_;
    Crowd crowd_;
    std::mutex mutex_;
    std::condition_variable ended_;
    std::map<std::uint64_t, std::weak_ptr<Connection>> connections_;
    asio::io_context io_;
    asio::executor_work_guard<asio::io_context::executor_type> work_ = asio::make_work_guard(io_);
    asio::strand<asio::io_context::executor_type> door_ = asio::make_strand(io_);
    tcp::acceptor acceptor_{door_};
    asio::steady_timer pause_{door_};
    std::vector<std::thread> threads_;
    std::uint64_t count_ = 0;
    std::uint16_t port_ = 0;
};

Result<std::unique_ptr<Server>> Server::listen(ServerOptions options, TlsIdentity identity,
                                               const Router &router)
{
    auto inside = std::make_shared<Inside>(std::move(options), router);
    SMARTCA_CHECK(inside->listen(identity));
    return std::unique_ptr<Server>(new Server(std::move(inside)));
}

Server::Server(std::shared_ptr<Inside> inside) : inside_(std::move(inside)) {}

Server::~Server()
{
    stop();
}

void Server::start()
{
    inside_->start();
}

void Server::stop()
{
    inside_->stop();
}

std::uint16_t Server::port() const
{
    return inside_->port();
}

std::size_t Server::connections() const
{
    return inside_->connections();
}

} // namespace smartca::sandbox::http
