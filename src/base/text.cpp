// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <algorithm>
#include <cstdint>

namespace smartca {

Language languageFromTag(std::string_view tag)
{
    return tag == "en" || tag.starts_with("en-") || tag.starts_with("en_") ? Language::English
                                                                           : Language::Vietnamese;
}

std::string_view tagOf(Language language)
{
    return language == Language::English ? "en" : "vi";
}

bool isUtf8(std::string_view text)
{
    std::size_t i = 0;
    while (i < text.size()) {
        const auto first = static_cast<std::uint8_t>(text[i]);
        std::size_t more = 0;
        std::uint32_t point = 0;
        std::uint32_t smallest = 0;
        if (first < 0x80) {
            ++i;
            continue;
        }
        if ((first & 0xE0U) == 0xC0U) {
            more = 1, point = first & 0x1FU, smallest = 0x80;
        } else if ((first & 0xF0U) == 0xE0U) {
            more = 2, point = first & 0x0FU, smallest = 0x800;
        } else if ((first & 0xF8U) == 0xF0U) {
            more = 3, point = first & 0x07U, smallest = 0x10000;
        } else {
            return false;
        }
        if (text.size() - i <= more)
            return false;
        for (std::size_t k = 1; k <= more; ++k) {
            const auto next = static_cast<std::uint8_t>(text[i + k]);
            if ((next & 0xC0U) != 0x80U)
                return false;
            point = (point << 6U) | (next & 0x3FU);
        }
        if (point < smallest || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
            return false;
        i += more + 1;
    }
    return true;
}

std::string_view clipped(std::string_view text, std::size_t octets)
{
    auto length = std::min(text.size(), octets);
    while (length < text.size() && length > 0 && (static_cast<std::uint8_t>(text[length]) & 0xC0U) == 0x80U)
        --length;
    return text.substr(0, length);
}

std::string trimmed(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n\f\v";
    bool changed = true;
    while (changed && !text.empty()) {
        changed = false;
        if (space.find(text.front()) != std::string_view::npos) {
            text.remove_prefix(1), changed = true;
        } else if (text.starts_with("\xC2\xA0")) {
            text.remove_prefix(2), changed = true;
        } else if (space.find(text.back()) != std::string_view::npos) {
            text.remove_suffix(1), changed = true;
        } else if (text.ends_with("\xC2\xA0")) {
            text.remove_suffix(2), changed = true;
        }
    }
    return std::string(text);
}

} // namespace smartca
