// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/digest.h"

namespace smartca::pdf {

constexpr std::size_t pdfMaxBytes = 4UL * 1024 * 1024;
/// Octets of CMS that the prepared dictionary leaves room for (twice as many hex digits).
constexpr std::size_t signatureRoom = 16UL * 1024;

/// Where a prepared signature sits in a file: /Contents <000…> and what /ByteRange covers, which is
/// everything else.
struct SignatureSlot {
    std::size_t contentsStart = 0; ///< offset of '<'
    std::size_t contentsEnd = 0;   ///< offset behind '>'
};

struct PrepareOptions {
    std::string title;
    std::string language; ///< BCP 47, /Lang of the catalog
    std::string reason;
    std::string signerName;
    std::int64_t signingTime = 0; ///< /M, Unix seconds
    /// Page (from 0) and rectangle in points of the visible field.
    int page = 0;
    double left = 0, bottom = 0, width = 0, height = 0;
};

/// The service's half: title, language and one signature field with a prepared dictionary (/SubFilter
/// ETSI.CAdES.detached, /ByteRange filled in, 16 KiB of zeros). The result is one revision. Failure:
/// RecordUnreadable.
[[nodiscard]] Result<Bytes> prepareForSigning(BytesView pdf, const PrepareOptions &options);

/// The one unsigned prepared signature of a file. Failure RecordChanged when there is none, more than one, it
/// is filled already, or /ByteRange leaves out anything but the placeholder.
[[nodiscard]] Result<SignatureSlot> findPreparedSlot(BytesView pdf);
/// SHA-256 over what /ByteRange covers.
[[nodiscard]] crypto::Sha256 digestAround(BytesView pdf, const SignatureSlot &slot);
/// Puts the CMS into the placeholder as hex, zeros behind it, and touches nothing else. Failure RecordChanged
/// when it does not fit.
[[nodiscard]] Result<Bytes> fillSlot(BytesView pdf, const SignatureSlot &slot, BytesView cms);

} // namespace smartca::pdf
