// SPDX-License-Identifier: Apache-2.0
#include "server_under_test.h"

#include <thread>

/// What is too long, too slow or too much.
namespace smartca::sandbox::http {
namespace {

TEST_F(ServerLimits, refuses_a_body_that_is_too_long_before_it_is_sent)
{
    serve();
    const auto seen = client()->ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100001\r\n\r\n");
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->status, 413);
    EXPECT_NE(seen->body.find("PRT-102"), std::string::npos);
}

TEST_F(ServerLimits, refuses_a_chunked_body_that_grows_too_long)
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

TEST_F(ServerLimits, refuses_too_long_a_header)
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

TEST_F(ServerLimits, closes_on_a_client_that_never_ends_its_header)
{
    serve({.header = Seconds{1}});
    const auto one = client();
    ASSERT_TRUE(one->send("GET /poll HT"));
    EXPECT_TRUE(one->closed());
}

TEST_F(ServerLimits, closes_on_a_client_that_never_greets)
{
    serve({.handshake = Seconds{1}});
    const auto quiet = client({.handshake = false});
    EXPECT_EQ(client()->ask(post("/echo", "{}"))->status, 200);
    while (server_->connections() > 0)
        std::this_thread::yield();
}

TEST_F(ServerLimits, holds_no_more_connections_than_allowed)
{
    serve({.connections = 2});
    const auto first = client();
    const auto second = client();
    ASSERT_TRUE(first->ask(post("/echo", "{}")));
    ASSERT_TRUE(second->ask(post("/echo", "{}")));
    EXPECT_FALSE(client()->connected());
    EXPECT_TRUE(first->ask(post("/echo", "{}")));
}

TEST_F(ServerLimits, gives_one_address_no_more_than_its_share)
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

TEST_F(ServerLimits, tells_the_log_of_what_it_turned_away_once_a_minute)
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

} // namespace
} // namespace smartca::sandbox::http
