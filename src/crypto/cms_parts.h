// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/certificate.h"

/// The pieces that every SignedData of ours is made of (RFC 5652), the subscriber's signature and the
/// service's time stamps alike. All of them are DER.
namespace smartca::crypto::cms {

/// SHA-256 without parameters (RFC 5754 §2).
[[nodiscard]] Bytes digestAlgorithm();
/// ecdsa-with-SHA256 (RFC 5758 §3.2), or sha256WithRSAEncryption with NULL (RFC 4055 §5).
[[nodiscard]] Bytes signatureAlgorithm(KeyKind kind);
/// One value of one type.
[[nodiscard]] Bytes attribute(BytesView type, BytesView value);
/// SET OF (tag 31), which is what is signed (§5.4): content-type, message-digest, ESS signing-certificate-v2
/// (RFC 5035) naming the signer by SHA-256.
[[nodiscard]] Bytes signedAttributes(BytesView contentType, const Sha256 &messageDigest,
                                     const Sha256 &signerFingerprint);
/// Version 1, the signer by issuer and serial number. `unsignedAttributes`: [1], or nothing.
[[nodiscard]] Bytes signerInfo(const Certificate &signer, BytesView signedAttributes, BytesView signature,
                               BytesView unsignedAttributes = {});

} // namespace smartca::crypto::cms
