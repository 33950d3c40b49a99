// SPDX-License-Identifier: Apache-2.0
#include "fixtures/test_ca.h"
#include "sandbox/http/server.h"
#include "tls_client.h"

#include <gtest/gtest.h>

#include <future>
#include <latch>
#include <thread>

namespace smartca::sandbox::http {
namespace {

std::string post(const std::string &path, const std::string &body, const std::string &headers = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n" + headers + "\r\n" + body;
}

std::string get(const std::string &path, const std::string &headers = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

class ServerTest : public testing::Test {
protected:
    ServerTest()
    {
        router_.add(
            "POST", "/echo",
            [this](const Request &request) -> Result<Answer> {
                connections_.push_back(request.connection);
                return Response::json(request.body.text());
            },
            100'000);
        router_.add("GET", "/throw", [](const Request &) -> Result<Answer> {
            throw std::runtime_error("the handler's own words");
        });
        router_.add("GET", "/poll", [this](const Request &) -> Result<Answer> {
            const Pending pending(
                pollWait_, []() -> Result<Response> { return Response::json(R"({"still":"waiting"})"); });
            polls_.set_value(pending);
            return pending;
        });
    }

    void serve(Limits limits = {})
    {
        ServerOptions options;
        options.limits = limits;
        options.workers = 4;
        options.clock = clockOfServer_;
        options.finish = [](Response &response) { response.headers.set("SmartCA-Time", "now"); };
        options.served = [this](const Served &served) {
            const std::lock_guard lock(mutex_);
            served_.push_back(served);
        };
        options.turnedAway = [this](std::uint64_t count) {
            const std::lock_guard lock(mutex_);
            turnedAway_.push_back(count);
        };
        auto leaf = fixtures::issue(root_, {.commonName = "localhost",
                                            .keyUsage = "critical,digitalSignature",
                                            .extendedKeyUsage = "serverAuth"});
        server_ =
            Server::listen(std::move(options), {{leaf.certificate}, leaf.key.toPkcs8()}, router_).value();
        server_->start();
    }
    [[nodiscard]] std::unique_ptr<TlsClient> client(TlsClient::Options options = {})
    {
        return std::make_unique<TlsClient>(server_->port(), root_.certificate, options);
    }

    [[nodiscard]] std::vector<std::uint64_t> turnedAway()
    {
        const std::lock_guard lock(mutex_);
        return turnedAway_;
    }

    SystemClock clock_;
    const Clock *clockOfServer_ = &clock_;
    fixtures::Identity root_ = fixtures::makeRoot({.commonName = "TLS root",
                                                   .role = fixtures::Role::Root,
                                                   .notBefore = clock_.now() - Seconds{3600},
                                                   .notAfter = clock_.now() + Seconds{36000}});
    Router router_;
    Milliseconds pollWait_{60'000};
    std::promise<Pending> polls_;
    std::vector<std::uint64_t> connections_;
    std::mutex mutex_;
    std::vector<Served> served_;
    std::vector<std::uint64_t> turnedAway_;
    std::unique_ptr<Server> server_; ///< last: its threads use the rest
};

TEST_F(ServerTest, answers_many_requests_on_one_connection)
{
    serve();
    const auto one = client();
    ASSERT_TRUE(one->connected());
    for (const auto *body : {"{\"a\":1}", "", "{\"b\":2}"}) {
        const auto seen = one->ask(post("/echo", body));
        ASSERT_TRUE(seen);
        EXPECT_EQ(seen->status, 200);
        EXPECT_EQ(seen->body, body);
        EXPECT_EQ(seen->headers.at("smartca-time"), "now");
    }
    ASSERT_EQ(connections_.size(), 3U);
    EXPECT_EQ(connections_[0], connections_[2]);
}

TEST_F(ServerTest, speaks_nothing_older_than_tls_1_3)
{
    serve();
    EXPECT_FALSE(client({.maxVersion = TLS1_2_VERSION})->connected());
    EXPECT_TRUE(client()->connected());
}

TEST_F(ServerTest, gives_no_ticket_to_resume_with)
{
    serve();
    const auto one = client();
    ASSERT_TRUE(one->ask(post("/echo", "{}")));
    EXPECT_FALSE(one->resumable());
}

TEST_F(ServerTest, answers_unknown_paths_and_methods_with_problems)
{
    serve();
    const auto seen = client()->ask(get("/nowhere"));
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->status, 404);
    EXPECT_EQ(seen->headers.at("content-type"), "application/problem+json");
    EXPECT_NE(seen->body.find("PRT-104"), std::string::npos);
    EXPECT_EQ(seen->headers.at("smartca-time"), "now");
    const auto other = client()->ask(get("/echo"));
    ASSERT_TRUE(other);
    EXPECT_EQ(other->status, 405);
    EXPECT_EQ(other->headers.at("allow"), "POST");
}

TEST_F(ServerTest, refuses_a_body_that_is_too_long_before_it_is_sent)
{
    serve();
    const auto seen = client()->ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100001\r\n\r\n");
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->status, 413);
    EXPECT_NE(seen->body.find("PRT-102"), std::string::npos);
}

TEST_F(ServerTest, refuses_a_chunked_body_that_grows_too_long)
{
    serve();
    const std::string chunk(50'001, 'x');
    const auto one = client();
    ASSERT_TRUE(one->send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"));
    const auto part = "c351\r\n" + chunk + "\r\n";
    const auto seen = one->ask(part + part);
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->status, 413);
    EXPECT_TRUE(connections_.empty());
}

TEST_F(ServerTest, takes_a_body_in_pieces)
{
    serve();
    const auto one = client();
    ASSERT_TRUE(one->send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Le"));
    ASSERT_TRUE(one->send("ngth: 6\r\n\r\nabc"));
    const auto seen = one->ask("def");
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->body, "abcdef");
}

TEST_F(ServerTest, tells_a_careful_client_to_go_on)
{
    serve();
    const auto one = client();
    const auto more =
        one->ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    ASSERT_TRUE(more);
    EXPECT_EQ(more->status, 100);
    EXPECT_EQ(one->ask("{}")->body, "{}");
}

TEST_F(ServerTest, refuses_too_long_a_header)
{
    serve();
    const auto seen = client()->ask(get("/echo", "X: " + std::string(20'000, 'a') + "\r\n"));
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->status, 431);
    EXPECT_NE(seen->body.find("PRT-116"), std::string::npos);
    const std::lock_guard lock(mutex_);
    ASSERT_EQ(served_.size(), 1U);
    EXPECT_EQ(served_[0].code, "PRT-116");
}

TEST_F(ServerTest, refuses_what_is_no_http)
{
    serve();
    const auto one = client();
    const auto seen = one->ask("GET nonsense\r\n\r\n");
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->status, 400);
    EXPECT_NE(seen->body.find("PRT-115"), std::string::npos);
    EXPECT_TRUE(one->closed());
    const std::lock_guard lock(mutex_);
    ASSERT_EQ(served_.size(), 1U);
    EXPECT_EQ(served_[0].code, "PRT-115");
    EXPECT_EQ(served_[0].detail.find("nonsense"), std::string::npos) << "quotes nothing of the client";
}

TEST_F(ServerTest, closes_on_a_client_that_never_ends_its_header)
{
    serve({.header = Seconds{1}});
    const auto one = client();
    ASSERT_TRUE(one->send("GET /poll HT"));
    EXPECT_TRUE(one->closed());
}

TEST_F(ServerTest, closes_on_a_client_that_never_greets)
{
    serve({.handshake = Seconds{1}});
    const auto quiet = client({.handshake = false});
    EXPECT_EQ(client()->ask(post("/echo", "{}"))->status, 200);
    while (server_->connections() > 0)
        std::this_thread::yield();
}

TEST_F(ServerTest, holds_no_more_connections_than_allowed)
{
    serve({.connections = 2});
    const auto first = client();
    const auto second = client();
    ASSERT_TRUE(first->ask(post("/echo", "{}")));
    ASSERT_TRUE(second->ask(post("/echo", "{}")));
    EXPECT_FALSE(client()->connected());
    EXPECT_TRUE(first->ask(post("/echo", "{}")));
}

TEST_F(ServerTest, gives_one_address_no_more_than_its_share)
{
    serve({.connections = 8, .connectionsPerAddress = 2});
    const auto first = client();
    auto second = client();
    ASSERT_TRUE(first->ask(post("/echo", "{}")));
    ASSERT_TRUE(second->ask(post("/echo", "{}")));
    EXPECT_FALSE(client()->connected());
    EXPECT_TRUE(first->ask(post("/echo", "{}")));
    const auto neighbour = client({.from = "127.0.0.2"});
    EXPECT_TRUE(neighbour->ask(post("/echo", "{}"))) << "another address has a share of its own";
    second.reset();
    while (server_->connections() > 2)
        std::this_thread::yield();
    EXPECT_TRUE(client()->connected()) << "a place that was left is free again";
}

TEST_F(ServerTest, tells_the_log_of_what_it_turned_away_once_a_minute)
{
    ManualClock turned(clock_.now());
    clockOfServer_ = &turned;
    serve({.connectionsPerAddress = 1});
    const auto only = client();
    ASSERT_TRUE(only->connected());
    const auto refused = [this](int times) {
        for (int i = 0; i < times; ++i)
            EXPECT_FALSE(client()->connected());
    };
    refused(1);
    EXPECT_EQ(turnedAway(), std::vector<std::uint64_t>{1});
    refused(3);
    EXPECT_EQ(turnedAway().size(), 1U);
    turned.advance(Seconds{60});
    refused(1);
    EXPECT_EQ(turnedAway(), (std::vector<std::uint64_t>{1, 4}));
    refused(2);
    server_->stop();
    EXPECT_EQ(turnedAway(), (std::vector<std::uint64_t>{1, 4, 2}));
    server_.reset();
}

TEST_F(ServerTest, survives_a_handler_that_throws_and_says_nothing_of_it)
{
    serve();
    const auto one = client();
    const auto seen = one->ask(get("/throw"));
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->status, 500);
    EXPECT_EQ(seen->body.find("own words"), std::string::npos);
    EXPECT_EQ(one->ask(post("/echo", "{}"))->status, 200);
}

TEST_F(ServerTest, completes_a_poll_from_another_thread)
{
    serve();
    const auto one = client();
    ASSERT_TRUE(one->send(get("/poll")));
    auto pending = polls_.get_future().get();
    EXPECT_TRUE(pending.complete(Response::json(R"({"here":"now"})")));
    EXPECT_FALSE(pending.complete(Response::json("{}")));
    const auto seen = one->receive();
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->body, R"({"here":"now"})");
    EXPECT_EQ(one->ask(post("/echo", "{}"))->status, 200);
}

TEST_F(ServerTest, answers_a_poll_at_its_deadline)
{
    pollWait_ = Milliseconds{1};
    serve();
    const auto seen = client()->ask(get("/poll"));
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->body, R"({"still":"waiting"})");
}

TEST_F(ServerTest, completes_a_poll_that_was_answered_before_it_was_returned)
{
    router_.add("GET", "/early", [](const Request &) -> Result<Answer> {
        const Pending pending(Milliseconds{60'000},
                              []() -> Result<Response> { return Response::json("{}"); });
        pending.complete(Response::json(R"({"early":true})"));
        return pending;
    });
    serve();
    EXPECT_EQ(client()->ask(get("/early"))->body, R"({"early":true})");
}

TEST_F(ServerTest, forgets_a_poll_whose_client_left)
{
    serve();
    const auto one = client();
    ASSERT_TRUE(one->send(get("/poll")));
    const auto pending = polls_.get_future().get();
    one->vanish();
    while (!pending.over())
        std::this_thread::yield();
    EXPECT_FALSE(pending.complete(Response::json("{}")));
    EXPECT_EQ(client()->ask(post("/echo", "{}"))->status, 200);
}

TEST_F(ServerTest, finishes_the_work_of_a_client_that_left)
{
    std::latch entered(1);
    std::latch left(1);
    std::promise<void> finished;
    router_.add("GET", "/work", [&](const Request &) -> Result<Answer> {
        entered.count_down();
        left.wait();
        finished.set_value();
        return Response::json(std::string(100'000, ' '));
    });
    serve();
    const auto one = client();
    ASSERT_TRUE(one->send(get("/work")));
    entered.wait();
    one->vanish();
    left.count_down();
    finished.get_future().get();
    EXPECT_EQ(client()->ask(post("/echo", "{}"))->status, 200);
}

TEST_F(ServerTest, serves_others_while_every_input_output_thread_could_be_busy)
{
    std::latch release(1);
    std::latch entered(3);
    router_.add("GET", "/slow", [&](const Request &) -> Result<Answer> {
        entered.count_down();
        release.wait();
        return Response::json("{}");
    });
    serve();
    std::vector<std::unique_ptr<TlsClient>> slow;
    for (int i = 0; i < 3; ++i) {
        slow.push_back(client());
        ASSERT_TRUE(slow.back()->send(get("/slow")));
    }
    entered.wait();
    EXPECT_EQ(client()->ask(post("/echo", "{}"))->status, 200);
    release.count_down();
    for (const auto &one : slow)
        EXPECT_EQ(one->receive()->status, 200);
}

TEST_F(ServerTest, stops_gracefully_answering_who_waits)
{
    serve();
    const auto idle = client();
    ASSERT_TRUE(idle->ask(post("/echo", "{}")));
    const auto waiting = client();
    ASSERT_TRUE(waiting->send(get("/poll")));
    (void)polls_.get_future().get();
    std::thread stopping([this] { server_->stop(); });
    const auto seen = waiting->receive();
    stopping.join();
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->body, R"({"still":"waiting"})");
    EXPECT_TRUE(idle->closed());
    EXPECT_EQ(server_->connections(), 0U);
    server_->stop();
}

TEST_F(ServerTest, tells_the_log_route_and_code_but_no_path_and_no_body)
{
    router_.add("GET", "/v1/{id}", [](const Request &) -> Result<Answer> {
        return tl::unexpected(Failure{.code = FailureCode::ActivationUnknown, .detail = "gone", .facts = {}});
    });
    serve();
    ASSERT_TRUE(client()->ask(get("/v1/secret-id?with=query")));
    const std::lock_guard lock(mutex_);
    ASSERT_EQ(served_.size(), 1U);
    EXPECT_EQ(served_[0].route, "/v1/{id}");
    EXPECT_EQ(served_[0].code, "PRT-113");
    EXPECT_EQ(served_[0].status, 404);
    EXPECT_EQ(served_[0].activation, "secret-id") << "for the service to make a pseudonym of";
}

TEST_F(ServerTest, does_not_listen_where_it_cannot)
{
    serve();
    ServerOptions options;
    options.port = server_->port();
    options.clock = &clock_;
    auto leaf = fixtures::issue(root_, {});
    const auto second = Server::listen(std::move(options), {{leaf.certificate}, leaf.key.toPkcs8()}, router_);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, FailureCode::ServiceError);
}

} // namespace
} // namespace smartca::sandbox::http
