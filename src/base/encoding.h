// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"

#include <optional>

namespace smartca {

/// RFC 4648 §4, with padding.
[[nodiscard]] std::string base64Encode(BytesView bytes);
/// Strict: padding required, no white space, no stray bits. Nothing when the text is not base64.
[[nodiscard]] std::optional<Bytes> base64Decode(std::string_view text);
/// RFC 4648 §5, without padding (RFC 7515 §2).
[[nodiscard]] std::string base64UrlEncode(BytesView bytes);
/// Strict: no padding, no stray bits in the last character.
[[nodiscard]] std::optional<Bytes> base64UrlDecode(std::string_view text);
/// Lower case.
[[nodiscard]] std::string hexEncode(BytesView bytes);
[[nodiscard]] std::optional<Bytes> hexDecode(std::string_view text);

} // namespace smartca
