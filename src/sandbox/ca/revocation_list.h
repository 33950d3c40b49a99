// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/ca/authority.h"

namespace smartca::sandbox {

/// RFC 5280 §5.3.1, those we use.
enum class RevocationReason {
    Unspecified = 0,
    KeyCompromise = 1,
    AffiliationChanged = 3,
    CessationOfOperation = 5
};

struct RevokedCertificate {
    std::string serial; ///< hex
    UtcTime at;
    RevocationReason reason = RevocationReason::Unspecified;
};

/// A full CRL of the issuing CA, DER (RFC 5280 §5), good for a day. Its number is the time in milliseconds:
/// it only grows.
[[nodiscard]] Result<Bytes> makeRevocationList(const Authority &authority,
                                               const std::vector<RevokedCertificate> &revoked);

} // namespace smartca::sandbox
