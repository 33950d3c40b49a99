// SPDX-License-Identifier: Apache-2.0
#include "sandbox/ca/certificate_plan.h"

#include "crypto/cms_parts.h"
#include "crypto/der.h"
#include "crypto/random.h"
#include "sandbox/ca/names.h"
#include "sandbox/ca/openssl_free.h"
#include "sandbox/store/service_fault.h"

#include <openssl/x509v3.h>

namespace smartca::sandbox {
namespace {

namespace der = crypto::der;

constexpr std::size_t serialOctets = 20;

using X509Ptr = std::unique_ptr<X509, crypto::X509Deleter>;

bool setSerial(X509 *certificate)
{
    const Bytes serial = randomSerial();
    const std::unique_ptr<BIGNUM, Free> number(
        BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr));
    const std::unique_ptr<ASN1_INTEGER, Free> value(BN_to_ASN1_INTEGER(number.get(), nullptr));
    return value && X509_set_serialNumber(certificate, value.get()) == 1;
}

bool setSubject(X509 *certificate, const std::vector<NameAttribute> &subject)
{
    X509_NAME *name = X509_get_subject_name(certificate);
    for (const auto &attribute : subject) {
        if (X509_NAME_add_entry_by_txt(name, attribute.name.c_str(), MBSTRING_UTF8,
                                       reinterpret_cast<const unsigned char *>(attribute.value.data()),
                                       static_cast<int>(attribute.value.size()), -1, 0) != 1)
            return false;
    }
    return true;
}

bool setValidity(X509 *certificate, const CertificatePlan &plan)
{
    return ASN1_TIME_set(X509_getm_notBefore(certificate), toUnixSeconds(plan.notBefore)) != nullptr &&
           ASN1_TIME_set(X509_getm_notAfter(certificate), toUnixSeconds(plan.notAfter)) != nullptr;
}

bool addExtension(X509 *certificate, X509V3_CTX &context, const PlannedExtension &planned)
{
    std::unique_ptr<X509_EXTENSION, Free> extension;
    if (planned.der.empty()) {
        extension.reset(X509V3_EXT_conf_nid(nullptr, &context, planned.nid, planned.value.c_str()));
    } else {
        const std::unique_ptr<ASN1_OCTET_STRING, Free> content(ASN1_OCTET_STRING_new());
        ASN1_OCTET_STRING_set(content.get(), planned.der.data(), static_cast<int>(planned.der.size()));
        extension.reset(X509_EXTENSION_create_by_NID(nullptr, planned.nid, 0, content.get()));
    }
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

} // namespace

Bytes randomSerial()
{
    Bytes serial = crypto::randomBytes(serialOctets);
    serial[0] &= 0x7FU; // a set top bit would make the INTEGER 21 octets long
    serial.back() |= static_cast<std::uint8_t>(serial == Bytes(serialOctets, 0) ? 1U : 0U);
    return serial;
}

PlannedExtension sandboxPolicy()
{
    const Bytes notice = der::sequence(
        {der::objectIdentifier("1.3.6.1.5.5.7.2.2"), der::sequence({der::utf8String(sandboxNotice)})});
    const Bytes policy =
        der::sequence({der::objectIdentifier(sandboxCertificatePolicy), der::sequence({notice})});
    return {.nid = NID_certificate_policies, .value = {}, .der = der::sequence({policy})};
}

Result<Bytes> signedObject(BytesView content, crypto::Signer &key)
{
    SMARTCA_TRY(const auto signature, key.signDigest(crypto::sha256(content), crypto::EcdsaForm::Der));
    return der::sequence(
        {content, crypto::cms::signatureAlgorithm(crypto::KeyKind::P256), der::bitString(signature)});
}

Result<crypto::Certificate> signCertificate(const CertificatePlan &plan, const crypto::Certificate *issuer,
                                            crypto::Signer &issuerKey)
{
    const X509Ptr certificate(X509_new());
    X509 *x509 = certificate.get();
    if (x509 == nullptr || X509_set_version(x509, X509_VERSION_3) != 1 || !setSerial(x509) ||
        !setSubject(x509, plan.subject) || !setValidity(x509, plan) ||
        X509_set_pubkey(x509, plan.key.handle()) != 1)
        return tl::unexpected(serviceFault("certificate cannot be encoded"));
    X509 *issuedBy = issuer != nullptr ? issuer->handle() : x509;
    if (X509_set_issuer_name(x509, X509_get_subject_name(issuedBy)) != 1)
        return tl::unexpected(serviceFault("certificate cannot be encoded: issuer"));
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuedBy, x509, nullptr, nullptr, 0);
    for (const auto &extension : plan.extensions) {
        if (!addExtension(x509, context, extension))
            return tl::unexpected(serviceFault("certificate extension cannot be encoded: " +
                                               std::string(OBJ_nid2sn(extension.nid))));
    }
    // The real key may be in an HSM. OpenSSL fills in the algorithm only while it signs, so a key for the
    // moment signs first; what is signed is then taken out and signed again with the real one.
    const auto momentary = crypto::PrivateKey::generate(crypto::KeyKind::P256);
    if (X509_sign(x509, momentary.handle(), EVP_sha256()) <= 0)
        return tl::unexpected(serviceFault("certificate cannot be encoded: algorithm"));
    const int size = i2d_re_X509_tbs(x509, nullptr);
    if (size <= 0)
        return tl::unexpected(serviceFault("certificate cannot be encoded"));
    Bytes content(static_cast<std::size_t>(size));
    std::uint8_t *cursor = content.data();
    i2d_re_X509_tbs(x509, &cursor);
    SMARTCA_TRY(const auto whole, signedObject(content, issuerKey));
    return crypto::Certificate::fromDer(whole);
}

} // namespace smartca::sandbox
