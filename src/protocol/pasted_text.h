// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret_bytes.h"

#include <string_view>

namespace smartca::protocol {

/// A pasted text made plain enough to search: one octet per character, in secure memory. Tags become a space,
/// HTML entities their character, letters with marks their ASCII letter with `marked` set (labels are
/// compared without it, values may not have it), white space a space, line ends '\n', anything else `other`.
[[nodiscard]] SecretBytes plainText(std::string_view pasted);

constexpr unsigned char marked = 0x80;
constexpr char other = 0x01;

/// The ASCII letter in lower case, the mark left out.
[[nodiscard]] char foldedLetter(char c);

/// The text without ASCII white space at its ends, borrowed: what people paste is not copied about.
[[nodiscard]] std::string_view withoutSpaceAround(std::string_view text);

} // namespace smartca::protocol
