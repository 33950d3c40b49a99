// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"

namespace smartca::pdf {

/// What the octets of a file say before any parser has an opinion (ISO 32000-1 §7.5).
struct Frame {
    bool startsAsPdf = false; ///< "%PDF-1." or "%PDF-2." at the very first octet
    bool endsAsPdf = false;   ///< "%%EOF" with at most one line end behind it
    /// Cross-reference sections closed in the file: 1 for a file written at once, one more for each
    /// incremental update. A linearised file counts 2.
    std::size_t revisions = 0;
};

[[nodiscard]] Frame frameOf(BytesView pdf);

} // namespace smartca::pdf
