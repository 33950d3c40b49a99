// SPDX-License-Identifier: Apache-2.0
#include "client/http_failure.h"
#include "protocol/messages.h"

#include <gtest/gtest.h>

namespace smartca::client {
namespace {

using Error = QNetworkReply::NetworkError;

std::string problemOf(FailureCode code, FailureFacts facts = {})
{
    return protocol::encode(protocol::Problem{.status = 400,
                                              .failure = {.code = code, .detail = "why", .facts = facts},
                                              .serviceTime = fromUnixSeconds(1'800'000'000)});
}

constexpr std::string_view problemJson = "application/problem+json";

TEST(HttpFailure, ways_of_not_being_answered_are_told_apart)
{
    EXPECT_EQ(transportFailure(Error::ConnectionRefusedError, {}, {}).code, FailureCode::ServiceUnreachable);
    EXPECT_EQ(transportFailure(Error::HostNotFoundError, {}, {}).code, FailureCode::ServiceUnreachable);
    EXPECT_EQ(transportFailure(Error::RemoteHostClosedError, {}, {}).code, FailureCode::ServiceUnreachable);
    EXPECT_EQ(transportFailure(Error::SslHandshakeFailedError, {}, {}).code, FailureCode::TlsRefused);
    EXPECT_EQ(transportFailure(Error::TimeoutError, {}, {}).code, FailureCode::TimedOut);
    EXPECT_EQ(transportFailure(Error::OperationCanceledError, {}, {}).code, FailureCode::TimedOut);
}

TEST(HttpFailure, certificate_wrong_by_its_dates_alone_is_a_clock_problem)
{
    const QSslError expired(QSslError::CertificateExpired);
    const QSslError early(QSslError::CertificateNotYetValid);
    const QSslError foreign(QSslError::SelfSignedCertificateInChain);
    const auto code = [](const QList<QSslError> &errors) {
        return transportFailure(Error::SslHandshakeFailedError, {}, errors).code;
    };
    EXPECT_EQ(code({expired}), FailureCode::ClockWrong);
    EXPECT_EQ(code({early, expired}), FailureCode::ClockWrong);
    EXPECT_EQ(code({foreign}), FailureCode::TlsRefused);
    EXPECT_EQ(code({expired, foreign}), FailureCode::TlsRefused)
        << "a foreign one is foreign, expired or not";
}

TEST(HttpFailure, problem_details_keep_code_and_numbers)
{
    FailureFacts facts;
    facts.triesLeft = 2;
    facts.triesUntilBlocked = 8;
    const auto failure = refusal(403, problemJson, problemOf(FailureCode::PinWrong, facts), std::nullopt);
    EXPECT_EQ(failure.code, FailureCode::PinWrong);
    EXPECT_EQ(failure.facts.triesLeft, 2);
    EXPECT_EQ(failure.facts.triesUntilBlocked, 8);
}

TEST(HttpFailure, breach_of_the_protocol_is_a_refused_request_to_a_person)
{
    const auto failure = refusal(400, problemJson, problemOf(FailureCode::FieldInvalid), std::nullopt);
    EXPECT_EQ(failure.code, FailureCode::RequestRefused);
    EXPECT_EQ(failure.facts.subject, "PRT-103");
}

TEST(HttpFailure, what_the_journey_acts_on_keeps_its_name)
{
    EXPECT_EQ(refusal(412, problemJson, problemOf(FailureCode::StateStale), std::nullopt).code,
              FailureCode::StateStale);
}

TEST(HttpFailure, answers_without_problem_details_are_judged_by_status)
{
    EXPECT_EQ(refusal(503, "text/html", "busy", Seconds(3)).code, FailureCode::ServiceBusy);
    EXPECT_EQ(refusal(503, "text/html", "busy", Seconds(3)).facts.retryAfter, Seconds(3));
    EXPECT_EQ(refusal(429, "", "", std::nullopt).code, FailureCode::TooManyRequests);
    EXPECT_EQ(refusal(500, problemJson, "{not json", std::nullopt).code, FailureCode::ServiceError);
    EXPECT_EQ(refusal(404, "text/html", "", std::nullopt).code, FailureCode::RequestRefused);
    EXPECT_EQ(refusal(302, "text/html", "", std::nullopt).code, FailureCode::RequestRefused);
}

TEST(HttpFailure, only_silence_is_repeated)
{
    for (const auto code : allFailureCodes()) {
        const bool expected = code == FailureCode::NoNetwork || code == FailureCode::ServiceUnreachable ||
                              code == FailureCode::TimedOut;
        EXPECT_EQ(isTransportFailure(code), expected) << codeText(code);
    }
}

} // namespace
} // namespace smartca::client
