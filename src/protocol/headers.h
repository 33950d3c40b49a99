// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// Paths and header names, said once for both sides.
namespace smartca::protocol {

inline constexpr std::string_view activationsPath = "/v1/activations";
inline constexpr std::string_view enrolmentPart = "/enrolment";
inline constexpr std::string_view certificatePart = "/certificate";
inline constexpr std::string_view confirmationPart = "/certificate/confirmation";
inline constexpr std::string_view recordPart = "/record"; ///< GET: the prepared record again, after a crash
inline constexpr std::string_view challengePart = "/challenge";
inline constexpr std::string_view signaturePart =
    "/signature"; ///< POST the SAD; GET: the stored signature again
inline constexpr std::string_view handInPart = "/acceptance-record";
inline constexpr std::string_view resendPath = "/v1/mail/resend";

inline constexpr std::string_view dpopHeader = "DPoP";
inline constexpr std::string_view dpopNonceHeader = "DPoP-Nonce";
inline constexpr std::string_view idempotencyKeyHeader = "Idempotency-Key";
inline constexpr std::string_view transactionHeader = "SmartCA-Transaction";
inline constexpr std::string_view serviceTimeHeader = "SmartCA-Time"; ///< Unix seconds, on every answer
inline constexpr std::string_view versionHeader = "SmartCA-App-Version";
inline constexpr std::string_view waitHeader = "Prefer"; ///< "wait=25"

inline constexpr std::string_view jsonType = "application/json";
inline constexpr std::string_view problemType = "application/problem+json";
inline constexpr std::string_view pdfType = "application/pdf";

} // namespace smartca::protocol
