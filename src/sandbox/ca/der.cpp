// SPDX-License-Identifier: Apache-2.0
#include "sandbox/ca/der.h"

#include <openssl/objects.h>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace smartca::sandbox::der {
namespace {

constexpr std::uint8_t tagInteger = 0x02;
constexpr std::uint8_t tagBitString = 0x03;
constexpr std::uint8_t tagOctetString = 0x04;
constexpr std::uint8_t tagUtf8String = 0x0C;
constexpr std::uint8_t tagGeneralizedTime = 0x18;
constexpr std::uint8_t tagSequence = 0x30;
constexpr std::uint8_t tagSet = 0x31;
constexpr std::uint8_t contextConstructedBase = 0xA0;

void append(Bytes &target, BytesView more)
{
    target.insert(target.end(), more.begin(), more.end());
}

} // namespace

Bytes tagged(std::uint8_t tag, BytesView content)
{
    Bytes out{tag};
    const std::size_t size = content.size();
    if (size < 0x80) {
        out.push_back(static_cast<std::uint8_t>(size));
    } else {
        Bytes length;
        for (std::size_t rest = size; rest > 0; rest >>= 8U)
            length.insert(length.begin(), static_cast<std::uint8_t>(rest & 0xFFU));
        out.push_back(static_cast<std::uint8_t>(0x80U | length.size()));
        append(out, length);
    }
    append(out, content);
    return out;
}

Bytes sequence(std::initializer_list<BytesView> members)
{
    Bytes content;
    for (const auto member : members)
        append(content, member);
    return tagged(tagSequence, content);
}

Bytes setOf(std::vector<Bytes> members)
{
    std::sort(members.begin(), members.end());
    Bytes content;
    for (const auto &member : members)
        append(content, member);
    return tagged(tagSet, content);
}

Bytes integer(BytesView magnitude)
{
    while (magnitude.size() > 1 && magnitude[0] == 0)
        magnitude = magnitude.subspan(1);
    Bytes content;
    if (magnitude.empty() || (magnitude[0] & 0x80U) != 0)
        content.push_back(0);
    append(content, magnitude);
    return tagged(tagInteger, content);
}

Bytes integer(std::uint8_t value)
{
    return integer(BytesView{&value, 1});
}

Bytes objectIdentifier(const char *dotted)
{
    const std::unique_ptr<ASN1_OBJECT, decltype(&ASN1_OBJECT_free)> object(OBJ_txt2obj(dotted, 1),
                                                                           &ASN1_OBJECT_free);
    const int size = object ? i2d_ASN1_OBJECT(object.get(), nullptr) : 0;
    if (size <= 0)
        return {};
    Bytes out(static_cast<std::size_t>(size));
    std::uint8_t *cursor = out.data();
    i2d_ASN1_OBJECT(object.get(), &cursor);
    return out;
}

Bytes octetString(BytesView content)
{
    return tagged(tagOctetString, content);
}

Bytes bitString(BytesView content)
{
    Bytes whole{0}; // no unused bits
    append(whole, content);
    return tagged(tagBitString, whole);
}

Bytes utf8String(std::string_view text)
{
    return tagged(tagUtf8String, asBytes(text));
}

Bytes generalizedTime(UtcTime time)
{
    const auto days = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(days);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - days));
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d%02u%02u%02d%02d%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    return tagged(tagGeneralizedTime, asBytes(text.data()));
}

Bytes contextConstructed(std::uint8_t number, BytesView content)
{
    return tagged(static_cast<std::uint8_t>(contextConstructedBase | number), content);
}

Bytes ecdsaWithSha256()
{
    return sequence({objectIdentifier("1.2.840.10045.4.3.2")});
}

Bytes sha256Algorithm()
{
    return sequence({objectIdentifier("2.16.840.1.101.3.4.2.1")});
}

} // namespace smartca::sandbox::der
