// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms.h"

#include "crypto/cms_parts.h"
#include "crypto/der.h"
#include "crypto/failures.h"
#include "crypto/object_identifiers.h"
#include "crypto/signed_data.h"

#include <algorithm>

namespace smartca::crypto {
namespace {

constexpr std::size_t attributeCount = 3;

Bytes signedDataOf(BytesView signedAttributes, BytesView signature, const Certificate &signer,
                   const std::vector<Certificate> &certificates, std::optional<BytesView> timeStampToken)
{
    std::vector<Bytes> encodings;
    encodings.reserve(certificates.size());
    for (const auto &certificate : certificates)
        encodings.push_back(certificate.der());
    Bytes unsignedAttributes;
    if (timeStampToken)
        unsignedAttributes = der::context(1, {cms::attribute(oid::timeStampToken, *timeStampToken)});
    const auto signerInfo = cms::signerInfo(signer, signedAttributes, signature, unsignedAttributes);
    const auto data =
        der::sequence({der::unsignedInteger(1), der::value(der::setTag, {cms::digestAlgorithm()}),
                       der::sequence({oid::data}), der::setOf(std::move(encodings), der::contextTag(0)),
                       der::value(der::setTag, {signerInfo})});
    return der::sequence({oid::signedData, der::context(0, {data})});
}

} // namespace

Bytes padesSignedAttributes(const Sha256 &messageDigest, const Certificate &signer)
{
    return cms::signedAttributes(oid::data, messageDigest, signer.fingerprint());
}

Result<Bytes> buildSignedData(BytesView signedAttributes, BytesView signature,
                              const std::vector<Certificate> &certificates,
                              std::optional<BytesView> timeStampToken)
{
    if (certificates.empty() || signedAttributes.empty() || signedAttributes.front() != der::setTag)
        return signatureInvalid("no signer, or no signed attributes");
    auto whole =
        signedDataOf(signedAttributes, signature, certificates.front(), certificates, timeStampToken);
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
    const auto digest = data.messageDigest();
    const auto hash = data.signingCertificateHash();
    if (!digest || !hash || data.attributes.size() != attributeCount ||
        data.signedAttributes != cms::signedAttributes(oid::data, *digest, *hash))
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
    // Much of it is not signed: it may be written in our way only.
    const auto ours = signedDataOf(data.signedAttributes, data.signature, signer, data.certificates, token);
    if (!std::ranges::equal(ours, octets))
        return signatureInvalid("written in another way than ours");
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
