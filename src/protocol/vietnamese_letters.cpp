// SPDX-License-Identifier: Apache-2.0
#include "protocol/vietnamese_letters.h"

#include <cstdint>

namespace smartca::protocol {
namespace {

struct Row {
    char32_t upper;
    Letter letter;
};

// Upper-case letters; the lower-case one follows by 0x20 in Latin-1, by 1 elsewhere.
constexpr Row rows[] = {
    {0x00C0, {'A', 0, 'F'}},   {0x00C1, {'A', 0, 'S'}},   {0x00C2, {'A', 'A', 0}},
    {0x00C3, {'A', 0, 'X'}},   {0x00C8, {'E', 0, 'F'}},   {0x00C9, {'E', 0, 'S'}},
    {0x00CA, {'E', 'E', 0}},   {0x00CC, {'I', 0, 'F'}},   {0x00CD, {'I', 0, 'S'}},
    {0x00D2, {'O', 0, 'F'}},   {0x00D3, {'O', 0, 'S'}},   {0x00D4, {'O', 'O', 0}},
    {0x00D5, {'O', 0, 'X'}},   {0x00D9, {'U', 0, 'F'}},   {0x00DA, {'U', 0, 'S'}},
    {0x00DD, {'Y', 0, 'S'}},   {0x0102, {'A', 'W', 0}},   {0x0110, {'D', 'D', 0}},
    {0x0128, {'I', 0, 'X'}},   {0x0168, {'U', 0, 'X'}},   {0x01A0, {'O', 'W', 0}},
    {0x01AF, {'U', 'W', 0}},   {0x1EA0, {'A', 0, 'J'}},   {0x1EA2, {'A', 0, 'R'}},
    {0x1EA4, {'A', 'A', 'S'}}, {0x1EA6, {'A', 'A', 'F'}}, {0x1EA8, {'A', 'A', 'R'}},
    {0x1EAA, {'A', 'A', 'X'}}, {0x1EAC, {'A', 'A', 'J'}}, {0x1EAE, {'A', 'W', 'S'}},
    {0x1EB0, {'A', 'W', 'F'}}, {0x1EB2, {'A', 'W', 'R'}}, {0x1EB4, {'A', 'W', 'X'}},
    {0x1EB6, {'A', 'W', 'J'}}, {0x1EB8, {'E', 0, 'J'}},   {0x1EBA, {'E', 0, 'R'}},
    {0x1EBC, {'E', 0, 'X'}},   {0x1EBE, {'E', 'E', 'S'}}, {0x1EC0, {'E', 'E', 'F'}},
    {0x1EC2, {'E', 'E', 'R'}}, {0x1EC4, {'E', 'E', 'X'}}, {0x1EC6, {'E', 'E', 'J'}},
    {0x1EC8, {'I', 0, 'R'}},   {0x1ECA, {'I', 0, 'J'}},   {0x1ECC, {'O', 0, 'J'}},
    {0x1ECE, {'O', 0, 'R'}},   {0x1ED0, {'O', 'O', 'S'}}, {0x1ED2, {'O', 'O', 'F'}},
    {0x1ED4, {'O', 'O', 'R'}}, {0x1ED6, {'O', 'O', 'X'}}, {0x1ED8, {'O', 'O', 'J'}},
    {0x1EDA, {'O', 'W', 'S'}}, {0x1EDC, {'O', 'W', 'F'}}, {0x1EDE, {'O', 'W', 'R'}},
    {0x1EE0, {'O', 'W', 'X'}}, {0x1EE2, {'O', 'W', 'J'}}, {0x1EE4, {'U', 0, 'J'}},
    {0x1EE6, {'U', 0, 'R'}},   {0x1EE8, {'U', 'W', 'S'}}, {0x1EEA, {'U', 'W', 'F'}},
    {0x1EEC, {'U', 'W', 'R'}}, {0x1EEE, {'U', 'W', 'X'}}, {0x1EF0, {'U', 'W', 'J'}},
    {0x1EF2, {'Y', 0, 'F'}},   {0x1EF4, {'Y', 0, 'J'}},   {0x1EF6, {'Y', 0, 'R'}},
    {0x1EF8, {'Y', 0, 'X'}},
};

char lowered(char c)
{
    return static_cast<char>(c - 'A' + 'a');
}

char raised(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

} // namespace

std::optional<Letter> takenApart(char32_t point)
{
    for (const auto &row : rows) {
        if (point == row.upper)
            return row.letter;
        if (point == row.upper + (row.upper < 0x100 ? 0x20U : 1U))
            return Letter{lowered(row.letter.base), row.letter.shape, row.letter.tone};
    }
    return std::nullopt;
}

bool addCombiningMark(Letter &letter, char32_t mark)
{
    switch (mark) {
    case 0x0300:
        letter.tone = 'F';
        return true;
    case 0x0301:
        letter.tone = 'S';
        return true;
    case 0x0303:
        letter.tone = 'X';
        return true;
    case 0x0309:
        letter.tone = 'R';
        return true;
    case 0x0323:
        letter.tone = 'J';
        return true;
    case 0x0302:
        letter.shape = raised(letter.base);
        return true;
    case 0x0306:
    case 0x031B:
        letter.shape = 'W';
        return true;
    default:
        return false;
    }
}

char32_t takeCodePoint(std::string_view &text)
{
    constexpr char32_t replacement = 0xFFFD;
    const auto first = static_cast<std::uint8_t>(text.front());
    text.remove_prefix(1);
    if (first < 0x80)
        return first;
    std::size_t more = 0;
    char32_t point = 0;
    if ((first & 0xE0U) == 0xC0U)
        more = 1, point = first & 0x1FU;
    else if ((first & 0xF0U) == 0xE0U)
        more = 2, point = first & 0x0FU;
    else if ((first & 0xF8U) == 0xF0U)
        more = 3, point = first & 0x07U;
    else
        return replacement;
    if (text.size() < more)
        return replacement;
    for (std::size_t i = 0; i < more; ++i) {
        const auto next = static_cast<std::uint8_t>(text[i]);
        if ((next & 0xC0U) != 0x80U)
            return replacement;
        point = (point << 6U) | (next & 0x3FU);
    }
    text.remove_prefix(more);
    return point;
}

char32_t plainForm(char32_t point)
{
    if (point >= 0xFF01 && point <= 0xFF5E)
        return point - 0xFEE0;
    if ((point >= 0x2010 && point <= 0x2015) || point == 0x2212 || point == 0xFE63)
        return '-';
    if (point == 0x00A0 || (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x3000)
        return ' ';
    if (point == 0x2028 || point == 0x2029)
        return '\n';
    if (point == 0x00AD || (point >= 0x200B && point <= 0x200F) || point == 0x2060 || point == 0xFEFF)
        return 0;
    return point;
}

} // namespace smartca::protocol
