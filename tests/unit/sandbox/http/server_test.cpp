// SPDX-License-Identifier: Apache-2.0
#include "server_under_test.h"

#include <sched.h>

/// Requests and answers.
namespace smartca::sandbox::http {
namespace {

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

TEST_F(ServerTest, handles_requests_on_threads_that_wait_for_a_free_core)
{
    router_.add("GET", "/policy", [](const Request &) -> Result<Answer> {
        return Response::json(std::to_string(::sched_getscheduler(0)));
    });
    const int ours = ::sched_getscheduler(0);
    serve();
    const auto one = client();
    ASSERT_TRUE(one->connected());
    for (int request = 0; request < 8; ++request) {
        const auto seen = one->ask(get("/policy"));
        ASSERT_TRUE(seen);
        EXPECT_EQ(seen->body, std::to_string(SCHED_BATCH));
    }
    EXPECT_EQ(::sched_getscheduler(0), ours);
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

} // namespace
} // namespace smartca::sandbox::http
