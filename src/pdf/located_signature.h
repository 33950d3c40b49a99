// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pdf/parsed_file.h"
#include "pdf/signature_field.h"
#include "pdf/verify.h"

namespace smartca::pdf {

/// The one signature of a file, found by qpdf's reading of the structure and by ours of the octets, which
/// must agree.
struct LocatedSignature {
    SignatureSlot slot;
    Bytes contents; ///< what the whole placeholder holds
};

/// Everything about the signature but its cryptography: exactly one field with exactly one dictionary in the
/// whole file, PAdES (ETSI EN 319 142-1 §5), /ByteRange that leaves out /Contents alone, one revision. Throws
/// what qpdf throws.
[[nodiscard]] tl::expected<LocatedSignature, SignatureProblem> locateSignature(const ParsedFile &file,
                                                                               BytesView pdf);

} // namespace smartca::pdf
