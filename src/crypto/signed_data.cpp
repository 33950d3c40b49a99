// SPDX-License-Identifier: Apache-2.0
#include "crypto/signed_data.h"

#include "crypto/der.h"
#include "crypto/failures.h"
#include "crypto/object_identifiers.h"
#include "crypto/openssl.h"

#include <openssl/x509.h>

#include <algorithm>

namespace smartca::crypto {
namespace {

constexpr std::size_t mostCertificates = 16;

bool isVersion(const std::optional<der::Element> &element, std::uint8_t version)
{
    return element && element->content.size() == 1 && element->content[0] == version;
}

/// AlgorithmIdentifier with this identifier and, behind it, NULL or (if allowed) nothing.
bool isAlgorithm(const std::optional<der::Element> &element, BytesView identifier, bool nullAllowed,
                 bool absentAllowed)
{
    if (!element || element->tag != der::sequenceTag)
        return false;
    der::Reader reader(element->content);
    const auto name = reader.next(der::objectIdentifierTag);
    if (!name || !same(name->whole, identifier))
        return false;
    if (reader.atEnd())
        return absentAllowed;
    return nullAllowed && reader.next(der::nullTag) && reader.atEnd();
}

bool isSha256(const std::optional<der::Element> &element)
{
    // RFC 5754 §2: both are met, in the time stamp tokens of others. Our own signatures are held to one.
    return isAlgorithm(element, oid::sha256, true, true);
}

Result<std::vector<Attribute>> readAttributes(BytesView content)
{
    if (!der::isSorted(content))
        return signatureInvalid("attributes out of order");
    std::vector<Attribute> attributes;
    der::Reader reader(content);
    while (!reader.atEnd()) {
        const auto attribute = reader.next(der::sequenceTag);
        if (!attribute)
            return signatureInvalid("not an attribute");
        der::Reader parts(attribute->content);
        const auto type = parts.next(der::objectIdentifierTag);
        const auto values = parts.next(der::setTag);
        if (!type || !values || !parts.atEnd())
            return signatureInvalid("not an attribute");
        der::Reader inner(values->content);
        const auto value = inner.next();
        if (!value || !inner.atEnd())
            return signatureInvalid("an attribute without exactly one value");
        for (const auto &seen : attributes)
            if (same(seen.type, type->whole))
                return signatureInvalid("an attribute twice");
        attributes.push_back({toBytes(type->whole), toBytes(value->whole)});
    }
    return attributes;
}

Outcome readContent(const der::Element &info, SignedData &data)
{
    der::Reader reader(info.content);
    const auto type = reader.next(der::objectIdentifierTag);
    if (!type)
        return signatureInvalid("no content type");
    data.contentType = toBytes(type->whole);
    if (reader.atEnd())
        return {};
    const auto wrapped = reader.next(der::contextTag(0));
    if (!wrapped || !reader.atEnd())
        return signatureInvalid("content that cannot be read");
    der::Reader inner(wrapped->content);
    const auto octets = inner.next(der::octetStringTag);
    if (!octets || !inner.atEnd())
        return signatureInvalid("content that cannot be read");
    data.content = toBytes(octets->content);
    return {};
}

Outcome readCertificates(const std::optional<der::Element> &set, SignedData &data)
{
    if (!set)
        return signatureInvalid("no certificates");
    if (!der::isSorted(set->content))
        return signatureInvalid("certificates out of order");
    der::Reader reader(set->content);
    while (!reader.atEnd()) {
        const auto one = reader.next(der::sequenceTag);
        if (!one || data.certificates.size() == mostCertificates)
            return signatureInvalid("certificates that cannot be read, or too many");
        auto certificate = Certificate::fromDer(one->whole);
        if (!certificate)
            return signatureInvalid(certificate.error().detail);
        if (!data.certificates.empty() && data.certificates.back().der() == certificate->der())
            return signatureInvalid("a certificate twice");
        data.certificates.push_back(std::move(*certificate));
    }
    return {};
}

/// Which certificate issuer and serial number (RFC 5652 §10.2.4) name.
Outcome findSigner(const der::Element &identifier, SignedData &data)
{
    der::Reader reader(identifier.content);
    const auto issuer = reader.next(der::sequenceTag);
    const auto serial = reader.next(der::integerTag);
    if (!issuer || !serial || !reader.atEnd())
        return signatureInvalid("the signer is not named by issuer and serial number");
    std::size_t found = 0;
    for (std::size_t i = 0; i < data.certificates.size(); ++i) {
        auto *const handle = data.certificates[i].handle();
        if (same(encoded(i2d_X509_NAME, X509_get_issuer_name(handle)), issuer->whole) &&
            same(encoded(i2d_ASN1_INTEGER, X509_get0_serialNumber(handle)), serial->whole)) {
            data.signer = i;
            ++found;
        }
    }
    if (found != 1)
        return signatureInvalid("the signer's certificate is not there exactly once");
    return {};
}

Outcome readSignatureAlgorithm(const std::optional<der::Element> &algorithm, SignedData &data)
{
    const bool ecdsa = isAlgorithm(algorithm, oid::ecdsaWithSha256, false, true);
    data.rsa = isAlgorithm(algorithm, oid::sha256WithRsa, true, false) ||
               isAlgorithm(algorithm, oid::rsaEncryption, true, false);
    if (!ecdsa && !data.rsa)
        return signatureInvalid("a signature algorithm we refuse");
    if (data.rsa == (data.signerCertificate().keyKind() == KeyKind::P256))
        return signatureInvalid("the signature algorithm is not that of the signer's key");
    return {};
}

Outcome readSigner(const der::Element &signer, SignedData &data)
{
    der::Reader reader(signer.content);
    if (!isVersion(reader.next(der::integerTag), 1))
        return signatureInvalid("another signer version than 1");
    const auto identifier = reader.next(der::sequenceTag);
    if (!identifier)
        return signatureInvalid("no signer named");
    SMARTCA_CHECK(findSigner(*identifier, data));
    if (!isSha256(reader.next(der::sequenceTag)))
        return signatureInvalid("another digest than SHA-256");
    const auto attributes = reader.next(der::contextTag(0));
    if (!attributes)
        return signatureInvalid("no signed attributes");
    data.signedAttributes = der::retagged(attributes->whole, der::setTag);
    SMARTCA_TRY(data.attributes, readAttributes(attributes->content));
    SMARTCA_CHECK(readSignatureAlgorithm(reader.next(der::sequenceTag), data));
    const auto signature = reader.next(der::octetStringTag);
    if (!signature)
        return signatureInvalid("no signature value");
    data.signature = toBytes(signature->content);
    if (const auto more = reader.next(der::contextTag(1))) {
        SMARTCA_TRY(data.unsignedAttributes, readAttributes(more->content));
        if (data.unsignedAttributes.empty())
            return signatureInvalid("an empty set of unsigned attributes");
    }
    if (!reader.atEnd())
        return signatureInvalid("more than a signer");
    return {};
}

/// The SignedData inside a ContentInfo.
std::optional<der::Element> unwrapped(BytesView contentInfo)
{
    der::Reader outer(contentInfo);
    const auto info = outer.next(der::sequenceTag);
    if (!info)
        return std::nullopt;
    der::Reader reader(info->content);
    const auto type = reader.next(der::objectIdentifierTag);
    const auto wrapped = reader.next(der::contextTag(0));
    if (!type || !same(type->whole, oid::signedData) || !wrapped || !reader.atEnd())
        return std::nullopt;
    der::Reader inner(wrapped->content);
    const auto data = inner.next(der::sequenceTag);
    return inner.atEnd() ? data : std::nullopt;
}

} // namespace

std::optional<BytesView> SignedData::attribute(BytesView type) const
{
    for (const auto &one : attributes)
        if (same(one.type, type))
            return BytesView(one.value);
    return std::nullopt;
}

std::optional<Sha256> SignedData::messageDigest() const
{
    const auto value = attribute(oid::messageDigest);
    der::Reader reader(value.value_or(BytesView()));
    const auto octets = reader.next(der::octetStringTag);
    Sha256 digest{};
    if (!octets || octets->content.size() != digest.size())
        return std::nullopt;
    std::copy(octets->content.begin(), octets->content.end(), digest.begin());
    return digest;
}

std::optional<Sha256> SignedData::signingCertificateHash() const
{
    // SigningCertificateV2 ::= SEQUENCE { certs SEQUENCE OF ESSCertIDv2, … }; the hash algorithm is left out
    // for SHA-256.
    auto rest = attribute(oid::signingCertificateV2).value_or(BytesView());
    for (int level = 0; level < 3; ++level) {
        const auto inner = der::Reader(rest).next(der::sequenceTag);
        if (!inner)
            return std::nullopt;
        rest = inner->content;
    }
    const auto hash = der::Reader(rest).next(der::octetStringTag);
    Sha256 digest{};
    if (!hash || hash->content.size() != digest.size())
        return std::nullopt;
    std::copy(hash->content.begin(), hash->content.end(), digest.begin());
    return digest;
}

Result<SignedData> readSignedData(BytesView octets)
{
    const QuietErrors quiet;
    if (!der::isStrict(octets))
        return signatureInvalid("not DER");
    const auto whole = unwrapped(octets);
    if (!whole)
        return signatureInvalid("no SignedData");
    SignedData data;
    der::Reader reader(whole->content);
    const auto version = reader.next(der::integerTag);
    const auto digests = reader.next(der::setTag);
    const auto content = reader.next(der::sequenceTag);
    if (!version || !digests || !content)
        return signatureInvalid("no SignedData");
    der::Reader algorithms(digests->content);
    if (!isSha256(algorithms.next(der::sequenceTag)) || !algorithms.atEnd())
        return signatureInvalid("another digest than SHA-256");
    SMARTCA_CHECK(readContent(*content, data));
    if (!isVersion(version, same(data.contentType, oid::data) ? 1 : 3)) // RFC 5652 §5.1
        return signatureInvalid("another version than its content asks for");
    SMARTCA_CHECK(readCertificates(reader.next(der::contextTag(0)), data));
    const auto signers = reader.next(der::setTag);
    if (!signers || !reader.atEnd())
        return signatureInvalid("no signers, or more than signers");
    der::Reader one(signers->content);
    const auto signer = one.next(der::sequenceTag);
    if (!signer || !one.atEnd())
        return signatureInvalid("not exactly one signer");
    SMARTCA_CHECK(readSigner(*signer, data));
    return data;
}

} // namespace smartca::crypto
