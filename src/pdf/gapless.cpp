// SPDX-License-Identifier: Apache-2.0
#include "pdf/gapless.h"

#include "pdf/cursor.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <optional>
#include <string>

namespace smartca::pdf {
namespace {

constexpr int deepestNesting = 32;
constexpr std::size_t binaryMarkMax = 16; ///< ISO 32000-1 §7.5.2 asks for four octets behind '%'

bool isAnyHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Regular characters of ISO 32000-1 §7.2.2, but for those of control.
bool isRegularCharacter(char c)
{
    return static_cast<unsigned char>(c) > ' ' &&
           std::string_view("()<>[]{}/%").find(c) == std::string_view::npos;
}

std::optional<std::size_t> plainNumber(std::string_view word)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size())
        return std::nullopt;
    return number;
}

void passHexString(Cursor &cursor)
{
    cursor.expect("<");
    if (!cursor.accept(">")) {
        cursor.run(isAnyHexDigit);
        if (!cursor.accept(">"))
            cursor.fail();
    }
}

/// A number, true, false, null, or all three words of a reference.
void passWords(Cursor &cursor)
{
    const auto word = cursor.run(isRegularCharacter);
    if (word == "true" || word == "false" || word == "null")
        return;
    if (word.find_first_not_of("+-.0123456789") != std::string_view::npos)
        return cursor.fail();
    auto reference = cursor;
    (void)readNumber(reference);
    reference.expect("R");
    if (reference.good() && !isRegularCharacter(reference.peek()))
        cursor = reference;
}

void passValue(Cursor &cursor, int depth);

/// What /Length says when it is a plain number.
std::optional<std::size_t> passDictionary(Cursor &cursor, int depth)
{
    std::optional<std::size_t> length;
    cursor.expect("<<");
    for (cursor.skipSpace(); cursor.good() && !cursor.sees(">>"); cursor.skipSpace()) {
        cursor.expect("/");
        const auto key = cursor.run(isRegularCharacter);
        cursor.skipSpace();
        const auto start = cursor.at();
        passValue(cursor, depth + 1);
        if (key == "Length")
            length = plainNumber(cursor.since(start));
    }
    cursor.expect(">>");
    return length;
}

void passArray(Cursor &cursor, int depth)
{
    cursor.expect("[");
    for (cursor.skipSpace(); cursor.good() && !cursor.sees("]"); cursor.skipSpace())
        passValue(cursor, depth + 1);
    cursor.expect("]");
}

void passValue(Cursor &cursor, int depth)
{
    cursor.skipSpace();
    if (depth > deepestNesting)
        return cursor.fail();
    if (cursor.sees("<<")) {
        (void)passDictionary(cursor, depth);
        return;
    }
    switch (cursor.peek()) {
    case '[':
        return passArray(cursor, depth);
    case '<':
        return passHexString(cursor);
    case '(':
        return skipLiteralString(cursor);
    case '/':
        cursor.expect("/");
        cursor.run(isRegularCharacter);
        return;
    default:
        passWords(cursor);
    }
}

void passStream(Cursor &cursor, std::optional<std::size_t> length)
{
    cursor.expect("stream");
    cursor.accept("\r");
    if (!cursor.accept("\n") || !length)
        return cursor.fail();
    cursor.step(*length);
    cursor.accept("\r");
    cursor.accept("\n");
    if (!cursor.accept("endstream"))
        cursor.fail();
}

QPDFObjGen passObject(Cursor &cursor)
{
    constexpr std::size_t most = std::numeric_limits<int>::max();
    const auto number = readNumber(cursor);
    const auto generation = readNumber(cursor);
    if (number > most || generation > most)
        cursor.fail();
    cursor.expect("obj");
    cursor.skipSpace();
    if (cursor.sees("<<")) {
        const auto length = passDictionary(cursor, 0);
        cursor.skipSpace();
        if (cursor.sees("stream"))
            passStream(cursor, length);
    } else {
        passValue(cursor, 0);
    }
    cursor.expect("endobj");
    return cursor.good() ? QPDFObjGen(static_cast<int>(number), static_cast<int>(generation)) : QPDFObjGen();
}

/// The version's line, and one that marks the file as binary.
void passHeader(Cursor &cursor)
{
    cursor.expect("%PDF-");
    const auto version = cursor.run([](char c) { return isDigit(c) || c == '.'; });
    cursor.accept("\r");
    if (version.size() != 3 || !cursor.accept("\n"))
        cursor.fail();
    if (cursor.accept("%") && cursor.run([](char c) { return c != '\n'; }).size() > binaryMarkMax)
        cursor.fail();
}

/// One row (ISO 32000-1 §7.5.4): "nnnnnnnnnn ggggg n" or f, and an end of two octets.
bool isRow(std::string_view row)
{
    const auto digits = [row](std::size_t from, std::size_t count) {
        return std::ranges::all_of(row.substr(from, count), isDigit);
    };
    const auto end = row.substr(18);
    return digits(0, 10) && row[10] == ' ' && digits(11, 5) && row[16] == ' ' &&
           (row[17] == 'n' || row[17] == 'f') && (end == " \n" || end == " \r" || end == "\r\n");
}

/// Sections must rise without touching what was named before: where a table names an object twice, readers
/// choose differently (qpdf the first row, others the last), so that one file shows two documents.
void passTable(Cursor &cursor)
{
    constexpr std::size_t rowOctets = 20;
    std::size_t next = 0;
    cursor.expect("xref");
    for (cursor.skipSpace(); cursor.good() && isDigit(cursor.peek()); cursor.skipSpace()) {
        const auto start = readNumber(cursor);
        const auto count = readNumber(cursor);
        if (start < next)
            return cursor.fail();
        next = start + count;
        cursor.skipSpace();
        for (std::size_t row = 0; row < count && cursor.good(); ++row) {
            const auto at = cursor.at();
            cursor.step(rowOctets);
            if (!cursor.good() || !isRow(cursor.since(at)))
                cursor.fail();
        }
    }
}

std::map<QPDFObjGen, std::size_t> namedByTable(const ParsedFile &file)
{
    std::map<QPDFObjGen, std::size_t> named;
    for (const auto &[object, row] : file.pdf->getXRefTable())
        named.emplace(object, row.getType() == 1 ? static_cast<std::size_t>(row.getOffset()) : 0);
    return named;
}

} // namespace

bool isGapless(const ParsedFile &file, BytesView pdf)
{
    Cursor cursor(asText(pdf), 0);
    std::map<QPDFObjGen, std::size_t> objects;
    passHeader(cursor);
    for (cursor.skipSpace(); cursor.good() && isDigit(cursor.peek()); cursor.skipSpace()) {
        const auto start = cursor.at();
        if (!objects.emplace(passObject(cursor), start).second)
            return false;
    }
    const auto table = cursor.at();
    passTable(cursor);
    cursor.expect("trailer");
    (void)passDictionary(cursor, 0);
    cursor.skipSpace();
    return cursor.good() && cursor.rest() == "startxref\n" + std::to_string(table) + "\n%%EOF\n" &&
           objects == namedByTable(file);
}

} // namespace smartca::pdf
