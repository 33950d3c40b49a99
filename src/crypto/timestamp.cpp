// SPDX-License-Identifier: Apache-2.0
#include "crypto/timestamp.h"

#include "base/encoding.h"
#include "crypto/der.h"
#include "crypto/failures.h"
#include "crypto/object_identifiers.h"
#include "crypto/openssl.h"
#include "crypto/signed_data.h"

#include <algorithm>
#include <cctype>

namespace smartca::crypto {
namespace {

std::string upperHex(BytesView magnitude)
{
    auto text = magnitude.empty() ? std::string("00") : hexEncode(magnitude);
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

std::optional<int> digits(std::string_view text)
{
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// The fraction of a second behind the dot, in milliseconds. No trailing zeros (X.690 §11.7.3).
std::optional<int> milliseconds(std::string_view fraction)
{
    constexpr std::size_t most = 9;
    if (fraction.empty())
        return 0;
    if (fraction.front() != '.' || fraction.size() < 2 || fraction.size() > most + 1 ||
        fraction.back() == '0')
        return std::nullopt;
    if (!digits(fraction.substr(1)))
        return std::nullopt;
    std::string padded(fraction.substr(1));
    padded.resize(3, '0');
    return digits(padded.substr(0, 3));
}

/// GeneralizedTime as RFC 3161 §2.4.2 wants it: YYYYMMDDhhmmss[.s…]Z.
std::optional<UtcTime> generalizedTime(std::string_view text)
{
    if (text.size() < 15 || text.back() != 'Z')
        return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(4, 2));
    const auto day = digits(text.substr(6, 2));
    const auto hour = digits(text.substr(8, 2));
    const auto minute = digits(text.substr(10, 2));
    const auto second = digits(text.substr(12, 2));
    const auto fraction = milliseconds(text.substr(14, text.size() - 15));
    if (!year || !month || !day || !hour || !minute || !second || !fraction || *hour > 23 || *minute > 59 ||
        *second > 59)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok())
        return std::nullopt;
    return UtcTime(std::chrono::sys_days(date)) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
           Seconds(*second) + Milliseconds(*fraction);
}

struct Info {
    UtcTime time;
    Bytes imprint; ///< the whole MessageImprint
    std::string serial;
    std::optional<Bytes> nonce;
};

/// What may follow genTime in a TSTInfo: accuracy, ordering, nonce, tsa. Extensions are refused: we know
/// none.
bool readTail(der::Reader &reader, Info &info)
{
    if (reader.nextIs(der::sequenceTag) && !reader.next())
        return false;
    if (reader.nextIs(der::booleanTag)) {
        const auto ordering = reader.next();
        if (!ordering || ordering->content.size() != 1 || ordering->content[0] != 0xFF)
            return false; // FALSE is the default and not written
    }
    if (reader.nextIs(der::integerTag)) {
        const auto nonce = reader.next();
        const auto number = nonce ? der::magnitude(nonce->content) : std::nullopt;
        if (!number)
            return false;
        info.nonce = toBytes(*number);
    }
    if (reader.nextIs(der::contextTag(0)) && !reader.next())
        return false;
    return reader.atEnd();
}

std::optional<Info> readInfo(BytesView content)
{
    if (!der::isStrict(content))
        return std::nullopt;
    const auto whole = der::Reader(content).next(der::sequenceTag);
    if (!whole)
        return std::nullopt;
    der::Reader reader(whole->content);
    const auto version = reader.next(der::integerTag);
    const auto policy = reader.next(der::objectIdentifierTag);
    const auto imprint = reader.next(der::sequenceTag);
    const auto serial = reader.next(der::integerTag);
    const auto time = reader.next(der::generalizedTimeTag);
    if (!version || version->content.size() != 1 || version->content[0] != 1 || !policy || !imprint ||
        !serial || !time)
        return std::nullopt;
    const auto number = der::magnitude(serial->content);
    const auto when = generalizedTime(asText(time->content));
    if (!number || !when)
        return std::nullopt;
    Info info{.time = *when, .imprint = toBytes(imprint->whole), .serial = upperHex(*number), .nonce = {}};
    if (!readTail(reader, info))
        return std::nullopt;
    return info;
}

Outcome checkSignature(const SignedData &data)
{
    const auto type = data.attribute(oid::contentType);
    if (!same(data.contentType, oid::timeStampInfo) || !type || !same(*type, oid::timeStampInfo) ||
        !data.content)
        return signatureInvalid("not a time stamp token");
    if (!data.unsignedAttributes.empty())
        return signatureInvalid("a time stamp with unsigned attributes");
    if (data.messageDigest() != sha256(*data.content))
        return signatureInvalid("the time stamp's content was changed");
    if (data.signingCertificateHash() != data.signerCertificate().fingerprint())
        return signatureInvalid("the time stamp names another signing certificate");
    if (!data.signerCertificate().publicKey().verify(data.signedAttributes, data.signature))
        return signatureInvalid("the time stamp's signature does not fit");
    return {};
}

} // namespace

Bytes messageImprint(const Sha256 &imprint)
{
    return der::sequence({der::sequence({oid::sha256, der::null()}), der::octetString(imprint)});
}

Bytes makeTimeStampRequest(const Sha256 &imprint, std::optional<BytesView> nonce)
{
    static constexpr std::uint8_t yes = 0xFF;
    const auto number = nonce ? der::unsignedInteger(*nonce) : Bytes();
    return der::sequence({der::unsignedInteger(1), messageImprint(imprint), number,
                          der::value(der::booleanTag, {BytesView(&yes, 1)})});
}

Result<TimeStamp> verifyTimeStamp(BytesView token, const Sha256 &imprint, const Certificate &anchor)
{
    SMARTCA_TRY(const auto data, readSignedData(token));
    SMARTCA_CHECK(checkSignature(data));
    auto info = readInfo(*data.content);
    if (!info)
        return signatureInvalid("a time stamp that cannot be read");
    if (!same(info->imprint, messageImprint(imprint)))
        return signatureInvalid("the time stamp is for something else");
    const auto path =
        buildPath(data.signerCertificate(), data.certificates, anchor, info->time, PathPurpose::TimeStamping);
    if (!path)
        return signatureInvalid("the time stamp's certificate does not lead to the pinned anchor");
    if (!areAllIn(*path, data.certificates))
        return signatureInvalid("the time stamp brings a certificate that is in no path");
    return TimeStamp{.time = info->time,
                     .imprint = imprint,
                     .nonce = std::move(info->nonce),
                     .serial = std::move(info->serial),
                     .authority = data.signerCertificate()};
}

} // namespace smartca::crypto
