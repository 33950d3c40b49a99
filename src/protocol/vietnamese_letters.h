// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

/// Vietnamese letters taken apart, and UTF-8 read one code point at a time.
namespace smartca::protocol {

/// A letter as an input method put it together. Marks are named by the Telex key that makes them.
struct Letter {
    char base = 0;  ///< ASCII letter, case kept
    char shape = 0; ///< 'A' 'E' 'O' (circumflex), 'W' (breve, horn), 'D' (stroke), or 0
    char tone = 0;  ///< 'S' 'F' 'R' 'X' 'J', or 0
};

/// Nothing for code points that are no Vietnamese letter with a mark.
[[nodiscard]] std::optional<Letter> takenApart(char32_t point);
/// A combining mark (decomposed text) is added to the letter before it; false when it is none of ours.
bool addCombiningMark(Letter &letter, char32_t mark);

/// Takes the next code point off the front; octets that are no UTF-8 come one by one as U+FFFD.
[[nodiscard]] char32_t takeCodePoint(std::string_view &text);

/// ASCII for full-width forms and for the many dashes and spaces of mail programs; 0 for what has no width;
/// other points as they are.
[[nodiscard]] char32_t plainForm(char32_t point);

} // namespace smartca::protocol
