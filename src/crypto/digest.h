// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/secret_bytes.h"

#include <array>

namespace smartca::crypto {

using Sha256 = std::array<std::uint8_t, 32>;

[[nodiscard]] Sha256 sha256(BytesView data);
/// SHA-256 of the parts one after the other, without joining them.
[[nodiscard]] Sha256 sha256(std::initializer_list<BytesView> parts);
/// RFC 2104 with SHA-256 over the parts one after the other.
[[nodiscard]] Sha256 hmacSha256(BytesView key, std::initializer_list<BytesView> parts);
/// RFC 5869 with SHA-256, extract and expand.
[[nodiscard]] SecretBytes hkdfSha256(BytesView inputKey, BytesView salt, BytesView info, std::size_t length);
/// Compares in constant time.
[[nodiscard]] bool equalConstantTime(BytesView a, BytesView b);

} // namespace smartca::crypto
