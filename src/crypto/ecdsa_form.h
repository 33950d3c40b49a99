// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"

#include <optional>

/// Private to this room: between the two ways ECDSA signatures of P-256 travel.
namespace smartca::crypto {

/// Nothing unless it is exactly 64 octets (RFC 7518 §3.4).
[[nodiscard]] std::optional<Bytes> ecdsaDerFromRaw(BytesView raw);
[[nodiscard]] std::optional<Bytes> ecdsaRawFromDer(BytesView der);

} // namespace smartca::crypto
