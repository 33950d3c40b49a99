// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "crypto/jws.h"

namespace smartca::protocol {

/// Proof of possession of D on every request (RFC 9449 §4.2), with `bd`, base64url SHA-256 of the body.
struct DpopProof {
    std::string method;
    std::string url; ///< htu: without query and fragment
    std::string jti; ///< UUID
    UtcTime issuedAt;
    std::string bodyDigest;
    std::optional<std::string> nonce; ///< from the last answer's DPoP-Nonce
};

[[nodiscard]] std::string bodyDigestOf(BytesView body);
[[nodiscard]] Result<std::string> signDpop(crypto::Signer &deviceKey, const DpopProof &proof);

struct VerifiedDpop {
    crypto::PublicKey deviceKey;
    std::string deviceId; ///< thumbprint
    DpopProof proof;
};
/// Signature, form, method, url and body are checked; time, jti and nonce are the caller's. Failure PRT-106.
[[nodiscard]] Result<VerifiedDpop> verifyDpop(std::string_view header, std::string_view method,
                                              std::string_view url, BytesView body);

} // namespace smartca::protocol
