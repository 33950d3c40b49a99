// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"

#include <array>
#include <optional>

namespace smartca::pdf {

constexpr int signaturesExistAndAppendOnly = 3; ///< /SigFlags of the form, ISO 32000-1 table 219

/// Where the two values that matter stand in a signature dictionary, and what they say.
struct SignatureDictionaryOctets {
    std::size_t contentsStart = 0; ///< offset of '<'
    std::size_t contentsEnd = 0;   ///< offset behind '>'
    Bytes contents;
    std::array<std::size_t, 4> byteRange{};
    std::size_t byteRangeStart = 0; ///< offset of '['
    std::size_t byteRangeEnd = 0;   ///< offset behind ']'
};

/// Reads the indirect object that begins at `offset` octet by octet, beside qpdf and by a grammar much
/// narrower than ISO 32000's: no comments, no escapes in names, no key twice, /ByteRange of four plain
/// numbers, /Contents one hexadecimal string without white space. Nothing when the object is written in any
/// other way: two readers could then take it for two things.
[[nodiscard]] std::optional<SignatureDictionaryOctets>
readSignatureDictionary(BytesView pdf, std::size_t offset, int objectNumber);

} // namespace smartca::pdf
