// SPDX-License-Identifier: Apache-2.0
#include "protocol/secret_json.h"

#include <array>

namespace smartca::protocol {
namespace {

/// The short escapes of RFC 8259 §7, or nothing.
std::string_view shortEscape(char c)
{
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\f':
        return "\\f";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return {};
    }
}

/// The parsed value belongs to the decoder alone, which lets go of it next: wiping it changes nothing for
/// anybody.
SecretBytes moveOut(const Json &value)
{
    auto &text = const_cast<std::string &>(value.get_ref<const std::string &>());
    auto secret = SecretBytes::fromText(text);
    wipe(text.data(), text.size());
    return secret;
}

SecretBytes checked(JsonObject &object, std::string_view name, const Json *value, std::size_t minLength,
                    std::size_t maxLength)
{
    if (value == nullptr)
        return {};
    if (!value->is_string()) {
        object.refuse(name, "not a text");
        return {};
    }
    auto secret = moveOut(*value);
    if (secret.size() < minLength || secret.size() > maxLength) {
        object.refuse(name, "length out of range");
        return {};
    }
    return secret;
}

} // namespace

SecretJsonWriter::SecretJsonWriter(std::size_t expected)
{
    out_ = SecretBytes(expected);
    out_.truncate(0);
    raw("{");
}

void SecretJsonWriter::raw(std::string_view value)
{
    out_.append(asBytes(value));
}

void SecretJsonWriter::quoted(std::string_view value)
{
    constexpr std::string_view digits = "0123456789abcdef";
    raw("\"");
    for (const char &c : value) {
        const auto octet = static_cast<unsigned char>(c);
        if (const auto escape = shortEscape(c); !escape.empty()) {
            raw(escape);
        } else if (octet < 0x20) {
            const std::array<char, 6> unicode{'\\', 'u', '0', '0', digits[octet >> 4U], digits[octet & 0xFU]};
            raw({unicode.data(), unicode.size()});
        } else {
            raw({&c, 1});
        }
    }
    raw("\"");
}

void SecretJsonWriter::name(std::string_view name)
{
    if (!first_)
        raw(",");
    first_ = false;
    quoted(name);
    raw(":");
}

void SecretJsonWriter::text(std::string_view name, std::string_view value)
{
    this->name(name);
    quoted(value);
}

void SecretJsonWriter::json(std::string_view name, std::string_view value)
{
    this->name(name);
    raw(value);
}

SecretBytes SecretJsonWriter::finish() &&
{
    raw("}");
    return std::move(out_);
}

SecretBytes takeSecret(JsonObject &object, std::string_view name, std::size_t minLength,
                       std::size_t maxLength)
{
    return checked(object, name, object.member(name), minLength, maxLength);
}

SecretBytes takeOptionalSecret(JsonObject &object, std::string_view name, std::size_t minLength,
                               std::size_t maxLength)
{
    return checked(object, name, object.optionalMember(name), minLength, maxLength);
}

std::vector<SecretBytes> takeSecrets(JsonObject &object, std::string_view name, std::size_t maxCount,
                                     std::size_t maxLength)
{
    const auto *list = object.member(name);
    if (list == nullptr)
        return {};
    if (!list->is_array() || list->size() > maxCount) {
        object.refuse(name, "not a list, or too long");
        return {};
    }
    std::vector<SecretBytes> secrets;
    for (const auto &item : *list)
        secrets.push_back(checked(object, name, &item, 1, maxLength));
    return secrets;
}

} // namespace smartca::protocol
