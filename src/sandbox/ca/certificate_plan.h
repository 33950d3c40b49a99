// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/certificate.h"

namespace smartca::sandbox {

/// One attribute of a name, by OpenSSL's short name ("CN", "surname", "UID"). UTF-8.
struct NameAttribute {
    std::string name;
    std::string value;
};

/// One extension. `value` in OpenSSL's configuration syntax ("critical,CA:TRUE"), or `der` as it is.
struct PlannedExtension {
    int nid = 0;
    std::string value;
    Bytes der;
};

/// What a certificate shall say.
struct CertificatePlan {
    std::vector<NameAttribute> subject;
    crypto::PublicKey key;
    UtcTime notBefore;
    UtcTime notAfter;
    std::vector<PlannedExtension> extensions;
};

/// Signs a certificate with a P-256 key that may live in an HSM: ecdsa-with-SHA256, serial of 159 random
/// bits. `issuer`: absent for a self-signed root. Failure SVC-101 when the plan cannot be encoded.
[[nodiscard]] Result<crypto::Certificate>
signCertificate(const CertificatePlan &plan, const crypto::Certificate *issuer, crypto::Signer &issuerKey);

/// 159 random bits: positive and at most 20 octets of INTEGER (RFC 5280 §4.1.2.2).
[[nodiscard]] Bytes randomSerial();

/// The certificate policy of the sandbox with the user notice “SANDBOX – no legal value” (RFC 5280 §4.2.1.4).
[[nodiscard]] PlannedExtension sandboxPolicy();

/// `content` (DER of what is signed) with algorithm and signature around it: Certificate, CertificateList.
[[nodiscard]] Result<Bytes> signedObject(BytesView content, crypto::Signer &key);

} // namespace smartca::sandbox
