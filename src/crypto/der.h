// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"
#include "base/clock.h"

#include <initializer_list>
#include <optional>

/// The distinguished encoding rules (X.690 §8–§11), written and read by hand where
/// OpenSSL would accept more than DER or reorder what must stay as it is.
namespace smartca::crypto::der {

constexpr std::uint8_t booleanTag = 0x01;
constexpr std::uint8_t integerTag = 0x02;
constexpr std::uint8_t bitStringTag = 0x03;
constexpr std::uint8_t octetStringTag = 0x04;
constexpr std::uint8_t nullTag = 0x05;
constexpr std::uint8_t objectIdentifierTag = 0x06;
constexpr std::uint8_t utf8StringTag = 0x0C;
constexpr std::uint8_t utcTimeTag = 0x17;
constexpr std::uint8_t generalizedTimeTag = 0x18;
constexpr std::uint8_t sequenceTag = 0x30;
constexpr std::uint8_t setTag = 0x31;
/// [n], constructed.
constexpr std::uint8_t contextTag(unsigned number)
{
    return static_cast<std::uint8_t>(0xA0U | number);
}

/// One value: tag, length, the contents one after the other.
[[nodiscard]] Bytes value(std::uint8_t tag, std::initializer_list<BytesView> contents);
[[nodiscard]] inline Bytes sequence(std::initializer_list<BytesView> contents)
{
    return value(sequenceTag, contents);
}
/// SET OF under its own or an implicit tag: the values in ascending order (X.690 §11.6).
[[nodiscard]] Bytes setOf(std::vector<Bytes> values, std::uint8_t tag = setTag);
/// A number that is not negative, big-endian, with or without leading zeros.
[[nodiscard]] Bytes unsignedInteger(BytesView bigEndian);
[[nodiscard]] Bytes unsignedInteger(std::uint8_t number);
/// [number], explicit or around a SEQUENCE OF: constructed.
[[nodiscard]] inline Bytes context(unsigned number, std::initializer_list<BytesView> contents)
{
    return value(contextTag(number), contents);
}
[[nodiscard]] inline Bytes null()
{
    return value(nullTag, {});
}
[[nodiscard]] inline Bytes octetString(BytesView content)
{
    return value(octetStringTag, {content});
}
/// Whole octets: no bit unused.
[[nodiscard]] Bytes bitString(BytesView content);
/// A BIT STRING of flags in which this one alone is set, without trailing zero bits (X.690 §11.2.2).
[[nodiscard]] Bytes bitFlag(unsigned bit);
[[nodiscard]] inline Bytes utf8String(std::string_view text)
{
    return value(utf8StringTag, {asBytes(text)});
}
/// "1.2.840.10045.4.3.2". The text is ours: one that is not well-formed ends the process.
[[nodiscard]] Bytes objectIdentifier(const char *dotted);
/// UTC, whole seconds (X.690 §11.7); a fraction is dropped.
[[nodiscard]] Bytes generalizedTime(UtcTime time);
/// The same value under another tag.
[[nodiscard]] Bytes retagged(BytesView value, std::uint8_t tag);

struct Element {
    std::uint8_t tag = 0;
    BytesView content;
    BytesView whole;
};

/// Values one after the other. Whatever is not DER reads as nothing, and nothing more comes after that.
class Reader {
public:
    explicit Reader(BytesView octets) : rest_(octets) {}
    [[nodiscard]] bool atEnd() const { return rest_.empty(); }
    /// Whether the next value has this tag.
    [[nodiscard]] bool nextIs(std::uint8_t tag) const { return !rest_.empty() && rest_.front() == tag; }
    [[nodiscard]] std::optional<Element> next();
    /// The next value when it has this tag; nothing, and stays there, when it has another.
    [[nodiscard]] std::optional<Element> next(std::uint8_t tag);

private:
    BytesView rest_;
};

/// Whether the octets are exactly one value, DER throughout as far as tags tell: definite and shortest
/// lengths, no strings in pieces, shortest integers and object identifiers, canonical booleans and bit
/// strings, sorted sets.
[[nodiscard]] bool isStrict(BytesView octets);
/// Whether the values follow each other in the order a SET OF must have.
[[nodiscard]] bool isSorted(BytesView values);
/// An INTEGER's content as an unsigned number without leading zeros; nothing when it is negative.
[[nodiscard]] std::optional<BytesView> magnitude(BytesView integerContent);

} // namespace smartca::crypto::der
