// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pdf/parsed_file.h"

namespace smartca::pdf {

/// Whether the file's one cross-reference section names every object once. Where it names one twice, readers
/// choose differently (qpdf the first entry, others the last), so that one file shows two documents.
[[nodiscard]] bool namesEveryObjectOnce(const ParsedFile &file, BytesView pdf);

} // namespace smartca::pdf
