// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms_parts.h"

#include "crypto/der.h"
#include "crypto/object_identifiers.h"
#include "crypto/openssl.h"

#include <openssl/x509.h>

namespace smartca::crypto::cms {
namespace {

/// ESS signing-certificate-v2 (RFC 5035 §3): SHA-256 is the default and therefore not named; issuer and
/// serial number stand in the signer identifier already.
Bytes signingCertificate(const Sha256 &fingerprint)
{
    const auto entry = der::sequence({der::octetString(fingerprint)});
    return der::sequence({der::sequence({entry})});
}

Bytes issuerAndSerial(const Certificate &certificate)
{
    return der::sequence({encoded(i2d_X509_NAME, X509_get_issuer_name(certificate.handle())),
                          encoded(i2d_ASN1_INTEGER, X509_get0_serialNumber(certificate.handle()))});
}

} // namespace

Bytes digestAlgorithm()
{
    return der::sequence({oid::sha256});
}

Bytes signatureAlgorithm(KeyKind kind)
{
    if (kind == KeyKind::P256)
        return der::sequence({oid::ecdsaWithSha256});
    return der::sequence({oid::sha256WithRsa, der::null()});
}

Bytes attribute(BytesView type, BytesView value)
{
    return der::sequence({type, der::value(der::setTag, {value})});
}

Bytes signedAttributes(BytesView contentType, const Sha256 &messageDigest, const Sha256 &signerFingerprint)
{
    return der::setOf({attribute(oid::contentType, contentType),
                       attribute(oid::messageDigest, der::octetString(messageDigest)),
                       attribute(oid::signingCertificateV2, signingCertificate(signerFingerprint))});
}

Bytes signerInfo(const Certificate &signer, BytesView signedAttributes, BytesView signature,
                 BytesView unsignedAttributes)
{
    return der::sequence({der::unsignedInteger(1), issuerAndSerial(signer), digestAlgorithm(),
                          der::retagged(signedAttributes, der::contextTag(0)),
                          signatureAlgorithm(signer.keyKind()), der::octetString(signature),
                          unsignedAttributes});
}

} // namespace smartca::crypto::cms
