// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pdf/parsed_file.h"

namespace smartca::pdf {

/// Whether the file is written without a gap: header, the objects one behind the other, the one
/// cross-reference table that names each of them once and where it begins, trailer, end. Between them stands
/// white space alone, nowhere a comment but the line that marks the file as binary. What a gap or one object
/// inside another could hold, a reader that repairs would show. Reads octet by octet, beside qpdf and by a
/// narrower grammar: a stream gives its /Length as a plain number.
[[nodiscard]] bool isGapless(const ParsedFile &file, BytesView pdf);

} // namespace smartca::pdf
