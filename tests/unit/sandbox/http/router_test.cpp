// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/router.h"

#include <gtest/gtest.h>

namespace smartca::sandbox::http {
namespace {

Handler answering(int status)
{
    return [status](const Request &) -> Result<Answer> { return Response::json("{}", status); };
}

Router activationRoutes()
{
    Router router;
    router.add("POST", "/v1/activations", answering(201));
    router.add("GET", "/v1/activations/{id}", answering(200));
    router.add("POST", "/v1/activations/{id}/enrolment", answering(200), 1000);
    return router;
}

TEST(Router, finds_a_route_and_its_parameters)
{
    const auto router = activationRoutes();
    const auto match = router.find("POST", "/v1/activations/abc-1/enrolment");
    ASSERT_TRUE(match);
    EXPECT_EQ(match->pattern, "/v1/activations/{id}/enrolment");
    EXPECT_EQ(match->parameters.at("id"), "abc-1");
    EXPECT_EQ(match->maxBody, 1000U);
}

TEST(Router, refuses_unknown_paths)
{
    const auto router = activationRoutes();
    for (const auto *path :
         {"/", "", "/v1", "/v1/activations/", "/v1/activations/a/b", "/v1/activations//enrolment",
          "/V1/activations", "/v1/activations/a/enrolment/", "v1/activations", "//v1/activations"}) {
        const auto match = router.find("POST", path);
        ASSERT_FALSE(match) << path;
        const bool unknown = match.error().code == FailureCode::PathUnknown ||
                             match.error().code == FailureCode::MethodNotAllowed;
        EXPECT_TRUE(unknown) << path;
    }
    EXPECT_EQ(router.find("POST", "/v1").error().code, FailureCode::PathUnknown);
    EXPECT_EQ(router.find("POST", "/v1/activations//enrolment").error().code, FailureCode::PathUnknown);
}

TEST(Router, tells_which_methods_a_path_has)
{
    const auto router = activationRoutes();
    const auto match = router.find("DELETE", "/v1/activations");
    ASSERT_FALSE(match);
    EXPECT_EQ(match.error().code, FailureCode::MethodNotAllowed);
    EXPECT_EQ(match.error().facts.subject, "POST");
}

TEST(Router, takes_no_method_in_lower_case)
{
    EXPECT_FALSE(activationRoutes().find("post", "/v1/activations"));
}

} // namespace
} // namespace smartca::sandbox::http
