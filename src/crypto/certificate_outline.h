// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/result.h"

namespace smartca::crypto {

/// What must be looked at each time a key is used: the dates and the key of a certificate of our own, without
/// the cost of reading it whole (X.509 through OpenSSL is 300 µs, most of it for the key).
struct CertificateOutline {
    UtcTime notBefore;
    UtcTime notAfter;
    Bytes spki; ///< DER SubjectPublicKeyInfo
};

/// Reads no further than these, and verifies nothing: for certificates that something else vouches for.
/// Failure as Certificate::fromDer().
[[nodiscard]] Result<CertificateOutline> outlineOf(BytesView certificate);

} // namespace smartca::crypto
