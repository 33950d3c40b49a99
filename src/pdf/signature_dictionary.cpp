// SPDX-License-Identifier: Apache-2.0
#include "pdf/signature_dictionary.h"

#include "base/encoding.h"
#include "pdf/cursor.h"

#include <set>

namespace smartca::pdf {
namespace {

constexpr int nestingMax = 8;

/// Lower case alone: the digits of /Contents are not signed, so there must be one way only to write them.
bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f');
}

bool isRegular(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' ||
           c == '_' || c == '+' || c == ':';
}

std::string_view readName(Cursor &cursor)
{
    cursor.expect("/");
    return cursor.run(isRegular);
}

std::string_view readHexString(Cursor &cursor)
{
    cursor.expect("<");
    if (cursor.peek() == '>') {
        cursor.step();
        return {};
    }
    const auto digits = cursor.run(isHexDigit);
    cursor.expect(">");
    return digits;
}

void skipValue(Cursor &cursor, int depth);

void skipDictionary(Cursor &cursor, int depth)
{
    std::set<std::string_view> keys;
    cursor.expect("<<");
    for (cursor.skipSpace(); cursor.good() && !cursor.sees(">>"); cursor.skipSpace()) {
        if (!keys.insert(readName(cursor)).second)
            cursor.fail();
        skipValue(cursor, depth + 1);
    }
    cursor.expect(">>");
}

void skipArray(Cursor &cursor, int depth)
{
    cursor.expect("[");
    for (cursor.skipSpace(); cursor.good() && !cursor.sees("]"); cursor.skipSpace())
        skipValue(cursor, depth + 1);
    cursor.expect("]");
}

/// Numbers, true, false, null, and the R of a reference, whose parts are read one by one.
void skipValue(Cursor &cursor, int depth)
{
    cursor.skipSpace();
    if (depth > nestingMax)
        return cursor.fail();
    if (cursor.sees("<<"))
        return skipDictionary(cursor, depth);
    switch (cursor.peek()) {
    case '[':
        return skipArray(cursor, depth);
    case '<':
        readHexString(cursor);
        return;
    case '(':
        return skipLiteralString(cursor);
    case '/':
        readName(cursor);
        return;
    default:
        cursor.run(isRegular);
    }
}

/// A value behind a key: a reference takes three words, everything else one.
void skipMember(Cursor &cursor)
{
    skipValue(cursor, 0);
    for (cursor.skipSpace(); cursor.good() && isRegular(cursor.peek()); cursor.skipSpace())
        cursor.run(isRegular);
}

void readByteRange(Cursor &cursor, SignatureDictionaryOctets &found)
{
    cursor.skipSpace();
    found.byteRangeStart = cursor.at();
    cursor.expect("[");
    for (auto &number : found.byteRange)
        number = readNumber(cursor);
    cursor.expect("]");
    found.byteRangeEnd = cursor.at();
}

void readContents(Cursor &cursor, SignatureDictionaryOctets &found)
{
    cursor.skipSpace();
    found.contentsStart = cursor.at();
    const auto digits = readHexString(cursor);
    found.contentsEnd = cursor.at();
    if (found.contentsEnd != found.contentsStart + digits.size() + 2)
        cursor.fail(); // white space before '>'
    if (auto octets = hexDecode(digits))
        found.contents = *std::move(octets);
    else
        cursor.fail();
}

} // namespace

std::optional<SignatureDictionaryOctets> readSignatureDictionary(BytesView pdf, std::size_t offset,
                                                                 int objectNumber)
{
    Cursor cursor(asText(pdf), offset);
    if (!isDigit(cursor.peek()) || readNumber(cursor) != static_cast<std::size_t>(objectNumber))
        return std::nullopt;
    cursor.expect("0");
    cursor.expect("obj");
    cursor.expect("<<");
    SignatureDictionaryOctets found;
    std::set<std::string_view> keys;
    for (cursor.skipSpace(); cursor.good() && !cursor.sees(">>"); cursor.skipSpace()) {
        const auto key = readName(cursor);
        if (!keys.insert(key).second)
            return std::nullopt;
        if (key == "ByteRange")
            readByteRange(cursor, found);
        else if (key == "Contents")
            readContents(cursor, found);
        else
            skipMember(cursor);
    }
    cursor.expect(">>");
    cursor.expect("endobj");
    if (!cursor.good() || !keys.contains("ByteRange") || !keys.contains("Contents"))
        return std::nullopt;
    return found;
}

} // namespace smartca::pdf
