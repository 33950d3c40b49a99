// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "protocol/activation_input.h"
#include "protocol/vietnamese_letters.h"

namespace smartca::protocol {
namespace {

char raised(char32_t c)
{
    return static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
}

/// One character of a code: the look-alikes of Crockford's base32 folded, what cannot be in a code dropped.
void appendCodeCharacter(SecretBytes &code, char c)
{
    c = raised(static_cast<unsigned char>(c));
    if (c == 'O')
        c = '0';
    else if (c == 'I' || c == 'L')
        c = '1';
    if (codeAlphabet.find(c) != std::string_view::npos)
        code.append(asBytes({&c, 1}));
}

/// The keys that a Telex user pressed to get the letter. Ư comes from a single W as well, and U is in no
/// code.
void appendKeys(SecretBytes &code, const Letter &letter)
{
    appendCodeCharacter(code, letter.base);
    if (letter.shape != 0)
        appendCodeCharacter(code, letter.shape);
    if (letter.tone != 0)
        appendCodeCharacter(code, letter.tone);
}

bool isAllDigits(std::string_view text)
{
    for (const char c : text)
        if (!isDigit(c))
            return false;
    return true;
}

/// Six to nine letters and digits, both of them (ICAO 9303 part 4: at most nine characters).
bool isPassportNumber(std::string_view text)
{
    if (text.size() < 6 || text.size() > 9)
        return false;
    bool letter = false;
    bool digit = false;
    for (const char c : text) {
        digit = digit || isDigit(c);
        letter = letter || (c >= 'A' && c <= 'Z');
        if (!isDigit(c) && (c < 'A' || c > 'Z'))
            return false;
    }
    return letter && digit;
}

/// Tax code of a branch: ten digits, a dash, three digits.
bool isBranchTaxCode(std::string_view text)
{
    return text.size() == 14 && text[10] == '-' && isAllDigits(text.substr(0, 10)) &&
           isAllDigits(text.substr(11));
}

bool isUsername(std::string_view text)
{
    const bool plainNumber =
        isAllDigits(text) && (text.size() == 9 || text.size() == 10 || text.size() == 12);
    return plainNumber || isBranchTaxCode(text) || isPassportNumber(text);
}

} // namespace

SecretBytes normalisedCode(std::string_view typed)
{
    SecretBytes code;
    Letter pending; // waits for combining marks
    while (!typed.empty()) {
        const auto point = plainForm(takeCodePoint(typed));
        if (pending.base != 0 && addCombiningMark(pending, point))
            continue;
        appendKeys(code, pending);
        pending = {};
        if (const auto letter = takenApart(point))
            pending = *letter;
        else if (point > 0x20 && point < 0x7F)
            pending.base = static_cast<char>(point);
    }
    appendKeys(code, pending);
    return code;
}

bool isCompleteCode(const SecretBytes &normalised)
{
    return normalised.size() == codeLength;
}

SecretBytes displayedCode(const SecretBytes &normalised)
{
    constexpr std::size_t group = codeLength / 2;
    const auto view = normalised.view();
    if (view.size() <= group)
        return normalised.clone();
    return SecretBytes::concat({view.first(group), asBytes("-"), view.subspan(group)});
}

SecretBytes normalisedUsername(std::string_view typed)
{
    constexpr std::size_t longest = 64;
    SecretBytes name;
    while (!typed.empty()) {
        const auto point = plainForm(takeCodePoint(typed));
        if (point == 0 || point == ' ' || (point >= '\t' && point <= '\r') || point == '.')
            continue;
        if (point >= 0x7F || name.size() == longest)
            return {};
        const char c = raised(point);
        name.append(asBytes({&c, 1}));
    }
    return isUsername(name.text()) ? std::move(name) : SecretBytes();
}

} // namespace smartca::protocol
