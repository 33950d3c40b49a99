// SPDX-License-Identifier: Apache-2.0
#include "pdf/signature_dictionary.h"

#include "base/encoding.h"
#include "base/text.h"

#include <charconv>
#include <set>

namespace smartca::pdf {
namespace {

constexpr int nestingMax = 8;

/// A place in the text of an object. The first thing that is not as expected makes it fail for good.
class Cursor {
public:
    Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    [[nodiscard]] bool sees(std::string_view word) const { return text_.substr(at_).starts_with(word); }

    void fail() { good_ = false; }
    void skipSpace()
    {
        while (at_ < text_.size() && (peek() == ' ' || peek() == '\n' || peek() == '\r'))
            ++at_;
    }
    void expect(std::string_view word)
    {
        skipSpace();
        if (!good_ || !sees(word))
            return fail();
        at_ += word.size();
    }
    /// The longest run of octets that `belongs`.
    template<class Belongs>
    std::string_view run(Belongs belongs)
    {
        const auto start = at_;
        while (at_ < text_.size() && belongs(text_[at_]))
            ++at_;
        if (at_ == start)
            fail();
        return text_.substr(start, at_ - start);
    }
    void step()
    {
        if (at_ < text_.size())
            ++at_;
        else
            fail();
    }

private:
    std::string_view text_;
    std::size_t at_;
    bool good_ = true;
};

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

std::size_t readNumber(Cursor &cursor)
{
    cursor.skipSpace();
    const auto digits = cursor.run(isDigit);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || digits.size() > 10 || (digits.size() > 1 && digits.front() == '0'))
        cursor.fail();
    return number;
}

std::string_view readName(Cursor &cursor)
{
    cursor.expect("/");
    return cursor.run(isRegular);
}

void skipLiteralString(Cursor &cursor)
{
    cursor.expect("(");
    for (int open = 1; cursor.good() && open > 0; cursor.step()) {
        if (cursor.peek() == '\\')
            cursor.step();
        else if (cursor.peek() == '(')
            ++open;
        else if (cursor.peek() == ')')
            --open;
    }
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
