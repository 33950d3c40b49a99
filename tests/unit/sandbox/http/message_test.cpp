// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "sandbox/http/message.h"

#include <gtest/gtest.h>

namespace smartca::sandbox::http {
namespace {

TEST(Headers, are_found_whatever_their_case)
{
    Headers headers;
    headers.add("dPoP", "x");
    EXPECT_EQ(headers.get("DPoP"), "x");
    EXPECT_FALSE(headers.get("DPo"));
}

TEST(Headers, sent_twice_count_as_not_sent)
{
    Headers headers;
    headers.add("DPoP", "x");
    headers.add("dpop", "y");
    EXPECT_FALSE(headers.get("DPoP"));
    headers.set("DPOP", "z");
    EXPECT_EQ(headers.get("DPoP"), "z");
}

TEST(Request, wish_to_wait_is_bounded_and_read_strictly)
{
    const auto wished = [](std::string value) {
        Request request;
        request.headers.add("Prefer", std::move(value));
        return request.waitWished(Seconds{25});
    };
    EXPECT_EQ(wished("wait=10"), Seconds{10});
    EXPECT_EQ(wished("wait=3600"), Seconds{25});
    for (const auto *wrong :
         {"", "wait=", "wait=-1", "wait=1x", "wait= 1", "Wait=1", "wait=99999999999999999999"})
        EXPECT_EQ(wished(wrong), Seconds{0}) << wrong;
    EXPECT_EQ(Request{}.waitWished(Seconds{25}), Seconds{0});
}

TEST(Problem, of_a_client_says_code_detail_and_when_to_come_again)
{
    Failure failure{.code = FailureCode::TooManyRequests, .detail = "slow down", .facts = {}};
    failure.facts.retryAfter = Seconds{7};
    const auto response = problem(failure, fromUnixSeconds(1'800'000'000));
    EXPECT_EQ(response.status, 429);
    EXPECT_EQ(response.headers.get("Content-Type"), "application/problem+json");
    EXPECT_EQ(response.headers.get("Retry-After"), "7");
    const auto json = parseJson(asText(response.body));
    ASSERT_TRUE(json);
    EXPECT_EQ(json->at("code"), "SVC-106");
    EXPECT_EQ(json->at("retryAfter"), 7);
}

TEST(Problem, inside_the_service_keeps_its_detail_to_itself)
{
    const auto response =
        problem({.code = FailureCode::ServiceError, .detail = "table subscriber is broken", .facts = {}}, {});
    EXPECT_EQ(response.status, 500);
    EXPECT_EQ(asText(response.body).find("subscriber"), std::string_view::npos);
}

TEST(Problem, of_a_wrong_method_names_the_right_ones)
{
    Failure failure{.code = FailureCode::MethodNotAllowed, .detail = "", .facts = {}};
    failure.facts.subject = "GET, POST";
    const auto response = problem(failure, {});
    EXPECT_EQ(response.status, 405);
    EXPECT_EQ(response.headers.get("Allow"), "GET, POST");
}

} // namespace
} // namespace smartca::sandbox::http
