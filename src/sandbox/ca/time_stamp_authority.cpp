// SPDX-License-Identifier: Apache-2.0
#include "sandbox/ca/time_stamp_authority.h"

#include "sandbox/ca/der.h"
#include "sandbox/ca/names.h"

#include <openssl/ts.h>

namespace smartca::sandbox {
namespace {

constexpr const char *idSignedData = "1.2.840.113549.1.7.2";
constexpr const char *idTstInfo = "1.2.840.113549.1.9.16.1.4";
constexpr const char *idContentType = "1.2.840.113549.1.9.3";
constexpr const char *idMessageDigest = "1.2.840.113549.1.9.4";
constexpr const char *idSigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
constexpr std::uint8_t accuracySeconds = 1;

// PKIStatus and PKIFailureInfo (RFC 3161 §2.4.2).
constexpr std::uint8_t statusGranted = 0;
constexpr std::uint8_t statusRejection = 2;
enum class Refusal : std::uint8_t {
    BadAlgorithm = 0,
    BadRequest = 2,
    BadFormat = 5,
    Policy = 15,
    Extension = 16
};

Bytes rejection(Refusal why)
{
    const auto bit = static_cast<unsigned>(why);
    Bytes flags(1 + bit / 8 + 1, 0);
    flags[0] = static_cast<std::uint8_t>(7 - bit % 8); // DER: no trailing zero bits
    flags[1 + bit / 8] = static_cast<std::uint8_t>(0x80U >> (bit % 8));
    return der::sequence({der::sequence({der::integer(statusRejection), der::tagged(0x03, flags)})});
}

/// MessageImprint as most clients write it: SHA-256 with parameters NULL.
Bytes usualImprint(const crypto::Sha256 &imprint)
{
    const Bytes null = der::tagged(0x05, {});
    return der::sequence(
        {der::sequence({der::objectIdentifier("2.16.840.1.101.3.4.2.1"), null}), der::octetString(imprint)});
}

/// RFC 3161 §2.4.2: the imprint is the request's, octet for octet.
Bytes tstInfo(const Authority &authority, BytesView messageImprint, std::optional<BytesView> nonce)
{
    const Bytes nonceDer = nonce ? der::integer(*nonce) : Bytes{};
    return der::sequence({der::integer(std::uint8_t{1}), der::objectIdentifier(sandboxTimeStampPolicy),
                          messageImprint, der::integer(randomSerial()),
                          der::generalizedTime(authority.clock().now()),
                          der::sequence({der::integer(accuracySeconds)}), nonceDer});
}

Bytes attribute(const char *type, Bytes value)
{
    std::vector<Bytes> values;
    values.push_back(std::move(value));
    return der::sequence({der::objectIdentifier(type), der::setOf(std::move(values))});
}

/// DER of the SET OF signed attributes: what is signed (RFC 5652 §5.4).
Bytes signedAttributes(BytesView content, const crypto::Certificate &signer)
{
    const Bytes certificateId =
        der::sequence({der::octetString(signer.fingerprint())}); // ESSCertIDv2, SHA-256
    std::vector<Bytes> attributes{
        attribute(idContentType, der::objectIdentifier(idTstInfo)),
        attribute(idMessageDigest, der::octetString(crypto::sha256(content))),
        attribute(idSigningCertificateV2, der::sequence({der::sequence({certificateId})}))};
    return der::setOf(std::move(attributes));
}

/// IssuerAndSerialNumber of a certificate of ours.
Bytes issuerAndSerial(const crypto::Certificate &certificate)
{
    const auto *name = X509_get_issuer_name(certificate.handle());
    Bytes issuer(static_cast<std::size_t>(i2d_X509_NAME(name, nullptr)));
    std::uint8_t *cursor = issuer.data();
    i2d_X509_NAME(name, &cursor);
    const auto *number = X509_get0_serialNumber(certificate.handle());
    Bytes serial(static_cast<std::size_t>(i2d_ASN1_INTEGER(number, nullptr)));
    cursor = serial.data();
    i2d_ASN1_INTEGER(number, &cursor);
    return der::sequence({issuer, serial});
}

std::optional<Refusal> judge(const TS_REQ *request)
{
    auto *imprint = TS_REQ_get_msg_imprint(const_cast<TS_REQ *>(request));
    const auto *algorithm = TS_MSG_IMPRINT_get_algo(imprint);
    const ASN1_OBJECT *hash = nullptr;
    X509_ALGOR_get0(&hash, nullptr, nullptr, algorithm);
    if (TS_REQ_get_version(request) != 1)
        return Refusal::BadRequest;
    if (OBJ_obj2nid(hash) != NID_sha256)
        return Refusal::BadAlgorithm;
    if (ASN1_STRING_length(TS_MSG_IMPRINT_get_msg(imprint)) != static_cast<int>(crypto::Sha256{}.size()))
        return Refusal::BadFormat;
    if (TS_REQ_get_ext_count(const_cast<TS_REQ *>(request)) > 0)
        return Refusal::Extension;
    if (const auto *policy = TS_REQ_get_policy_id(const_cast<TS_REQ *>(request))) {
        std::array<char, 128> text{};
        OBJ_obj2txt(text.data(), static_cast<int>(text.size()), policy, 1);
        if (std::string_view(text.data()) != sandboxTimeStampPolicy)
            return Refusal::Policy;
    }
    return std::nullopt;
}

Result<Bytes> tokenOver(const Authority &authority, BytesView messageImprint, std::optional<BytesView> nonce,
                        bool withCertificate)
{
    SMARTCA_TRY(const auto key, authority.hsm().serviceKey(ServiceKey::TimeStamp));
    const auto &signer = authority.timeStamp();
    const Bytes content = tstInfo(authority, messageImprint, nonce);
    const Bytes attributes = signedAttributes(content, signer);
    SMARTCA_TRY(const auto signature, key->signDigest(crypto::sha256(attributes), crypto::EcdsaForm::Der));
    Bytes implicitAttributes = attributes;
    implicitAttributes[0] = 0xA0; // [0] IMPLICIT SET OF
    const Bytes signerInfo =
        der::sequence({der::integer(std::uint8_t{1}), issuerAndSerial(signer), der::sha256Algorithm(),
                       implicitAttributes, der::ecdsaWithSha256(), der::octetString(signature)});
    const Bytes certificates = withCertificate ? der::contextConstructed(0, signer.der()) : Bytes{};
    const Bytes encapsulated = der::sequence(
        {der::objectIdentifier(idTstInfo), der::contextConstructed(0, der::octetString(content))});
    const Bytes signedData =
        der::sequence({der::integer(std::uint8_t{3}), der::setOf({der::sha256Algorithm()}), encapsulated,
                       certificates, der::setOf({signerInfo})});
    return der::sequence({der::objectIdentifier(idSignedData), der::contextConstructed(0, signedData)});
}

Bytes imprintOf(TS_REQ *request)
{
    auto *imprint = TS_REQ_get_msg_imprint(request);
    Bytes out(static_cast<std::size_t>(i2d_TS_MSG_IMPRINT(imprint, nullptr)));
    std::uint8_t *cursor = out.data();
    i2d_TS_MSG_IMPRINT(imprint, &cursor);
    return out;
}

} // namespace

Result<Bytes> makeTimeStamp(const Authority &authority, const crypto::Sha256 &imprint,
                            std::optional<BytesView> nonce)
{
    return tokenOver(authority, usualImprint(imprint), nonce, true);
}

Result<Bytes> answerTimeStampRequest(const Authority &authority, BytesView request)
{
    const std::uint8_t *cursor = request.data();
    const std::unique_ptr<TS_REQ, decltype(&TS_REQ_free)> parsed(
        d2i_TS_REQ(nullptr, &cursor, static_cast<long>(request.size())), &TS_REQ_free);
    if (!parsed || cursor != request.data() + request.size())
        return rejection(Refusal::BadFormat);
    if (const auto refusal = judge(parsed.get()))
        return rejection(*refusal);
    Bytes nonceOctets;
    std::optional<BytesView> nonce;
    if (const auto *number = TS_REQ_get_nonce(parsed.get())) {
        // A negative nonce cannot be given back by an unsigned writer; nobody sends one.
        if ((ASN1_STRING_type(number) & V_ASN1_NEG) != 0)
            return rejection(Refusal::BadFormat);
        nonceOctets.assign(ASN1_STRING_get0_data(number),
                           ASN1_STRING_get0_data(number) + ASN1_STRING_length(number));
        nonce = nonceOctets;
    }
    SMARTCA_TRY(const auto token,
                tokenOver(authority, imprintOf(parsed.get()), nonce, TS_REQ_get_cert_req(parsed.get()) != 0));
    return der::sequence({der::sequence({der::integer(statusGranted)}), token});
}

} // namespace smartca::sandbox
