// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/secret_bytes.h"

namespace smartca::crypto {

/// AES-256-GCM: nonce (12) ‖ ciphertext ‖ tag (16). `context` is authenticated, not stored: name there what
/// the box is for.
[[nodiscard]] Bytes seal(const SecretBytes &key, BytesView context, BytesView plain);
/// Nothing when the box was not sealed with this key and context, or was changed.
[[nodiscard]] std::optional<SecretBytes> open(const SecretBytes &key, BytesView context, BytesView box);

/// AES-256 key wrap with padding (RFC 5649, AES-KWP).
[[nodiscard]] Bytes wrapKey(const SecretBytes &wrappingKey, BytesView key);
[[nodiscard]] std::optional<SecretBytes> unwrapKey(const SecretBytes &wrappingKey, BytesView wrapped);

} // namespace smartca::crypto
