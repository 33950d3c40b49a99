// SPDX-License-Identifier: Apache-2.0
#include "server_under_test.h"

#include <stdexcept>
#include <thread>

/// What goes wrong costs an answer or a connection, never the service.
namespace smartca::sandbox::http {
namespace {

TEST_F(ServerTrouble, survives_a_handler_that_throws_and_says_nothing_of_it)
{
    serve();
    const auto one = client();
    const auto seen = one->ask(get("/throw"));
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->status, 500);
    EXPECT_EQ(seen->body.find("own words"), std::string::npos);
    EXPECT_EQ(one->ask(post("/echo", "{}"))->status, 200);
}

TEST_F(ServerTrouble, does_not_listen_where_it_cannot)
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

TEST_F(ServerTrouble, survives_a_poll_that_throws_at_its_deadline)
{
    router_.add("GET", "/fails", [](const Request &) -> Result<Answer> {
        return Pending(Milliseconds{1}, []() -> Result<Response> { throw std::runtime_error("own words"); });
    });
    serve();
    const auto one = client();
    const auto seen = one->ask(get("/fails"));
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->status, 500);
    EXPECT_EQ(seen->body.find("own words"), std::string::npos);
    EXPECT_EQ(one->ask(post("/echo", "{}"))->status, 200);
}

TEST_F(ServerTrouble, survives_a_log_that_throws)
{
    std::atomic_bool broken = true;
    change_ = [&](ServerOptions &options) {
        options.served = [&](const Served &) {
            if (broken)
                throw std::runtime_error("no room for a line");
        };
    };
    serve();
    EXPECT_FALSE(client()->ask(post("/echo", "{}"))) << "on a worker: this connection is lost";
    EXPECT_FALSE(client()->ask(get("/nowhere"))) << "on a thread that reads and writes";
    EXPECT_FALSE(client()->ask(get("/nowhere"))) << "and on the other one";
    broken = false;
    EXPECT_EQ(client()->ask(post("/echo", "{}"))->status, 200);
    while (troubles().size() < 3)
        std::this_thread::yield();
    for (const auto &trouble : troubles())
        EXPECT_NE(trouble.find("no room for a line"), std::string::npos) << trouble;
}

TEST_F(ServerTrouble, goes_on_accepting_when_telling_of_a_refusal_throws)
{
    change_ = [](ServerOptions &options) {
        options.turnedAway = [](std::uint64_t) { throw std::runtime_error("no room for a line"); };
    };
    serve({.connectionsPerAddress = 1});
    auto only = client();
    ASSERT_TRUE(only->connected());
    EXPECT_FALSE(client()->connected());
    only.reset();
    while (server_->connections() > 0)
        std::this_thread::yield();
    EXPECT_EQ(client()->ask(post("/echo", "{}"))->status, 200);
    EXPECT_EQ(troubles().size(), 1U);
}

} // namespace
} // namespace smartca::sandbox::http
