// SPDX-License-Identifier: Apache-2.0
#include "crypto/der.h"

#include "base/display.h"
#include "crypto/openssl.h"

#include <openssl/objects.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace smartca::crypto::der {
namespace {

constexpr int deepest = 32;
constexpr std::uint8_t classBits = 0xC0;
constexpr std::uint8_t constructedBit = 0x20;
constexpr std::uint8_t longTagBits = 0x1F; // tag numbers above 30: nothing we read has them
constexpr std::uint8_t longLengthBit = 0x80;
constexpr std::size_t mostLengthOctets = 4;

void appendLength(Bytes &octets, std::size_t length)
{
    if (length < longLengthBit) {
        octets.push_back(static_cast<std::uint8_t>(length));
        return;
    }
    std::size_t count = 1;
    while ((length >> (8 * count)) != 0)
        ++count;
    octets.push_back(static_cast<std::uint8_t>(longLengthBit | count));
    while (count-- > 0)
        octets.push_back(static_cast<std::uint8_t>(length >> (8 * count)));
}

bool isShortestInteger(BytesView content)
{
    if (content.empty())
        return false;
    if (content.size() == 1)
        return true;
    const bool negative = (content[1] & 0x80U) != 0;
    return !(content[0] == 0x00 && !negative) && !(content[0] == 0xFF && negative);
}

bool isObjectIdentifier(BytesView content)
{
    bool atStart = true;
    for (const auto octet : content) {
        if (atStart && octet == 0x80)
            return false; // a leading zero
        atStart = (octet & 0x80U) == 0;
    }
    return !content.empty() && atStart;
}

bool isBitString(BytesView content)
{
    if (content.empty() || content[0] > 7)
        return false;
    const unsigned unused = content[0];
    return content.size() == 1 ? unused == 0 : (content.back() & ((1U << unused) - 1)) == 0;
}

bool isGoodPrimitive(const Element &element)
{
    switch (element.tag) {
    case booleanTag:
        return element.content.size() == 1 && (element.content[0] == 0x00 || element.content[0] == 0xFF);
    case integerTag:
        return isShortestInteger(element.content);
    case bitStringTag:
        return isBitString(element.content);
    case nullTag:
        return element.content.empty();
    case objectIdentifierTag:
        return isObjectIdentifier(element.content);
    case 0x10: // SEQUENCE and SET are never primitive
    case 0x11:
        return false;
    default:
        return element.tag != 0;
    }
}

bool areStrict(BytesView octets, int depth);

bool isStrictElement(const Element &element, int depth)
{
    const bool constructed = (element.tag & constructedBit) != 0;
    if (!constructed)
        return isGoodPrimitive(element);
    const bool universal = (element.tag & classBits) == 0;
    if (universal && element.tag != sequenceTag && element.tag != setTag)
        return false; // strings in pieces are BER
    return depth < deepest && areStrict(element.content, depth + 1) &&
           (element.tag != setTag || isSorted(element.content));
}

bool areStrict(BytesView octets, int depth)
{
    Reader reader(octets);
    while (!reader.atEnd()) {
        const auto element = reader.next();
        if (!element || !isStrictElement(*element, depth))
            return false;
    }
    return true;
}

} // namespace

Bytes value(std::uint8_t tag, std::initializer_list<BytesView> contents)
{
    std::size_t length = 0;
    for (const auto part : contents)
        length += part.size();
    Bytes octets{tag};
    octets.reserve(length + 6);
    appendLength(octets, length);
    for (const auto part : contents)
        octets.insert(octets.end(), part.begin(), part.end());
    return octets;
}

Bytes setOf(std::vector<Bytes> values, std::uint8_t tag)
{
    std::sort(values.begin(), values.end());
    Bytes joined;
    for (const auto &one : values)
        joined.insert(joined.end(), one.begin(), one.end());
    return value(tag, {joined});
}

Bytes unsignedInteger(BytesView bigEndian)
{
    static constexpr std::uint8_t zero = 0;
    while (!bigEndian.empty() && bigEndian.front() == 0)
        bigEndian = bigEndian.subspan(1);
    const bool needsZero = bigEndian.empty() || (bigEndian.front() & 0x80U) != 0;
    return value(integerTag, {BytesView(&zero, needsZero ? 1 : 0), bigEndian});
}

Bytes unsignedInteger(std::uint8_t number)
{
    return unsignedInteger(BytesView(&number, 1));
}

Bytes bitString(BytesView content)
{
    static constexpr std::uint8_t noUnusedBits = 0;
    return value(bitStringTag, {BytesView(&noUnusedBits, 1), content});
}

Bytes bitFlag(unsigned bit)
{
    Bytes content(1 + bit / 8 + 1, 0);
    content.front() = static_cast<std::uint8_t>(7 - bit % 8); // how many bits are unused
    content.back() = static_cast<std::uint8_t>(0x80U >> (bit % 8));
    return value(bitStringTag, {content});
}

Bytes objectIdentifier(const char *dotted)
{
    const Owned<ASN1_OBJECT, ASN1_OBJECT_free> object(OBJ_txt2obj(dotted, 1));
    demand(object != nullptr, "object identifier");
    return encoded(i2d_ASN1_OBJECT, object.get());
}

Bytes generalizedTime(UtcTime time)
{
    const auto t = civilTime(time, Seconds{0});
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d%02u%02u%02d%02d%02dZ", t.year, t.month, t.day, t.hour,
                  t.minute, t.second);
    return value(generalizedTimeTag, {asBytes(text.data())});
}

Bytes retagged(BytesView value, std::uint8_t tag)
{
    auto copy = toBytes(value);
    if (!copy.empty())
        copy.front() = tag;
    return copy;
}

std::optional<Element> Reader::next()
{
    const auto whole = rest_;
    rest_ = {};
    if (whole.size() < 2 || (whole[0] & longTagBits) == longTagBits)
        return std::nullopt;
    std::size_t header = 2;
    std::size_t length = whole[1];
    if (length >= longLengthBit) {
        const std::size_t count = length & 0x7FU;
        if (count == 0 || count > mostLengthOctets || whole.size() < 2 + count || whole[2] == 0)
            return std::nullopt;
        length = 0;
        for (std::size_t i = 0; i < count; ++i)
            length = (length << 8U) | whole[2 + i];
        if (length < longLengthBit)
            return std::nullopt;
        header += count;
    }
    if (length > whole.size() - header)
        return std::nullopt;
    rest_ = whole.subspan(header + length);
    return Element{
        .tag = whole[0], .content = whole.subspan(header, length), .whole = whole.first(header + length)};
}

std::optional<Element> Reader::next(std::uint8_t tag)
{
    return nextIs(tag) ? next() : std::nullopt;
}

bool isStrict(BytesView octets)
{
    Reader reader(octets);
    const auto element = reader.next();
    return element && reader.atEnd() && isStrictElement(*element, 0);
}

bool isSorted(BytesView values)
{
    Reader reader(values);
    BytesView last;
    while (!reader.atEnd()) {
        const auto element = reader.next();
        if (!element)
            return false;
        const auto &now = element->whole;
        if (std::lexicographical_compare(now.begin(), now.end(), last.begin(), last.end()))
            return false;
        last = now;
    }
    return true;
}

std::optional<BytesView> magnitude(BytesView integerContent)
{
    if (!isShortestInteger(integerContent) || (integerContent[0] & 0x80U) != 0)
        return std::nullopt;
    return integerContent[0] == 0 ? integerContent.subspan(1) : integerContent;
}

} // namespace smartca::crypto::der
