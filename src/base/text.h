// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace smartca {

/// The languages every text of ours exists in.
enum class Language { Vietnamese, English };

/// "vi" or "en" (RFC 5646); anything that is not English is Vietnamese.
[[nodiscard]] Language languageFromTag(std::string_view tag);
[[nodiscard]] std::string_view tagOf(Language language);

/// A text in both languages.
struct Bilingual {
    std::string_view vi;
    std::string_view en;
    [[nodiscard]] std::string_view in(Language language) const
    {
        return language == Language::English ? en : vi;
    }
};

/// True for well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates).
[[nodiscard]] bool isUtf8(std::string_view text);
/// The beginning of a UTF-8 text that fits into `octets`; no character is cut in two.
[[nodiscard]] std::string_view clipped(std::string_view text, std::size_t octets);
/// 0 to 9 of ASCII alone, whatever the locale.
[[nodiscard]] constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
/// Without white space at both ends (ASCII white space and U+00A0).
[[nodiscard]] std::string trimmed(std::string_view text);

} // namespace smartca
