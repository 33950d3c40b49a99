// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QNetworkReply>
#include <QSslError>

/// What went wrong on the way to the service, told apart: no network, unreachable, TLS
/// refused, time-out, clock, service error, busy. Each is made here and nowhere else.
namespace smartca::client {

/// NET-101: the device says it is offline.
[[nodiscard]] Failure noNetwork(std::string detail);
/// NET-104.
[[nodiscard]] Failure timedOut(std::string detail);
/// CLK-101; `serviceTime` where known.
[[nodiscard]] Failure clockWrong(std::string detail, std::optional<UtcTime> serviceTime);

/// SVC-105: signed by the service, but for something else than what was asked.
[[nodiscard]] Failure answerNotAuthentic(std::string detail);

/// A request that got no answer: NET-102, NET-103 or CLK-101.
[[nodiscard]] Failure transportFailure(QNetworkReply::NetworkError error, const QString &text,
                                       const QList<QSslError> &tlsErrors);
/// An answer that is no success: its problem details where it has them (PRT codes become SVC-104), else what
/// its status says (SVC-101, SVC-102, SVC-104, SVC-106).
[[nodiscard]] Failure refusal(int status, std::string_view contentType, std::string_view body,
                              std::optional<Seconds> retryAfter);
/// The code inside a refusal before it became SVC-104, for the client's own decisions.
[[nodiscard]] std::optional<FailureCode> protocolCodeOf(std::string_view contentType, std::string_view body);

/// True when nothing is known of what the service did: the same request may be sent again.
[[nodiscard]] bool isTransportFailure(FailureCode code);

} // namespace smartca::client
