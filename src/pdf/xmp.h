// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace smartca::pdf {

/// What a file says of itself, the same in its information dictionary and in its XMP packet.
struct Metadata {
    std::string title;
    std::string language;  ///< BCP 47
    std::string creator;   ///< the program that made the contents; may be empty
    std::string producer;  ///< the program that wrote the file; may be empty
    std::int64_t time = 0; ///< made and changed, Unix seconds
    bool pdfA1b = false;   ///< the claim of the first writer is kept
};

/// XMP packet (ISO 16684-1) of a file with this metadata.
[[nodiscard]] std::string xmpPacket(const Metadata &metadata);
/// D:20261122024600Z (ISO 32000-1 §7.9.4).
[[nodiscard]] std::string pdfDate(std::int64_t time);
/// Whether a packet claims PDF/A-1b, in the words of QPdfWriter.
[[nodiscard]] bool claimsPdfA1b(std::string_view packet);

} // namespace smartca::pdf
