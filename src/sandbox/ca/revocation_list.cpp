// SPDX-License-Identifier: Apache-2.0
#include "sandbox/ca/revocation_list.h"

#include "sandbox/ca/openssl_free.h"
#include "sandbox/store/service_fault.h"

#include <openssl/x509v3.h>

namespace smartca::sandbox {
namespace {

constexpr std::chrono::days listLifetime{1};

using TimePtr = std::unique_ptr<ASN1_TIME, Free>;

TimePtr timeOf(UtcTime time)
{
    return TimePtr(ASN1_TIME_set(nullptr, toUnixSeconds(time)));
}

bool addEntry(X509_CRL *list, const RevokedCertificate &revoked)
{
    BIGNUM *parsed = nullptr;
    if (BN_hex2bn(&parsed, revoked.serial.c_str()) == 0)
        return false;
    const std::unique_ptr<BIGNUM, Free> number(parsed);
    const std::unique_ptr<ASN1_INTEGER, Free> serial(BN_to_ASN1_INTEGER(number.get(), nullptr));
    std::unique_ptr<X509_REVOKED, Free> entry(X509_REVOKED_new());
    if (!serial || !entry || X509_REVOKED_set_serialNumber(entry.get(), serial.get()) != 1 ||
        X509_REVOKED_set_revocationDate(entry.get(), timeOf(revoked.at).get()) != 1)
        return false;
    if (revoked.reason != RevocationReason::Unspecified) { // absent says the same (RFC 5280 §5.3.1)
        const std::unique_ptr<ASN1_ENUMERATED, Free> reason(ASN1_ENUMERATED_new());
        ASN1_ENUMERATED_set(reason.get(), static_cast<long>(revoked.reason));
        if (X509_REVOKED_add1_ext_i2d(entry.get(), NID_crl_reason, reason.get(), 0, 0) != 1)
            return false;
    }
    return X509_CRL_add0_revoked(list, entry.get()) == 1 && entry.release() != nullptr;
}

bool addExtensions(X509_CRL *list, const Authority &authority, UtcTime now)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, authority.issuing().handle(), nullptr, nullptr, list, 0);
    const std::unique_ptr<X509_EXTENSION, Free> issuer(
        X509V3_EXT_conf_nid(nullptr, &context, NID_authority_key_identifier, "keyid:always"));
    const std::unique_ptr<ASN1_INTEGER, Free> number(ASN1_INTEGER_new());
    ASN1_INTEGER_set_uint64(number.get(), static_cast<std::uint64_t>(now.time_since_epoch().count()));
    return issuer && X509_CRL_add_ext(list, issuer.get(), -1) == 1 &&
           X509_CRL_add1_ext_i2d(list, NID_crl_number, number.get(), 0, 0) == 1;
}

} // namespace

Result<Bytes> makeRevocationList(const Authority &authority, const std::vector<RevokedCertificate> &revoked)
{
    const UtcTime now = authority.clock().now();
    const std::unique_ptr<X509_CRL, Free> list(X509_CRL_new());
    bool good =
        list && X509_CRL_set_version(list.get(), X509_CRL_VERSION_2) == 1 &&
        X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(authority.issuing().handle())) == 1 &&
        X509_CRL_set1_lastUpdate(list.get(), timeOf(now).get()) == 1 &&
        X509_CRL_set1_nextUpdate(list.get(), timeOf(now + listLifetime).get()) == 1;
    for (const auto &entry : revoked)
        good = good && addEntry(list.get(), entry);
    good = good && addExtensions(list.get(), authority, now) && X509_CRL_sort(list.get()) == 1;
    // As in signCertificate: a key for the moment makes OpenSSL fill in the algorithm.
    const auto momentary = crypto::PrivateKey::generate(crypto::KeyKind::P256);
    good = good && X509_CRL_sign(list.get(), momentary.handle(), EVP_sha256()) > 0;
    const int size = good ? i2d_re_X509_CRL_tbs(list.get(), nullptr) : 0;
    if (size <= 0)
        return tl::unexpected(serviceFault("revocation list cannot be encoded"));
    Bytes content(static_cast<std::size_t>(size));
    std::uint8_t *cursor = content.data();
    i2d_re_X509_CRL_tbs(list.get(), &cursor);
    SMARTCA_TRY(const auto key, authority.hsm().serviceKey(ServiceKey::IssuingCa));
    return signedObject(content, *key);
}

} // namespace smartca::sandbox
