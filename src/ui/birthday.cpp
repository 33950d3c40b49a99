// SPDX-License-Identifier: Apache-2.0
#include "ui/certificate_view_model.h"

#include <openssl/asn1.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace smartca::ui {
namespace {

/// dateOfBirth, 1.3.6.1.5.5.7.9.1 (RFC 3739 §3.2.2), as DER.
constexpr std::array<std::uint8_t, 10> dateOfBirth{0x06, 0x08, 0x2B, 0x06, 0x01,
                                                   0x05, 0x05, 0x07, 0x09, 0x01};
constexpr std::uint8_t generalizedTime = 0x18;

} // namespace

/// The date of birth in subjectDirectoryAttributes, or nothing. The certificate was verified before it got
/// here; a form that is not the expected one shows no row rather than a wrong one.
QString birthdayIn(const crypto::Certificate &certificate)
{
    const int place = X509_get_ext_by_NID(certificate.handle(), NID_subject_directory_attributes, -1);
    if (place < 0)
        return {};
    const auto *octets = X509_EXTENSION_get_data(X509_get_ext(certificate.handle(), place));
    const std::string_view der(reinterpret_cast<const char *>(ASN1_STRING_get0_data(octets)),
                               static_cast<std::size_t>(ASN1_STRING_length(octets)));
    const auto oid = der.find({reinterpret_cast<const char *>(dateOfBirth.data()), dateOfBirth.size()});
    if (oid == std::string_view::npos)
        return {};
    // SET { GeneralizedTime "YYYYMMDD120000Z" }
    const auto rest = der.substr(oid + dateOfBirth.size());
    constexpr std::size_t setHeader = 2;
    constexpr std::size_t timeHeader = 2;
    if (rest.size() < setHeader + timeHeader + 8 ||
        static_cast<std::uint8_t>(rest[setHeader]) != generalizedTime)
        return {};
    const auto digits = QString::fromLatin1(rest.data() + setHeader + timeHeader, 8);
    return digits.mid(6, 2) + u'/' + digits.mid(4, 2) + u'/' + digits.left(4);
}

} // namespace smartca::ui
