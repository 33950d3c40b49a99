// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "crypto/certificate.h"
#include "crypto/der.h"
#include "crypto/object_identifiers.h"
#include "crypto/openssl.h"

#include <openssl/x509v3.h>

#include <algorithm>

namespace smartca::crypto {
namespace {

/// What the one extension of this kind holds; nothing when there is none, or more than one (RFC 5280 §4.2).
std::optional<BytesView> directoryAttributesOf(const X509 *certificate)
{
    const int place = X509_get_ext_by_NID(certificate, NID_subject_directory_attributes, -1);
    if (place < 0 || X509_get_ext_by_NID(certificate, NID_subject_directory_attributes, place) >= 0)
        return std::nullopt;
    const auto *octets = X509_EXTENSION_get_data(X509_get_ext(certificate, place));
    return BytesView(ASN1_STRING_get0_data(octets), static_cast<std::size_t>(ASN1_STRING_length(octets)));
}

/// The values of the dateOfBirth attribute. SubjectDirectoryAttributes ::= SEQUENCE SIZE (1..MAX) OF SEQUENCE
/// { type OBJECT IDENTIFIER, values SET OF ANY }; each type at most once.
std::optional<BytesView> birthValuesIn(BytesView attributes)
{
    der::Reader outside(attributes);
    const auto list = outside.next(der::sequenceTag);
    if (!list || !outside.atEnd())
        return std::nullopt;
    std::optional<BytesView> found;
    for (der::Reader reader(list->content); !reader.atEnd();) {
        const auto attribute = reader.next(der::sequenceTag);
        der::Reader fields(attribute ? attribute->content : BytesView());
        const auto type = fields.next(der::objectIdentifierTag);
        const auto values = fields.next(der::setTag);
        if (!type || !values || !fields.atEnd())
            return std::nullopt;
        if (!same(type->whole, oid::dateOfBirth))
            continue;
        if (found)
            return std::nullopt;
        found = values->content;
    }
    return found;
}

/// "19620413120000Z" (X.690 §11.7: seconds, no fraction here, UTC) as its day.
std::optional<std::chrono::year_month_day> dayOf(std::string_view time)
{
    constexpr std::size_t digits = 14;
    if (time.size() != digits + 1 || time.back() != 'Z' ||
        !std::all_of(time.begin(), time.end() - 1, isDigit))
        return std::nullopt;
    const auto number = [time](std::size_t at, std::size_t size) {
        int value = 0;
        for (const char digit : time.substr(at, size))
            value = value * 10 + (digit - '0');
        return value;
    };
    const std::chrono::year_month_day day(std::chrono::year(number(0, 4)),
                                          std::chrono::month(static_cast<unsigned>(number(4, 2))),
                                          std::chrono::day(static_cast<unsigned>(number(6, 2))));
    if (!day.ok() || number(8, 2) > 23 || number(10, 2) > 59 || number(12, 2) > 59)
        return std::nullopt;
    return day;
}

} // namespace

std::optional<std::chrono::year_month_day> Certificate::dateOfBirth() const
{
    const auto attributes = directoryAttributesOf(handle());
    if (!attributes || !der::isStrict(*attributes))
        return std::nullopt;
    const auto values = birthValuesIn(*attributes);
    if (!values)
        return std::nullopt;
    der::Reader reader(*values);
    const auto time = reader.next(der::generalizedTimeTag);
    return time && reader.atEnd() ? dayOf(asText(time->content)) : std::nullopt;
}

} // namespace smartca::crypto
