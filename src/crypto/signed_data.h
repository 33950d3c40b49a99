// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/certificate.h"

/// Private to this room: the form that our signatures and time stamp tokens share, SignedData of RFC 5652
/// §5.1 with one signer, SHA-256 and nothing that the signature does not fix.
namespace smartca::crypto {

struct Attribute {
    Bytes type;  ///< the object identifier, DER
    Bytes value; ///< its one value, DER
};

struct SignedData {
    Bytes contentType;                     ///< the object identifier, DER
    std::optional<Bytes> content;          ///< eContent's octets
    std::vector<Certificate> certificates; ///< ascending by DER, none twice
    std::size_t signer = 0;                ///< index into certificates
    Bytes signedAttributes;                ///< DER, tag 31: what is signed
    std::vector<Attribute> attributes;
    bool rsa = false;
    Bytes signature;
    std::vector<Attribute> unsignedAttributes;

    [[nodiscard]] const Certificate &signerCertificate() const { return certificates[signer]; }
    /// The value of a signed attribute, or nothing.
    [[nodiscard]] std::optional<BytesView> attribute(BytesView type) const;
    /// The octets of the message-digest attribute when it is a SHA-256.
    [[nodiscard]] std::optional<Sha256> messageDigest() const;
    /// The hash that the first entry of signing-certificate-v2 gives, by SHA-256.
    [[nodiscard]] std::optional<Sha256> signingCertificateHash() const;
};

/// Failure: SignatureInvalid.
[[nodiscard]] Result<SignedData> readSignedData(BytesView der);

} // namespace smartca::crypto
