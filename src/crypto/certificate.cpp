// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate.h"

#include "base/encoding.h"
#include "crypto/failures.h"
#include "crypto/key_parts.h"
#include "crypto/numbers.h"
#include "crypto/openssl.h"

#include <openssl/asn1.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <algorithm>
#include <ctime>

namespace smartca::crypto {
namespace {

using X509Ptr = std::unique_ptr<X509, X509Deleter>;
using Bio = Owned<BIO, BIO_free_all>;
using Object = Owned<ASN1_OBJECT, ASN1_OBJECT_free>;

constexpr int serialMaxOctets = 20; // RFC 5280 §4.1.2.2
constexpr std::size_t pemLine = 64; // RFC 7468 §2

std::string contentOf(BIO *bio)
{
    char *data = nullptr;
    const auto size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

std::string nameText(const X509_NAME *name)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    // RFC 4514 in UTF-8: letters beyond ASCII stay letters.
    demand(bio &&
               X509_NAME_print_ex(bio.get(), name, 0,
                                  XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB)) >= 0,
           "name of a certificate");
    return contentOf(bio.get());
}

std::string attribute(const X509_NAME *name, std::string_view which)
{
    const QuietErrors quiet;
    const Object object(OBJ_txt2obj(std::string(which).c_str(), 0));
    const int index = object ? X509_NAME_get_index_by_OBJ(name, object.get(), -1) : -1;
    if (index < 0)
        return {};
    unsigned char *utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index)));
    if (size < 0)
        return {};
    std::string text(reinterpret_cast<char *>(utf8), static_cast<std::size_t>(size));
    OPENSSL_free(utf8);
    return text;
}

UtcTime timeOf(const ASN1_TIME *time)
{
    std::tm parts{};
    demand(ASN1_TIME_to_tm(time, &parts) == 1, "time of a certificate");
    return fromUnixSeconds(timegm(&parts));
}

bool hasReadableTimes(const X509 *certificate)
{
    std::tm parts{};
    return ASN1_TIME_to_tm(X509_get0_notBefore(certificate), &parts) == 1 &&
           ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &parts) == 1;
}

/// Whether the octets are what the parsed certificate would be written as: DER, not merely BER.
bool isDer(BytesView der)
{
    const auto copy = decoded<X509Ptr>(d2i_X509, der);
    if (!copy)
        return false;
    // OpenSSL keeps the signed part as it came; asked to write that anew, it forgets the kept octets.
    const auto rewritten = encoded(i2d_re_X509_tbs, copy.get());
    const auto whole = encoded(i2d_X509, copy.get());
    return std::equal(whole.begin(), whole.end(), der.begin(), der.end());
}

} // namespace

void X509Deleter::operator()(X509 *certificate) const noexcept
{
    X509_free(certificate);
}

Certificate::Certificate(X509Ptr certificate, Bytes der)
    : certificate_(std::move(certificate)), der_(std::move(der))
{}

Certificate::Certificate(const Certificate &other) : certificate_(other.certificate_.get()), der_(other.der_)
{
    if (certificate_)
        X509_up_ref(certificate_.get()); // never changed: both may hold it
}

Certificate &Certificate::operator=(const Certificate &other)
{
    auto copy = other;
    std::swap(certificate_, copy.certificate_);
    std::swap(der_, copy.der_);
    return *this;
}

Result<Certificate> Certificate::fromDer(BytesView der)
{
    const QuietErrors quiet;
    auto certificate = decoded<X509Ptr>(d2i_X509, der);
    if (!certificate)
        return unreadable("not a certificate");
    if (!isDer(der))
        return unreadable("a certificate that is not DER");
    if (X509_get_version(certificate.get()) != X509_VERSION_3)
        return unreadable("a certificate of an old version");
    if (ASN1_STRING_length(X509_get0_serialNumber(certificate.get())) > serialMaxOctets)
        return unreadable("a certificate with too long a serial number");
    if (X509_get0_pubkey(certificate.get()) == nullptr || !hasReadableTimes(certificate.get()))
        return unreadable("a certificate whose key or dates cannot be read");
    return Certificate(std::move(certificate), toBytes(der));
}

Result<Certificate> Certificate::fromPem(std::string_view pem)
{
    const QuietErrors quiet;
    if (pem.empty()) // of which OpenSSL makes no BIO
        return unreadable("no certificate in the PEM text");
    const Bio bio(
        BIO_new_mem_buf(pem.data(), static_cast<int>(std::min<std::size_t>(pem.size(), 1UL << 20U))));
    demand(bio != nullptr, "no memory");
    for (;;) {
        char *name = nullptr;
        char *header = nullptr;
        unsigned char *data = nullptr;
        long size = 0;
        if (PEM_read_bio(bio.get(), &name, &header, &data, &size) != 1)
            return unreadable("no certificate in the PEM text");
        const bool found = std::string_view(name) == PEM_STRING_X509;
        const Bytes der(data, data + size);
        OPENSSL_free(name);
        OPENSSL_free(header);
        OPENSSL_free(data);
        if (found)
            return fromDer(der);
    }
}

std::string Certificate::pem() const
{
    const auto body = base64Encode(der_);
    std::string text = "-----BEGIN CERTIFICATE-----\n";
    for (std::size_t at = 0; at < body.size(); at += pemLine)
        text.append(body, at, pemLine).append("\n");
    return text.append("-----END CERTIFICATE-----\n");
}

std::string Certificate::serial() const
{
    const Number number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate_.get()), nullptr));
    char *hex = number ? BN_bn2hex(number.get()) : nullptr;
    demand(hex != nullptr, "serial number");
    std::string text(hex);
    OPENSSL_free(hex);
    return text;
}

std::string Certificate::commonName() const
{
    return subjectAttribute("CN");
}

std::string Certificate::subjectAttribute(std::string_view name) const
{
    return attribute(X509_get_subject_name(certificate_.get()), name);
}

std::string Certificate::issuerCommonName() const
{
    return attribute(X509_get_issuer_name(certificate_.get()), "CN");
}

std::string Certificate::subject() const
{
    return nameText(X509_get_subject_name(certificate_.get()));
}

std::string Certificate::issuer() const
{
    return nameText(X509_get_issuer_name(certificate_.get()));
}

UtcTime Certificate::notBefore() const
{
    return timeOf(X509_get0_notBefore(certificate_.get()));
}

UtcTime Certificate::notAfter() const
{
    return timeOf(X509_get0_notAfter(certificate_.get()));
}

PublicKey Certificate::publicKey() const
{
    auto usual = PublicKey::fromSpki(encoded(i2d_X509_PUBKEY, X509_get_X509_PUBKEY(certificate_.get())));
    if (usual)
        return std::move(*usual);
    PkeyPtr key(X509_get_pubkey(certificate_.get()));
    demand(key != nullptr, "key of a certificate");
    return PublicKey(std::move(key));
}

KeyKind Certificate::keyKind() const
{
    auto *const key = X509_get0_pubkey(certificate_.get());
    demand(key != nullptr, "key of a certificate");
    return key_parts::kindOf(key);
}

Sha256 Certificate::fingerprint() const
{
    return sha256(der_);
}

} // namespace smartca::crypto
