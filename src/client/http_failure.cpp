// SPDX-License-Identifier: Apache-2.0
#include "client/http_failure.h"

#include "protocol/headers.h"
#include "protocol/messages.h"

#include <algorithm>

namespace smartca::client {
namespace {

Failure make(Failure failure, std::optional<Seconds> retryAfter = std::nullopt)
{
    failure.facts.retryAfter = retryAfter;
    return failure;
}

Failure serviceUnreachable(std::string detail)
{
    return make({.code = FailureCode::ServiceUnreachable, .detail = std::move(detail), .facts = {}});
}

Failure tlsRefused(std::string detail)
{
    return make({.code = FailureCode::TlsRefused, .detail = std::move(detail), .facts = {}});
}

Failure serviceError(std::string detail)
{
    return make({.code = FailureCode::ServiceError, .detail = std::move(detail), .facts = {}});
}

Failure serviceBusy(std::string detail, std::optional<Seconds> retryAfter)
{
    return make({.code = FailureCode::ServiceBusy, .detail = std::move(detail), .facts = {}}, retryAfter);
}

Failure tooManyRequests(std::string detail, std::optional<Seconds> retryAfter)
{
    return make({.code = FailureCode::TooManyRequests, .detail = std::move(detail), .facts = {}}, retryAfter);
}

Failure requestRefused(std::string detail, std::optional<std::string> subject)
{
    Failure failure{.code = FailureCode::RequestRefused, .detail = std::move(detail), .facts = {}};
    failure.facts.subject = std::move(subject);
    return failure;
}

bool isDateError(const QSslError &error)
{
    return error.error() == QSslError::CertificateExpired ||
           error.error() == QSslError::CertificateNotYetValid;
}

bool isProtocolCode(FailureCode code)
{
    return codeText(code).starts_with("PRT-");
}

/// What the journey and the client act on keeps its name; other breaches of the protocol are "refused" to a
/// person.
bool isActedOn(FailureCode code)
{
    using enum FailureCode;
    return code == StateStale || code == StepNotAllowed || code == IdempotencyKeyReused ||
           code == RegistrationInvalid || code == StillInProgress;
}

std::optional<protocol::Problem> problemIn(std::string_view contentType, std::string_view body)
{
    if (!contentType.starts_with(protocol::problemType))
        return std::nullopt;
    auto problem = protocol::decode<protocol::Problem>(body);
    if (!problem)
        return std::nullopt;
    return std::move(*problem);
}

} // namespace

Failure noNetwork(std::string detail)
{
    return make({.code = FailureCode::NoNetwork, .detail = std::move(detail), .facts = {}});
}

Failure timedOut(std::string detail)
{
    return make({.code = FailureCode::TimedOut, .detail = std::move(detail), .facts = {}});
}

Failure clockWrong(std::string detail, std::optional<UtcTime> serviceTime)
{
    Failure failure{.code = FailureCode::ClockWrong, .detail = std::move(detail), .facts = {}};
    failure.facts.at = serviceTime;
    return failure;
}

Failure answerNotAuthentic(std::string detail)
{
    return make({.code = FailureCode::AnswerNotAuthentic, .detail = std::move(detail), .facts = {}});
}

Failure transportFailure(QNetworkReply::NetworkError error, const QString &text,
                         const QList<QSslError> &tlsErrors)
{
    std::string detail = text.toStdString();
    for (const auto &tlsError : tlsErrors)
        detail += "; " + tlsError.errorString().toStdString();
    if (!tlsErrors.isEmpty()) {
        const bool onlyDates = std::ranges::all_of(tlsErrors, isDateError);
        return onlyDates ? clockWrong(std::move(detail), std::nullopt) : tlsRefused(std::move(detail));
    }
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return tlsRefused(std::move(detail));
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // only the transfer time-out gets here
        return timedOut(std::move(detail));
    default:
        return serviceUnreachable(std::move(detail));
    }
}

Failure refusal(int status, std::string_view contentType, std::string_view body,
                std::optional<Seconds> retryAfter)
{
    const std::string detail = "HTTP " + std::to_string(status);
    if (auto problem = problemIn(contentType, body)) {
        auto &failure = problem->failure;
        if (isProtocolCode(failure.code) && !isActedOn(failure.code))
            return requestRefused(detail + " " + std::string(codeText(failure.code)) + " " + failure.detail,
                                  std::string(codeText(failure.code)));
        if (!failure.facts.retryAfter)
            failure.facts.retryAfter = retryAfter;
        return std::move(failure);
    }
    if (status == 503)
        return serviceBusy(detail, retryAfter);
    if (status == 429)
        return tooManyRequests(detail, retryAfter);
    if (status >= 500)
        return serviceError(detail);
    return requestRefused(detail, std::nullopt);
}

std::optional<FailureCode> protocolCodeOf(std::string_view contentType, std::string_view body)
{
    const auto problem = problemIn(contentType, body);
    if (!problem || !isProtocolCode(problem->failure.code))
        return std::nullopt;
    return problem->failure.code;
}

bool isTransportFailure(FailureCode code)
{
    return code == FailureCode::NoNetwork || code == FailureCode::ServiceUnreachable ||
           code == FailureCode::TimedOut;
}

} // namespace smartca::client
