// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate_outline.h"

#include "crypto/der.h"
#include "crypto/failures.h"
#include "crypto/openssl.h"

#include <openssl/asn1.h>

#include <ctime>

namespace smartca::crypto {
namespace {

using Date = Owned<ASN1_TIME, ASN1_TIME_free>;

/// UTCTime or GeneralizedTime as RFC 5280 §4.1.2.5 has them.
std::optional<UtcTime> dateOf(const std::optional<der::Element> &element)
{
    if (!element || (element->tag != der::utcTimeTag && element->tag != der::generalizedTimeTag))
        return std::nullopt;
    const Date time(ASN1_TIME_new());
    std::tm parts{};
    if (!time || ASN1_TIME_set_string_X509(time.get(), std::string(asText(element->content)).c_str()) != 1 ||
        ASN1_STRING_type(time.get()) != element->tag || ASN1_TIME_to_tm(time.get(), &parts) != 1)
        return std::nullopt;
    return fromUnixSeconds(timegm(&parts));
}

std::optional<CertificateOutline> readOutline(BytesView certificate)
{
    der::Reader outside(certificate);
    const auto whole = outside.next(der::sequenceTag);
    if (!whole || !outside.atEnd())
        return std::nullopt;
    const auto signedPart = der::Reader(whole->content).next(der::sequenceTag);
    if (!signedPart)
        return std::nullopt;
    der::Reader fields(signedPart->content);
    const bool begun = fields.next(der::contextTag(0)) && fields.next(der::integerTag) && // version, serial
                       fields.next(der::sequenceTag) && fields.next(der::sequenceTag);    // algorithm, issuer
    const auto validity = begun ? fields.next(der::sequenceTag) : std::nullopt;
    if (!validity || !fields.next(der::sequenceTag)) // subject
        return std::nullopt;
    const auto key = fields.next(der::sequenceTag);
    der::Reader times(validity->content);
    const auto notBefore = dateOf(times.next());
    const auto notAfter = dateOf(times.next());
    if (!key || !notBefore || !notAfter || !times.atEnd())
        return std::nullopt;
    return CertificateOutline{.notBefore = *notBefore, .notAfter = *notAfter, .spki = toBytes(key->whole)};
}

} // namespace

Result<CertificateOutline> outlineOf(BytesView certificate)
{
    const QuietErrors quiet;
    auto outline = readOutline(certificate);
    if (!outline)
        return unreadable("not a certificate");
    return std::move(*outline);
}

} // namespace smartca::crypto
