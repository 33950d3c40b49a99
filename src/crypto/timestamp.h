// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/certificate.h"

namespace smartca::crypto {

/// What a time stamp token (RFC 3161 §2.4.2) says.
struct TimeStamp {
    UtcTime time;
    Sha256 imprint;
    std::optional<Bytes> nonce; ///< big-endian, without leading zeros
    std::string serial;         ///< upper-case hex
    Certificate authority;
};

/// MessageImprint of SHA-256 with parameters NULL, as most clients write it.
[[nodiscard]] Bytes messageImprint(const Sha256 &imprint);
/// TimeStampReq with SHA-256, certReq true.
[[nodiscard]] Bytes makeTimeStampRequest(const Sha256 &imprint, std::optional<BytesView> nonce);
/// Verifies the token (a CMS ContentInfo, DER): its signature, the signer's certificate by ESS attribute,
/// critical EKU, path to `anchor` at the token's own time and no certificate beside it, imprint. The caller
/// judges time and nonce. Failure: SignatureInvalid.
[[nodiscard]] Result<TimeStamp> verifyTimeStamp(BytesView token, const Sha256 &imprint,
                                                const Certificate &anchor);

} // namespace smartca::crypto
