// SPDX-License-Identifier: Apache-2.0
#include "protocol/activation_input.h"

#include "base/encoding.h"
#include "base/text.h"
#include "protocol/activation_link.h"
#include "protocol/pasted_text.h"

#include <array>

namespace smartca::protocol {
namespace {

constexpr std::size_t pastedMax = 64UL * 1024;
constexpr std::size_t groupLength = codeLength / 2;

constexpr std::array<std::string_view, 5> usernameLabels{"ten dang nhap", "ten tai khoan", "username",
                                                         "user name", "account name"};
constexpr std::array<std::string_view, 2> codeLabels{"ma kich hoat", "activation code"};

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isWord(char c)
{
    return isDigit(c) || isUpper(c) || (c >= 'a' && c <= 'z') ||
           (static_cast<unsigned char>(c) & marked) != 0;
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n';
}

/// Length of the label at the front of `text`, 0 when it is another text. A space of the label stands for any
/// white space.
std::size_t labelLength(std::string_view text, std::string_view label)
{
    std::size_t at = 0;
    for (const char wanted : label) {
        if (wanted == ' ') {
            if (at >= text.size() || !isSpace(text[at]))
                return 0;
            while (at < text.size() && isSpace(text[at]))
                ++at;
        } else if (at >= text.size() || foldedLetter(text[at++]) != wanted) {
            return 0;
        }
    }
    return at;
}

/// What stands between a label and its value: punctuation, white space, "là", "is".
std::string_view afterSeparators(std::string_view text)
{
    constexpr std::size_t farthest = 60;
    constexpr std::string_view punctuation = " \n:=*_|>-\"'.\x01";
    for (std::size_t i = 0; i < farthest && !text.empty(); ++i) {
        if (punctuation.find(text.front()) != std::string_view::npos)
            text.remove_prefix(1);
        else if (text.size() > 2 && (labelLength(text, "la") == 2 || labelLength(text, "is") == 2) &&
                 isSpace(text[2]))
            text.remove_prefix(2);
        else
            break;
    }
    return text;
}

struct Found {
    SecretBytes value;
    std::size_t length = 0; ///< of the text it was read from
};

/// A code at the front of `text`: two groups of four with a dash between, or a space or nothing when the
/// letters cannot be those of ordinary words.
Found codeAtFront(std::string_view text)
{
    SecretBytes code;
    bool lower = false;
    bool digit = false;
    char separator = 0;
    std::size_t at = 0;
    while (at < text.size() && code.size() < codeLength) {
        const char c = text[at];
        if (code.size() == groupLength && separator == 0 && (c == '-' || c == ' ')) {
            separator = c;
            while (at < text.size() && (text[at] == ' ' || text[at] == '-')) {
                separator = text[at] == '-' ? '-' : separator;
                ++at;
            }
            continue;
        }
        const auto one = isWord(c) && (static_cast<unsigned char>(c) & marked) == 0
                             ? normalisedCode(text.substr(at, 1))
                             : SecretBytes();
        if (one.empty())
            return {};
        code.append(one.view());
        digit = digit || isDigit(c);
        lower = lower || (c >= 'a' && c <= 'z');
        ++at;
    }
    const bool ended = at == text.size() || (!isWord(text[at]) && text[at] != '-');
    const bool noWords = separator == '-' || !lower || (separator == 0 && digit);
    if (code.size() != codeLength || !ended || !noWords)
        return {};
    return {std::move(code), at};
}

/// A username at the front of `text`. Groups of digits with spaces or dots between them are one number.
Found usernameAtFront(std::string_view text)
{
    Found best;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto start = at;
        bool digits = true;
        while (at < text.size() && (isWord(text[at]) || text[at] == '-')) {
            digits = digits && (isDigit(text[at]) || text[at] == '-');
            ++at;
        }
        if (at == start || (start > 0 && !digits))
            break;
        if (auto name = normalisedUsername(text.substr(0, at)); !name.empty())
            best = {std::move(name), at};
        if (!digits || at == text.size() || (text[at] != ' ' && text[at] != '.'))
            break;
        ++at;
    }
    return best;
}

template<std::size_t count>
SecretBytes labelled(std::string_view text, const std::array<std::string_view, count> &labels,
                     Found (*read)(std::string_view))
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && isWord(text[at - 1]))
            continue;
        for (const auto label : labels)
            if (const auto length = labelLength(text.substr(at), label); length > 0)
                if (auto found = read(afterSeparators(text.substr(at + length))); found.length > 0)
                    return std::move(found.value);
    }
    return {};
}

/// Without a label only what cannot be anything else: XXXX-XXXX in capitals with a letter in it (the hotline
/// is 1800-1260). Two different ones are none.
SecretBytes unlabelledCode(std::string_view text)
{
    SecretBytes only;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && (isWord(text[at - 1]) || text[at - 1] == '-'))
            continue;
        const auto token = text.substr(at, codeLength + 1);
        if (token.size() <= groupLength || token[groupLength] != '-')
            continue;
        auto found = codeAtFront(text.substr(at));
        const bool capitals = token.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
        const bool letters = token.find_first_of("ABCDEFGHJKMNPQRSTVWXYZ") != std::string_view::npos;
        if (found.length == 0 || !capitals || !letters)
            continue;
        if (!only.empty() && !(only == found.value))
            return {};
        only = std::move(found.value);
    }
    return only;
}

/// Twelve digits on their own; two different ones are none.
SecretBytes unlabelledUsername(std::string_view text)
{
    constexpr std::size_t idNumberLength = 12;
    SecretBytes only;
    for (std::size_t at = 0; at < text.size();) {
        const auto start = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        const bool alone =
            (start == 0 || !isWord(text[start - 1])) && (at == text.size() || !isWord(text[at]));
        if (alone && at - start == idNumberLength) {
            const auto digits = SecretBytes::fromText(text.substr(start, idNumberLength));
            if (!only.empty() && !(only == digits))
                return {};
            only = digits.clone();
        }
        at = at == start ? at + 1 : at;
    }
    return only;
}

/// A passport number of this country: one letter, seven digits. It could be read as a code as well.
bool isLocalPassport(std::string_view text)
{
    return text.size() == codeLength && isUpper(text.front()) &&
           text.substr(1).find_first_not_of("0123456789") == std::string_view::npos;
}

/// Somebody copied one of the two values alone.
void takeWholeText(std::string_view text, ActivationInput &input)
{
    text = withoutSpaceAround(text);
    auto code = codeAtFront(text);
    if (code.length > 0 && code.length == text.size() && input.code.empty() && !isLocalPassport(text)) {
        input.code = std::move(code.value);
        return;
    }
    auto name = usernameAtFront(text);
    if (name.length > 0 && name.length == text.size() && input.username.empty())
        input.username = std::move(name.value);
}

Failure nothingFound(std::string detail)
{
    return {.code = FailureCode::NothingFoundInText, .detail = std::move(detail), .facts = {}};
}

} // namespace

Result<ActivationInput> findActivationInput(std::string_view text)
{
    if (text.size() > pastedMax)
        return tl::unexpected(nothingFound("more than 64 KiB"));
    SMARTCA_TRY(auto link, findActivationLink(text));
    const auto plain = plainText(text);
    ActivationInput input{.username = std::move(link.username), .code = {}, .token = std::move(link.token)};
    if (input.username.empty())
        input.username = labelled(plain.text(), usernameLabels, usernameAtFront);
    if (input.token.empty())
        input.code = labelled(plain.text(), codeLabels, codeAtFront);
    if (input.token.empty() && input.code.empty())
        input.code = unlabelledCode(plain.text());
    if (input.username.empty())
        input.username = unlabelledUsername(plain.text());
    if (input.token.empty())
        takeWholeText(plain.text(), input);
    if (input.username.empty() && input.code.empty() && input.token.empty())
        return tl::unexpected(nothingFound("neither a username nor a code nor a link"));
    return input;
}

} // namespace smartca::protocol
