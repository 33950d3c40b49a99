// SPDX-License-Identifier: Apache-2.0
#include "protocol/failures.h"
#include "protocol/messages.h"

#include <gtest/gtest.h>

namespace smartca::protocol {
namespace {

TEST(Problem, every_code_has_an_error_status)
{
    for (const auto code : allFailureCodes()) {
        EXPECT_GE(httpStatusOf(code), 400) << codeText(code);
        EXPECT_LE(httpStatusOf(code), 503) << codeText(code);
    }
}

TEST(Problem, every_code_travels_and_comes_back)
{
    for (const auto code : allFailureCodes()) {
        const Problem problem{.status = httpStatusOf(code),
                              .failure = {.code = code, .detail = "", .facts = {}},
                              .serviceTime = UtcTime{Seconds{1795320000}}};
        const auto read = decode<Problem>(encode(problem));
        ASSERT_TRUE(read) << codeText(code) << ": " << read.error().detail;
        EXPECT_EQ(read->failure, problem.failure);
        EXPECT_EQ(read->status, problem.status);
    }
}

TEST(Problem, statuses_that_a_machine_repeats_are_those_it_may_repeat)
{
    EXPECT_EQ(httpStatusOf(FailureCode::ServiceBusy), 503);
    EXPECT_EQ(httpStatusOf(FailureCode::TooManyRequests), 429);
    // Neither a PIN verdict nor a failure of the HSM is ever repeated by a machine.
    EXPECT_EQ(httpStatusOf(FailureCode::PinWrong), 403);
    EXPECT_EQ(httpStatusOf(FailureCode::HsmUnavailable), 500);
}

TEST(Problem, unknown_account_and_wrong_code_look_the_same)
{
    Problem wrong{.status = httpStatusOf(FailureCode::ActivationDetailsWrong),
                  .failure = {.code = FailureCode::ActivationDetailsWrong, .detail = "", .facts = {}},
                  .serviceTime = UtcTime{}};
    wrong.failure.facts.triesLeft = 4;
    EXPECT_EQ(
        encode(wrong),
        R"({"type":"urn:smartca:problem:ACT-104","title":"Activation details wrong","status":403,"code":"ACT-104","triesLeft":4,"serviceTime":0})");
}

TEST(Problem, code_that_does_not_fit_its_type_is_refused)
{
    EXPECT_FALSE(decode<Problem>(
        R"({"type":"urn:smartca:problem:ACT-104","title":"x","status":403,"code":"PIN-201","serviceTime":0})"));
    EXPECT_FALSE(decode<Problem>(
        R"({"type":"urn:smartca:problem:XYZ-1","title":"x","status":403,"code":"XYZ-1","serviceTime":0})"));
    EXPECT_FALSE(decode<Problem>(
        R"({"type":"urn:smartca:problem:ACT-104","title":"x","status":200,"code":"ACT-104","serviceTime":0})"));
}

TEST(Problem, answer_that_cannot_be_read_has_its_own_code)
{
    EXPECT_EQ(answerMalformed("why").code, FailureCode::AnswerMalformed);
    EXPECT_EQ(answerMalformed("why").detail, "why");
}

} // namespace
} // namespace smartca::protocol
