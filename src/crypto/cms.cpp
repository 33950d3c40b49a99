// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms.h"

#include "crypto/der.h"
#include "crypto/failures.h"
#include "crypto/object_identifiers.h"
#include "crypto/openssl.h"
#include "crypto/signed_data.h"

#include <openssl/x509.h>

#include <algorithm>

namespace smartca::crypto {
namespace {

constexpr std::uint8_t versionOne = 1;
constexpr std::size_t attributeCount = 3;

Bytes version()
{
    return der::value(der::integerTag, {BytesView(&versionOne, 1)});
}

Bytes attribute(BytesView type, BytesView value)
{
    return der::sequence({type, der::value(der::setTag, {value})});
}

/// SHA-256 without parameters (RFC 5754 §2).
Bytes digestAlgorithm()
{
    return der::sequence({oid::sha256});
}

Bytes signatureAlgorithm(const PublicKey &key)
{
    if (key.kind() == KeyKind::P256)
        return der::sequence({oid::ecdsaWithSha256});
    return der::sequence({oid::sha256WithRsa, der::value(der::nullTag, {})});
}

/// ESS signing-certificate-v2 (RFC 5035 §3): SHA-256 is the default and therefore not named; issuer and
/// serial number stand in the signer identifier already.
Bytes signingCertificate(const Sha256 &fingerprint)
{
    const auto entry = der::sequence({der::value(der::octetStringTag, {fingerprint})});
    return der::sequence({der::sequence({entry})});
}

Bytes signerInfo(BytesView signedAttributes, BytesView signature, const Certificate &signer,
                 std::optional<BytesView> timeStampToken)
{
    const auto identifier =
        der::sequence({encoded(i2d_X509_NAME, X509_get_issuer_name(signer.handle())),
                       encoded(i2d_ASN1_INTEGER, X509_get0_serialNumber(signer.handle()))});
    Bytes unsignedAttributes;
    if (timeStampToken)
        unsignedAttributes =
            der::value(der::contextTag(1), {attribute(oid::timeStampToken, *timeStampToken)});
    return der::sequence({version(), identifier, digestAlgorithm(),
                          der::retagged(signedAttributes, der::contextTag(0)),
                          signatureAlgorithm(signer.publicKey()),
                          der::value(der::octetStringTag, {signature}), unsignedAttributes});
}

} // namespace

Bytes padesSignedAttributes(const Sha256 &messageDigest, const Certificate &signer)
{
    return der::setOf({attribute(oid::contentType, oid::data),
                       attribute(oid::messageDigest, der::value(der::octetStringTag, {messageDigest})),
                       attribute(oid::signingCertificateV2, signingCertificate(signer.fingerprint()))});
}

Result<Bytes> buildSignedData(BytesView signedAttributes, BytesView signature,
                              const std::vector<Certificate> &certificates,
                              std::optional<BytesView> timeStampToken)
{
    if (certificates.empty() || signedAttributes.empty() || signedAttributes.front() != der::setTag)
        return signatureInvalid("no signer, or no signed attributes");
    std::vector<Bytes> encodings;
    for (const auto &certificate : certificates)
        encodings.push_back(certificate.der());
    const auto signer = signerInfo(signedAttributes, signature, certificates.front(), timeStampToken);
    const auto data = der::sequence(
        {version(), der::value(der::setTag, {digestAlgorithm()}), der::sequence({oid::data}),
         der::setOf(std::move(encodings), der::contextTag(0)), der::value(der::setTag, {signer})});
    auto whole = der::sequence({oid::signedData, der::value(der::contextTag(0), {data})});
    SMARTCA_CHECK(parseSignedData(whole)); // what we write, we would read
    return whole;
}

Result<ParsedSignedData> parseSignedData(BytesView octets)
{
    SMARTCA_TRY(auto data, readSignedData(octets));
    if (!std::equal(data.contentType.begin(), data.contentType.end(), oid::data.begin(), oid::data.end()))
        return signatureInvalid("another content type than data");
    if (data.content)
        return signatureInvalid("the signature is not detached");
    if (!data.certificatesSorted)
        return signatureInvalid("certificates out of order");
    const auto digest = data.messageDigest();
    const auto hash = data.signingCertificateHash();
    if (!digest || !hash || data.attributes.size() != attributeCount ||
        data.signedAttributes !=
            der::setOf({attribute(oid::contentType, oid::data),
                        attribute(oid::messageDigest, der::value(der::octetStringTag, {*digest})),
                        attribute(oid::signingCertificateV2, signingCertificate(*hash))}))
        return signatureInvalid("other signed attributes than the three of a PAdES baseline signature");
    std::optional<Bytes> token;
    if (!data.unsignedAttributes.empty()) {
        auto &only = data.unsignedAttributes.front();
        if (data.unsignedAttributes.size() != 1 ||
            !std::equal(only.type.begin(), only.type.end(), oid::timeStampToken.begin(),
                        oid::timeStampToken.end()))
            return signatureInvalid("other unsigned attributes than a time stamp");
        token = std::move(only.value);
    }
    auto signer = data.signerCertificate();
    return ParsedSignedData{.signedAttributes = std::move(data.signedAttributes),
                            .messageDigest = *digest,
                            .signingCertificateHash = *hash,
                            .signature = std::move(data.signature),
                            .rsa = data.rsa,
                            .signer = std::move(signer),
                            .certificates = std::move(data.certificates),
                            .timeStampToken = std::move(token)};
}

} // namespace smartca::crypto
