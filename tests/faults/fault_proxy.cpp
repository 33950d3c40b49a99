// SPDX-License-Identifier: Apache-2.0
#include "faults/fault_proxy.h"

#include "faults/tls_records.h"

#include <boost/asio.hpp>

#include <atomic>
#include <deque>
#include <thread>

namespace smartca::faults {

namespace asio = boost::asio;
using asio::ip::tcp;

struct FaultProxy::Shared {
    explicit Shared(const ProxyOptions &theOptions) : options(theOptions) {}

    /// Whether this event (a request, or a connection) is one to spoil; counted when it is.
    [[nodiscard]] bool spoils(int number)
    {
        if (number < options.request || faults >= options.times)
            return false;
        ++faults;
        return true;
    }

    ProxyOptions options;
    asio::io_context io;
    tcp::acceptor acceptor{io};
    tcp::endpoint target;
    int port = 0;
    std::atomic<int> connections = 0;
    std::atomic<int> requests = 0;
    std::atomic<int> faults = 0;
    std::thread thread;
};

namespace {

using Clock = std::chrono::steady_clock;

/// One direction's way out: octets leave when their time has come, in pieces when dripping.
class Outlet : public std::enable_shared_from_this<Outlet> {
public:
    Outlet(tcp::socket &socket, const ProxyOptions &options)
        : socket_(socket), options_(options), timer_(socket.get_executor())
    {}

    void send(Bytes octets, Clock::time_point due)
    {
        queue_.push_back({std::move(octets), due});
        if (!busy_)
            next();
    }
    void closeWhenSent()
    {
        closing_ = true;
        if (!busy_)
            next();
    }
    void stop() { timer_.cancel(); }

private:
    struct Piece {
        Bytes octets;
        Clock::time_point due;
    };

    void next()
    {
        busy_ = !queue_.empty();
        if (!busy_) {
            boost::system::error_code ignored;
            if (closing_)
                socket_.shutdown(tcp::socket::shutdown_send, ignored);
            return;
        }
        timer_.expires_at(queue_.front().due);
        timer_.async_wait([self = shared_from_this()](const auto &error) {
            if (!error)
                self->write();
        });
    }
    void write()
    {
        auto &piece = queue_.front();
        Bytes now = std::move(piece.octets);
        if (options_.drip > 0 && now.size() > options_.drip) {
            piece.octets.assign(now.begin() + static_cast<std::ptrdiff_t>(options_.drip), now.end());
            piece.due = Clock::now() + std::chrono::milliseconds(1);
            now.resize(options_.drip);
        } else {
            queue_.pop_front();
        }
        const auto buffer = std::make_shared<Bytes>(std::move(now));
        asio::async_write(socket_, asio::buffer(*buffer),
                          [self = shared_from_this(), buffer](const auto &error, auto) {
                              if (!error)
                                  self->next();
                          });
    }

    tcp::socket &socket_;
    const ProxyOptions &options_;
    asio::steady_timer timer_;
    std::deque<Piece> queue_;
    bool busy_ = false;
    bool closing_ = false;
};

/// One connection and its counterpart.
class Link : public std::enable_shared_from_this<Link> {
public:
    Link(std::shared_ptr<FaultProxy::Shared> shared, tcp::socket client);
    void start();

private:
    enum class Fate { None, CutBefore, CutAfter, CorruptAnswer, CorruptRequest };

    void readClient();
    void readServer();
    void fromClient(Bytes record);
    void fromServer(Bytes record);
    void requestBegins();
    void cut();
    [[nodiscard]] Clock::time_point due() const;

    std::shared_ptr<FaultProxy::Shared> shared_;
    tcp::socket client_;
    tcp::socket server_;
    std::shared_ptr<Outlet> toClient_;
    std::shared_ptr<Outlet> toServer_;
    TlsRecords clientRecords_;
    TlsRecords serverRecords_;
    std::array<std::uint8_t, 16384> clientBuffer_{};
    std::array<std::uint8_t, 16384> serverBuffer_{};
    Clock::time_point opened_ = Clock::now();
    bool finishedSeen_ = false; ///< the client's Finished, its first protected record
    bool answerOwed_ = false;   ///< a request is on its way, its answer has not begun
    Fate fate_ = Fate::None;
};

Link::Link(std::shared_ptr<FaultProxy::Shared> shared, tcp::socket client)
    : shared_(std::move(shared)), client_(std::move(client)), server_(shared_->io)
{
    toClient_ = std::make_shared<Outlet>(client_, shared_->options);
    toServer_ = std::make_shared<Outlet>(server_, shared_->options);
}

void Link::start()
{
    server_.async_connect(shared_->target, [self = shared_from_this()](const auto &error) {
        if (error)
            return self->cut();
        boost::system::error_code ignored;
        self->client_.set_option(tcp::no_delay(true), ignored);
        self->server_.set_option(tcp::no_delay(true), ignored);
        self->readClient();
        self->readServer();
    });
}

Clock::time_point Link::due() const
{
    // The three-way handshake is ours alone and took no time: what a far server would have needed for it is
    // added here.
    const auto handshake = opened_ + 3 * shared_->options.delay;
    return std::max(Clock::now() + shared_->options.delay, handshake);
}

void Link::readClient()
{
    client_.async_read_some(
        asio::buffer(clientBuffer_), [self = shared_from_this()](const auto &error, std::size_t size) {
            if (error)
                return self->toServer_->closeWhenSent();
            for (auto &record : self->clientRecords_.take({self->clientBuffer_.data(), size}))
                self->fromClient(std::move(record));
            self->readClient();
        });
}

void Link::readServer()
{
    server_.async_read_some(
        asio::buffer(serverBuffer_), [self = shared_from_this()](const auto &error, std::size_t size) {
            if (error)
                return self->toClient_->closeWhenSent();
            for (auto &record : self->serverRecords_.take({self->serverBuffer_.data(), size}))
                self->fromServer(std::move(record));
            self->readServer();
        });
}

void Link::requestBegins()
{
    answerOwed_ = true;
    const int number = ++shared_->requests;
    const auto mode = shared_->options.mode;
    if (mode == Mode::Pass || mode == Mode::Refuse || !shared_->spoils(number))
        return;
    switch (mode) {
    case Mode::CutBefore:
        fate_ = Fate::CutBefore;
        break;
    case Mode::CutAfter:
        fate_ = Fate::CutAfter;
        break;
    case Mode::CorruptAnswer:
        fate_ = Fate::CorruptAnswer;
        break;
    case Mode::CorruptRequest:
        fate_ = Fate::CorruptRequest;
        break;
    case Mode::Pass:
    case Mode::Refuse:
        break;
    }
}

void Link::fromClient(Bytes record)
{
    if (isApplicationData(record)) {
        if (!finishedSeen_)
            finishedSeen_ = true;
        else if (!answerOwed_)
            requestBegins();
    }
    if (fate_ == Fate::CutBefore)
        return cut();
    if (fate_ == Fate::CorruptRequest) {
        record.back() ^= 0x01U;
        fate_ = Fate::None;
    }
    toServer_->send(std::move(record), due());
}

void Link::fromServer(Bytes record)
{
    if (answerOwed_ && isApplicationData(record)) {
        answerOwed_ = false;
        if (fate_ == Fate::CutAfter)
            return cut();
        if (fate_ == Fate::CorruptAnswer) {
            record.back() ^= 0x01U;
            fate_ = Fate::None;
        }
    }
    toClient_->send(std::move(record), due());
}

void Link::cut()
{
    boost::system::error_code ignored;
    toClient_->stop();
    toServer_->stop();
    client_.close(ignored);
    server_.close(ignored);
}

void accept(const std::shared_ptr<FaultProxy::Shared> &shared)
{
    shared->acceptor.async_accept([shared](const auto &error, tcp::socket socket) {
        if (error)
            return;
        const int number = ++shared->connections;
        if (shared->options.mode == Mode::Refuse && shared->spoils(number)) {
            boost::system::error_code ignored;
            socket.set_option(asio::socket_base::linger(true, 0), ignored); // a reset, not an end
            socket.close(ignored);
        } else {
            std::make_shared<Link>(shared, std::move(socket))->start();
        }
        accept(shared);
    });
}

tcp::endpoint endpointOf(asio::io_context &io, const std::string &address)
{
    const auto colon = address.rfind(':');
    tcp::resolver resolver(io);
    return *resolver.resolve(address.substr(0, colon), address.substr(colon + 1)).begin();
}

} // namespace

FaultProxy::FaultProxy(const ProxyOptions &options) : shared_(std::make_shared<Shared>(options))
{
    if (!options.to.empty())
        shared_->target = endpointOf(shared_->io, options.to);
    const auto listen = endpointOf(shared_->io, options.listen);
    shared_->acceptor.open(listen.protocol());
    shared_->acceptor.set_option(tcp::acceptor::reuse_address(true));
    shared_->acceptor.bind(listen);
    shared_->acceptor.listen();
    shared_->port = shared_->acceptor.local_endpoint().port();
    accept(shared_);
    shared_->thread = std::thread([shared = shared_.get()] { shared->io.run(); });
}

FaultProxy::~FaultProxy()
{
    shared_->io.stop();
    shared_->thread.join();
    shared_->acceptor.close();
}

void FaultProxy::forwardTo(const std::string &address)
{
    asio::post(shared_->io,
               [shared = shared_, address] { shared->target = endpointOf(shared->io, address); });
}

int FaultProxy::port() const
{
    return shared_->port;
}

int FaultProxy::connections() const
{
    return shared_->connections;
}

int FaultProxy::requests() const
{
    return shared_->requests;
}

int FaultProxy::faults() const
{
    return shared_->faults;
}

} // namespace smartca::faults
