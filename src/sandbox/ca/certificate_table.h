// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/ca/revocation_list.h"
#include "sandbox/store/database.h"

namespace smartca::sandbox {

enum class IssuanceStatus { Pending, Held, Refused, Issued, Revoked };
[[nodiscard]] std::string_view nameOf(IssuanceStatus status);

/// A credential's certificate on its way: requested, issued, revoked.
struct CertificateRow {
    std::string credentialId;
    std::int64_t subscriber = 0;
    IssuanceStatus status = IssuanceStatus::Pending;
    std::string reason; ///< of Held and Refused: what staff wrote for the subscriber
    UtcTime dueAt;      ///< not issued before
    Bytes request;      ///< PKCS#10
    Bytes spki;
    std::string serial; ///< empty until issued
    Bytes certificate;  ///< DER, empty until issued
};

/// The certificates of the service. Every function runs inside the caller's transaction.
namespace certificates {

[[nodiscard]] Migrations migrations();

/// A new request; held or refused at once where staff said so beforehand.
void request(Session &session, const CertificateRow &row, UtcTime now);
[[nodiscard]] std::optional<CertificateRow> find(Session &session, std::string_view credentialId);
[[nodiscard]] std::vector<CertificateRow> ofSubscriber(Session &session, std::int64_t subscriber);

/// Pending → Issued, once; false when another call was first or it is not pending any more.
[[nodiscard]] bool issued(Session &session, std::string_view credentialId,
                          const crypto::Certificate &certificate, UtcTime now);
/// Of a request not issued yet: it is refused. Of an issued certificate: it is on the next CRL. Nothing when
/// there is neither.
void revoke(Session &session, std::string_view credentialId, RevocationReason reason, UtcTime now);
[[nodiscard]] std::vector<RevokedCertificate> revoked(Session &session);

// What staff may do. hold and refuse work on what is not issued yet, and beforehand on the next request of
// the subscriber; release undoes hold, and lets a delayed one go at once. How many requests were changed.
/// What was said beforehand and waits for the request: held, refused, or nothing.
std::optional<IssuanceStatus> orderFor(Session &session, std::int64_t subscriber);
int hold(Session &session, std::int64_t subscriber, std::string_view reason);
int release(Session &session, std::int64_t subscriber, UtcTime now);
int refuse(Session &session, std::int64_t subscriber, std::string_view reason);

} // namespace certificates

} // namespace smartca::sandbox
