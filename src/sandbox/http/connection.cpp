// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/connection.h"

#include "sandbox/http/refusals.h"
#include "sandbox/http/secret_body.h"
#include "sandbox/store/guarded.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_static_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <poll.h>

#include <array>

namespace smartca::sandbox::http {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using Error = beast::error_code;
using Parser = beast::http::request_parser<SecretBody>;
using Wire = beast::http::response<beast::http::vector_body<std::uint8_t>>;

/// How often a waiting poll looks whether its client is still there.
constexpr Milliseconds goneCheck{500};

class TlsConnection final : public Connection, public std::enable_shared_from_this<TlsConnection> {
public:
    TlsConnection(asio::ip::tcp::socket socket, Shared &shared, std::uint64_t number,
                  std::function<void()> over)
        : shared_(shared),
          number_(number),
          over_(std::move(over)),
          address_(addressOf(socket)),
          stream_(std::move(socket), shared.tls),
          timer_(stream_.get_executor())
    {}
    ~TlsConnection() override
    {
        wipe(storage_.data(), storage_.size());
        over_();
    }

    void start() override
    {
        asio::dispatch(stream_.get_executor(), [self = shared_from_this()] {
            self->expireAfter(self->shared_.options.limits.handshake);
            self->stream_.async_handshake(asio::ssl::stream_base::server, [self](Error error) {
                if (!error)
                    self->readHeader();
            });
        });
    }
    void finishSoon() override
    {
        asio::post(stream_.get_executor(), [self = shared_from_this()] {
            if (self->pending_)
                self->askAtDeadline();
            else if (!self->answering_)
                self->close();
        });
    }
    void closeNow() override
    {
        asio::post(stream_.get_executor(), [self = shared_from_this()] { self->close(); });
    }

private:
    static std::string addressOf(const asio::ip::tcp::socket &socket)
    {
        Error error;
        const auto peer = socket.remote_endpoint(error);
        return error ? std::string{} : peer.address().to_string();
    }
    void expireAfter(Seconds time) { beast::get_lowest_layer(stream_).expires_after(time); }
    void close()
    {
        timer_.cancel();
        if (pending_)
            pending_->abandon();
        pending_.reset();
        beast::get_lowest_layer(stream_).close();
    }

    // ---- reading

    void readHeader()
    {
        answering_ = false;
        if (shared_.stopping)
            return shutDown();
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(shared_.options.limits.headerBytes));
        parser_->body_limit(boost::none); // the route says, once it is known
        request_ = {};
        route_.clear();
        expireAfter(shared_.options.limits.header);
        beast::http::async_read_header(
            stream_, buffer_, *parser_,
            [self = shared_from_this()](Error error, std::size_t) { self->onHeader(error); });
    }

    void onHeader(Error error)
    {
        if (error)
            return onUnreadable(error);
        answering_ = true;
        began_ = shared_.options.clock->elapsed();
        takeHead();
        // RFC 9112 §3.2; one sent twice counts as none.
        if (parser_->get().version() >= 11 && !request_.headers.get("Host"))
            return refuse(notHttp("one Host field is wanted"));
        auto match = shared_.router.find(request_.method, request_.path);
        if (!match)
            return refuse(match.error());
        route_ = match->pattern;
        request_.parameters = std::move(match->parameters);
        handler_ = match->handler;
        if (parser_->content_length().value_or(0) > match->maxBody)
            return refuse(bodyTooLarge(match->maxBody));
        maxBody_ = match->maxBody;
        parser_->body_limit(match->maxBody);
        if (request_.headers.get("Expect"))
            return sendContinue();
        readBody();
    }

    void takeHead()
    {
        const auto &message = parser_->get();
        request_.method = std::string(message.method_string());
        const std::string target(message.target());
        const auto mark = std::min(target.find('?'), target.size());
        request_.path = target.substr(0, mark);
        request_.query = mark < target.size() ? target.substr(mark + 1) : std::string{};
        for (const auto &field : message)
            request_.headers.add(std::string(field.name_string()), std::string(field.value()));
        request_.connection = number_;
        request_.address = address_;
        request_.arrivedAt = shared_.options.clock->now();
        keepAlive_ = message.keep_alive();
    }

    void sendContinue()
    {
        auto answer = std::make_shared<beast::http::response<beast::http::empty_body>>(
            beast::http::status::continue_, 11);
        expireAfter(shared_.options.limits.write);
        beast::http::async_write(stream_, *answer,
                                 [self = shared_from_this(), answer](Error error, std::size_t) {
                                     if (!error)
                                         self->readBody();
                                 });
    }

    void readBody()
    {
        expireAfter(shared_.options.limits.body);
        beast::http::async_read(stream_, buffer_, *parser_,
                                [self = shared_from_this()](Error error, std::size_t) {
                                    if (error == beast::http::error::body_limit)
                                        return self->refuse(bodyTooLarge(self->maxBody_));
                                    if (error)
                                        return self->onUnreadable(error);
                                    self->request_.body = std::move(self->parser_->get().body());
                                    self->wipeBuffer();
                                    self->handle();
                                });
    }

    /// The octets of the request went through here in clear.
    void wipeBuffer()
    {
        if (buffer_.size() == 0)
            wipe(storage_.data(), storage_.size());
    }

    /// Not HTTP, too long a header, or the client left: an answer only where one can be understood.
    void onUnreadable(Error error)
    {
        const bool tooLong =
            error == beast::http::error::header_limit || error == beast::http::error::buffer_overflow;
        if (!tooLong &&
            (error.category() != make_error_code(beast::http::error::bad_method).category() ||
             error == beast::http::error::end_of_stream || error == beast::http::error::partial_message))
            return error == beast::http::error::end_of_stream ? shutDown() : close();
        if (!answering_)
            began_ = shared_.options.clock->elapsed();
        refuse(tooLong ? headerTooLarge(shared_.options.limits.headerBytes) : notHttp(error.message()));
    }

    // ---- answering

    void refuse(const Failure &failure)
    {
        keepAlive_ = false;
        unread_ = true;
        deliver(tl::unexpected(failure));
    }

    void handle()
    {
        // The crew holds the request through this shared pointer; the connection does not touch it until the
        // answer is there.
        onCrew([this] {
            auto answer = callHandler();
            if (answer && std::holds_alternative<Pending>(*answer))
                return waitFor(std::get<Pending>(*answer));
            deliver(answer ? Result<Response>(std::get<Response>(std::move(*answer)))
                           : tl::unexpected(answer.error()));
        });
    }

    /// What is thrown where no answer can be made of it any more costs this connection, not the service.
    template<class Work>
    void onCrew(Work work)
    {
        shared_.crew->post([self = shared_from_this(), work = std::move(work)] {
            const auto done = guarded("an answer", [&]() -> Outcome {
                work();
                return {};
            });
            if (done)
                return;
            self->closeNow();
            self->shared_.tell(done.error().detail);
        });
    }

    Result<Answer> callHandler()
    {
        return guarded("a handler", [this]() -> Result<Answer> {
            SMARTCA_CHECK(shared_.router.admitted(request_));
            return (*handler_)(request_);
        });
    }

    void waitFor(const Pending &pending)
    {
        asio::post(stream_.get_executor(), [self = shared_from_this(), pending] {
            if (!beast::get_lowest_layer(self->stream_).socket().is_open())
                return pending.abandon();
            self->pending_ = pending;
            self->pollEnds_ = std::chrono::steady_clock::now() + pending.wait();
            // Holds the connection until there is an answer, or until close() lets go.
            pending.deliverTo([self](Result<Response> answer) { self->deliver(std::move(answer)); });
            if (self->shared_.stopping)
                return self->finishSoon();
            self->watch();
        });
    }

    /// While a poll waits nobody reads from the socket, so we look ourselves whether the client is still
    /// there.
    void watch()
    {
        const auto left =
            std::chrono::duration_cast<Milliseconds>(pollEnds_ - std::chrono::steady_clock::now());
        timer_.expires_after(std::max(std::min(left, goneCheck), Milliseconds{0}));
        timer_.async_wait([self = shared_from_this()](Error error) {
            if (error || !self->pending_)
                return;
            if (self->clientLeft())
                return self->close();
            if (std::chrono::steady_clock::now() < self->pollEnds_)
                return self->watch();
            self->askAtDeadline();
        });
    }

    void askAtDeadline()
    {
        onCrew([pending = *pending_] { pending.deadline(); });
    }

    bool clientLeft()
    {
        pollfd watched{beast::get_lowest_layer(stream_).socket().native_handle(), POLLRDHUP, 0};
        return ::poll(&watched, 1, 0) > 0 && (watched.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0;
    }

    /// From any thread.
    void deliver(Result<Response> answer)
    {
        auto response = answer ? std::move(*answer) : problem(answer.error(), shared_.options.clock->now());
        shared_.options.finish(response);
        if (shared_.options.served)
            shared_.options.served(
                {number_, request_.method, route_, response.status, shared_.options.clock->elapsed() - began_,
                 response.code, answer ? std::string{} : answer.error().detail,
                 response.about.empty() ? std::string(request_.parameter("id")) : response.about});
        asio::post(stream_.get_executor(),
                   [self = shared_from_this(), response = std::move(response)]() mutable {
                       self->pending_.reset();
                       self->timer_.cancel();
                       self->write(std::move(response));
                   });
    }

    void write(Response response)
    {
        wire_.emplace(static_cast<beast::http::status>(response.status), 11);
        for (const auto &[name, value] : response.headers.all())
            wire_->insert(name, value);
        wire_->set(beast::http::field::date, toInternetDate(shared_.options.clock->now()));
        wire_->keep_alive(keepAlive_ && !shared_.stopping);
        const bool withoutBody = request_.method == "HEAD" || response.status == 204;
        if (!withoutBody)
            wire_->body() = std::move(response.body);
        wire_->prepare_payload();
        request_.body.clear();
        expireAfter(shared_.options.limits.write);
        beast::http::async_write(stream_, *wire_, [self = shared_from_this()](Error error, std::size_t) {
            if (error)
                return self->close();
            const bool again = self->wire_->keep_alive();
            self->wire_.reset();
            if (again)
                return self->readHeader();
            self->unread_ ? self->drain() : self->shutDown();
        });
    }

    /// A client that is still sending would lose our answer if we closed now (the system resets a connection
    /// with unread octets): they are read and forgotten, for a moment and up to a limit.
    void drain()
    {
        constexpr std::size_t most = 1024UL * 1024;
        if (drained_ == 0)
            expireAfter(Seconds{2});
        stream_.async_read_some(asio::buffer(storage_),
                                [self = shared_from_this()](Error error, std::size_t count) {
                                    self->drained_ += count;
                                    error || self->drained_ > most ? self->close() : self->drain();
                                });
    }

    void shutDown()
    {
        expireAfter(Seconds{2});
        stream_.async_shutdown([self = shared_from_this()](Error) { self->close(); });
    }

    Shared &shared_;
    std::uint64_t number_;
    std::function<void()> over_;
    std::string address_;
    asio::ssl::stream<beast::tcp_stream> stream_;
    asio::steady_timer timer_;
    std::array<char, 16UL * 1024> storage_{};
    beast::flat_static_buffer_base buffer_{storage_.data(), storage_.size()};

    // Of the request being answered.
    std::optional<Parser> parser_;
    Request request_;
    std::string route_;
    const Handler *handler_ = nullptr;
    std::size_t maxBody_ = 0;
    Milliseconds began_{};
    bool keepAlive_ = false;
    bool unread_ = false; ///< the refused request's body
    std::size_t drained_ = 0;
    bool answering_ = false;
    std::optional<Pending> pending_;
    std::chrono::steady_clock::time_point pollEnds_;
    std::optional<Wire> wire_;
};

} // namespace

std::shared_ptr<Connection> makeConnection(boost::asio::ip::tcp::socket socket, Shared &shared,
                                           std::uint64_t number, std::function<void()> over)
{
    return std::make_shared<TlsConnection>(std::move(socket), shared, number, std::move(over));
}

} // namespace smartca::sandbox::http
