// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/certificate.h"

namespace smartca::crypto {

/// DER of the SET OF signed attributes (RFC 5652 §5.4, tag 31) for a PAdES baseline signature: content-type
/// id-data, message-digest, ESS signing-certificate-v2 (RFC 5035) naming the signer by SHA-256. Nothing else,
/// so that app and service compute the same octets.
[[nodiscard]] Bytes padesSignedAttributes(const Sha256 &messageDigest, const Certificate &signer);

/// Detached SignedData (RFC 5652), DER, one signer, with certificates (signer first) and, when given, the
/// signature-time-stamp token (RFC 3161 app. A) as unsigned attribute. `signature`: RSASSA-PKCS1-v1_5 with
/// SHA-256, or ECDSA as DER.
[[nodiscard]] Result<Bytes> buildSignedData(BytesView signedAttributes, BytesView signature,
                                            const std::vector<Certificate> &certificates,
                                            std::optional<BytesView> timeStampToken);

/// What a detached SignedData says, nothing of it judged but its form: DER throughout, the very octets
/// that buildSignedData makes, version 1, exactly one signer, no content, SHA-256, the three signed
/// attributes once each and nothing else. Failure: SignatureInvalid.
struct ParsedSignedData {
    Bytes signedAttributes; ///< DER, tag 31
    Sha256 messageDigest;
    Sha256 signingCertificateHash;
    Bytes signature;
    bool rsa = false; ///< PKCS#1 v1.5, else ECDSA
    Certificate signer;
    std::vector<Certificate> certificates;
    std::optional<Bytes> timeStampToken;
};
[[nodiscard]] Result<ParsedSignedData> parseSignedData(BytesView der);

} // namespace smartca::crypto
