// SPDX-License-Identifier: Apache-2.0
#include "server_under_test.h"

#include <latch>
#include <thread>

/// Long polls, slow work, and the end.
namespace smartca::sandbox::http {
namespace {

TEST_F(ServerWaiting, completes_a_poll_from_another_thread)
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

TEST_F(ServerWaiting, answers_a_poll_at_its_deadline)
{
    pollWait_ = Milliseconds{1};
    serve();
    const auto seen = client()->ask(get("/poll"));
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->body, R"({"still":"waiting"})");
}

TEST_F(ServerWaiting, completes_a_poll_that_was_answered_before_it_was_returned)
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

TEST_F(ServerWaiting, forgets_a_poll_whose_client_left)
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

TEST_F(ServerWaiting, finishes_the_work_of_a_client_that_left)
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

TEST_F(ServerWaiting, serves_others_while_every_input_output_thread_could_be_busy)
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

TEST_F(ServerWaiting, stops_gracefully_answering_who_waits)
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

} // namespace
} // namespace smartca::sandbox::http
