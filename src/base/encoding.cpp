// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"

#include <array>

namespace smartca {
namespace {

constexpr std::string_view standardAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view urlAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view hexDigits = "0123456789abcdef";

std::string encode64(BytesView bytes, std::string_view alphabet, bool padded)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const auto byte : bytes) {
        buffer = (buffer << 8U) | byte;
        bits += 8;
        while (bits >= 6) {
            bits -= 6;
            text.push_back(alphabet[(buffer >> static_cast<unsigned>(bits)) & 0x3FU]);
        }
    }
    if (bits > 0)
        text.push_back(alphabet[(buffer << static_cast<unsigned>(6 - bits)) & 0x3FU]);
    while (padded && text.size() % 4 != 0)
        text.push_back('=');
    return text;
}

constexpr std::array<std::int8_t, 256> reverse(std::string_view alphabet)
{
    std::array<std::int8_t, 256> table{};
    for (auto &entry : table)
        entry = -1;
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        table[static_cast<unsigned char>(alphabet[i])] = static_cast<std::int8_t>(i);
    return table;
}

std::optional<Bytes> decode64(std::string_view text, std::string_view alphabet)
{
    if (text.size() % 4 == 1)
        return std::nullopt;
    static constexpr auto standard = reverse(standardAlphabet);
    static constexpr auto url = reverse(urlAlphabet);
    const auto &table = alphabet == urlAlphabet ? url : standard;
    Bytes bytes;
    bytes.reserve(text.size() / 4 * 3 + 2);
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const char c : text) {
        const auto value = table[static_cast<unsigned char>(c)];
        if (value < 0)
            return std::nullopt;
        buffer = (buffer << 6U) | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::uint8_t>(buffer >> static_cast<unsigned>(bits)));
        }
    }
    if ((buffer & ((1U << static_cast<unsigned>(bits)) - 1U)) != 0)
        return std::nullopt;
    return bytes;
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

std::string base64Encode(BytesView bytes)
{
    return encode64(bytes, standardAlphabet, true);
}

std::optional<Bytes> base64Decode(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    for (int i = 0; i < 2 && text.ends_with('='); ++i)
        text.remove_suffix(1);
    return decode64(text, standardAlphabet);
}

std::string base64UrlEncode(BytesView bytes)
{
    return encode64(bytes, urlAlphabet, false);
}

std::optional<Bytes> base64UrlDecode(std::string_view text)
{
    return decode64(text, urlAlphabet);
}

std::string hexEncode(BytesView bytes)
{
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        text.push_back(hexDigits[byte >> 4U]);
        text.push_back(hexDigits[byte & 0xFU]);
    }
    return text;
}

std::optional<Bytes> hexDecode(std::string_view text)
{
    if (text.size() % 2 != 0)
        return std::nullopt;
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = hexValue(text[i]);
        const int low = hexValue(text[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return bytes;
}

} // namespace smartca
