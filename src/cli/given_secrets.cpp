// SPDX-License-Identifier: Apache-2.0
#include "cli/given_secrets.h"

#include "base/text.h"
#include "cli/input_invalid.h"

#include <unistd.h>

#include <array>
#include <cerrno>

namespace smartca::cli {
namespace {

constexpr std::size_t inputMax = 16UL * 1024;
constexpr std::size_t valueMax = 1024;

constexpr Bilingual stdinUnreadable{"không đọc được", "it cannot be read"};
constexpr Bilingual tooLong{"dài hơn 16 KiB", "longer than 16 KiB"};
constexpr Bilingual notUtf8{"không phải UTF-8", "not UTF-8"};
constexpr Bilingual notAnObject{"không phải một đối tượng JSON", "not a JSON object"};
constexpr Bilingual notJson{"không đúng cú pháp JSON", "not JSON"};
constexpr Bilingual unknownField{"có mục không phải username, activationCode, password hay pin",
                                 "a field that is none of username, activationCode, password, pin"};
constexpr Bilingual givenTwice{"được đưa vào hai lần", "given twice"};
constexpr Bilingual notAText{"không phải chuỗi, rỗng hoặc dài hơn 1024 byte",
                             "not a text, empty, or longer than 1024 octets"};
constexpr Bilingual somethingBehind{"còn dữ liệu phía sau đối tượng", "something behind the object"};

/// Walks over borrowed secret text; what it decodes goes into secure memory, octet by octet.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    void skipSpace()
    {
        while (!text_.empty() && std::string_view(" \t\r\n").find(text_.front()) != std::string_view::npos)
            text_.remove_prefix(1);
    }
    [[nodiscard]] bool atEnd() const { return text_.empty(); }
    /// White space, then this character.
    [[nodiscard]] bool take(char wanted)
    {
        skipSpace();
        if (text_.empty() || text_.front() != wanted)
            return false;
        text_.remove_prefix(1);
        return true;
    }
    /// A JSON string (RFC 8259 §7); nothing when it is none.
    [[nodiscard]] std::optional<SecretBytes> takeString()
    {
        if (!take('"'))
            return std::nullopt;
        SecretBytes value(valueMax);
        value.truncate(0);
        while (!text_.empty() && value.size() <= valueMax) {
            const char c = text_.front();
            text_.remove_prefix(1);
            if (c == '"')
                return value;
            if (static_cast<unsigned char>(c) < 0x20)
                return std::nullopt;
            if (c != '\\')
                value.append(asBytes({&c, 1}));
            else if (!takeEscape(value))
                return std::nullopt;
        }
        return std::nullopt;
    }

private:
    bool takeEscape(SecretBytes &value)
    {
        if (text_.empty())
            return false;
        const char kind = text_.front();
        text_.remove_prefix(1);
        if (kind == 'u')
            return takeUnicode(value);
        constexpr std::string_view names = "\"\\/bfnrt";
        constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
        const auto found = names.find(kind);
        if (found == std::string_view::npos)
            return false;
        value.append(asBytes(meant.substr(found, 1)));
        return true;
    }

    std::optional<std::uint32_t> takeHex4()
    {
        if (text_.size() < 4)
            return std::nullopt;
        std::uint32_t unit = 0;
        for (const char c : text_.substr(0, 4)) {
            const auto digit = c >= '0' && c <= '9'   ? c - '0'
                               : c >= 'a' && c <= 'f' ? c - 'a' + 10
                               : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                      : -1;
            if (digit < 0)
                return std::nullopt;
            unit = unit * 16 + static_cast<std::uint32_t>(digit);
        }
        text_.remove_prefix(4);
        return unit;
    }

    /// One UTF-16 unit, or a pair of surrogates; a lone one is refused.
    bool takeUnicode(SecretBytes &value)
    {
        const auto first = takeHex4();
        if (!first || *first == 0 || (*first >= 0xDC00 && *first <= 0xDFFF))
            return false;
        if (*first < 0xD800 || *first > 0xDBFF) {
            appendUtf8(value, *first);
            return true;
        }
        if (!text_.starts_with("\\u"))
            return false;
        text_.remove_prefix(2);
        const auto second = takeHex4();
        if (!second || *second < 0xDC00 || *second > 0xDFFF)
            return false;
        appendUtf8(value, 0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00));
        return true;
    }

    static void appendUtf8(SecretBytes &value, std::uint32_t point)
    {
        std::array<std::uint8_t, 4> octets{};
        std::size_t count = 0;
        const auto put = [&](std::uint32_t octet) { octets[count++] = static_cast<std::uint8_t>(octet); };
        if (point < 0x80) {
            put(point);
        } else if (point < 0x800) {
            put(0xC0U | (point >> 6U));
            put(0x80U | (point & 0x3FU));
        } else if (point < 0x10000) {
            put(0xE0U | (point >> 12U));
            put(0x80U | ((point >> 6U) & 0x3FU));
            put(0x80U | (point & 0x3FU));
        } else {
            put(0xF0U | (point >> 18U));
            put(0x80U | ((point >> 12U) & 0x3FU));
            put(0x80U | ((point >> 6U) & 0x3FU));
            put(0x80U | (point & 0x3FU));
        }
        value.append(BytesView(octets).first(count));
        wipe(octets.data(), octets.size());
    }

    std::string_view text_;
};

struct Field {
    std::string_view name;
    SecretBytes GivenSecrets::*value;
};

constexpr Field fields[] = {{"username", &GivenSecrets::username},
                            {"activationCode", &GivenSecrets::activationCode},
                            {"password", &GivenSecrets::password},
                            {"pin", &GivenSecrets::pin}};

const Field *fieldNamed(std::string_view name)
{
    for (const auto &field : fields)
        if (field.name == name)
            return &field;
    return nullptr;
}

} // namespace

Result<SecretBytes> readSecretInput(int descriptor, Language language)
{
    const auto refused = [&](const Bilingual &why) {
        return tl::unexpected(inputInvalid("stdin", why, language));
    };
    SecretBytes input(inputMax + 1);
    std::size_t filled = 0;
    while (filled < input.size()) {
        const auto count = read(descriptor, input.data() + filled, input.size() - filled);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return refused(stdinUnreadable);
        if (count == 0)
            break;
        filled += static_cast<std::size_t>(count);
    }
    if (filled > inputMax)
        return refused(tooLong);
    input.truncate(filled);
    return input;
}

Result<GivenSecrets> parseSecrets(const SecretBytes &json, Language language)
{
    const auto refused = [&](const Bilingual &why, std::string_view subject = "stdin") {
        return tl::unexpected(inputInvalid(std::string(subject), why, language));
    };
    GivenSecrets given;
    if (!isUtf8(json.text()))
        return refused(notUtf8);
    Scanner scanner(json.text());
    scanner.skipSpace();
    if (scanner.atEnd())
        return given;
    if (!scanner.take('{'))
        return refused(notAnObject);
    bool more = !scanner.take('}');
    while (more) {
        const auto name = scanner.takeString();
        if (!name || !scanner.take(':'))
            return refused(notJson);
        const auto *field = fieldNamed(name->text());
        if (field == nullptr)
            return refused(unknownField);
        if (!(given.*field->value).empty())
            return refused(givenTwice, field->name);
        auto value = scanner.takeString();
        if (!value || value->empty())
            return refused(notAText, field->name);
        given.*field->value = std::move(*value);
        more = scanner.take(',');
        if (!more && !scanner.take('}'))
            return refused(notJson);
    }
    scanner.skipSpace();
    if (!scanner.atEnd())
        return refused(somethingBehind);
    return given;
}

} // namespace smartca::cli
