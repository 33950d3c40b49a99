// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/result.h"

#include <vector>

namespace smartca::sandbox {

struct InlineImage {
    std::string contentId; ///< "qr@smartca": <img src="cid:qr@smartca">
    std::string type;      ///< "image/png"
    std::string name;      ///< file name shown by mail programs that do not show it inline
    Bytes data;
};

/// A mail before it is one. Texts are UTF-8 with "\n" between lines.
struct MailContent {
    std::string fromName;
    std::string fromAddress;
    std::string toName;
    std::string toAddress;
    std::string subject;
    std::string text;
    std::string html;
    std::vector<InlineImage> images;
    std::string language;  ///< "vi", "en": Content-Language
    std::string messageId; ///< without angle brackets
    UtcTime date;
};

/// RFC 5322 and MIME: multipart/alternative of the text and the HTML (RFC 2046 §5.1.4), the HTML together
/// with its images in multipart/related (RFC 2387); header texts as encoded words (RFC 2047), bodies
/// quoted-printable or base64; lines end with CRLF and have at most 76 characters. Failure SVC-101 when a
/// header would hold CR, LF or another control character.
[[nodiscard]] Result<std::string> composeMime(const MailContent &mail);

/// RFC 2045 §6.7.
[[nodiscard]] std::string quotedPrintable(std::string_view text);
/// A header text as it is when it is printable ASCII, else as encoded words folded over lines. `column`:
/// where the text begins in its line.
[[nodiscard]] std::string encodedHeader(std::string_view text, std::size_t column);

} // namespace smartca::sandbox
