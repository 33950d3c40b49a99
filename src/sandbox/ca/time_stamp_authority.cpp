// SPDX-License-Identifier: Apache-2.0
#include "sandbox/ca/time_stamp_authority.h"

#include "crypto/cms_parts.h"
#include "crypto/der.h"
#include "crypto/object_identifiers.h"
#include "crypto/timestamp.h"
#include "sandbox/ca/names.h"

#include <openssl/ts.h>

namespace smartca::sandbox {
namespace {

namespace der = crypto::der;
namespace oid = crypto::oid;

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
    return der::sequence(
        {der::sequence({der::unsignedInteger(statusRejection), der::bitFlag(static_cast<unsigned>(why))})});
}

/// RFC 3161 §2.4.2: the imprint is the request's, octet for octet.
Bytes tstInfo(const Authority &authority, BytesView messageImprint, std::optional<BytesView> nonce)
{
    const Bytes nonceDer = nonce ? der::unsignedInteger(*nonce) : Bytes{};
    return der::sequence({der::unsignedInteger(1), der::objectIdentifier(sandboxTimeStampPolicy),
                          messageImprint, der::unsignedInteger(randomSerial()),
                          der::generalizedTime(authority.clock().now()),
                          der::sequence({der::unsignedInteger(accuracySeconds)}), nonceDer});
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
    const Bytes attributes =
        crypto::cms::signedAttributes(oid::timeStampInfo, crypto::sha256(content), signer.fingerprint());
    SMARTCA_TRY(const auto signature, key->signDigest(crypto::sha256(attributes), crypto::EcdsaForm::Der));
    const Bytes signerInfo = crypto::cms::signerInfo(signer, attributes, signature);
    const Bytes certificates = withCertificate ? der::context(0, {signer.der()}) : Bytes{};
    const Bytes encapsulated =
        der::sequence({oid::timeStampInfo, der::context(0, {der::octetString(content)})});
    // Version 3: the content is not plain data (RFC 5652 §5.1).
    const Bytes signedData =
        der::sequence({der::unsignedInteger(3), der::setOf({crypto::cms::digestAlgorithm()}), encapsulated,
                       certificates, der::setOf({signerInfo})});
    return der::sequence({oid::signedData, der::context(0, {signedData})});
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
    return tokenOver(authority, crypto::messageImprint(imprint), nonce, true);
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
    return der::sequence({der::sequence({der::unsignedInteger(statusGranted)}), token});
}

} // namespace smartca::sandbox
