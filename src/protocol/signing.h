// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/key.h"

/// What both sides put into a SAD and derive from it, said once.
namespace smartca::protocol {

/// `hal` of a SAD.
inline constexpr std::string_view sha256Oid = "2.16.840.1.101.3.4.2.1";
/// `rp` of the acceptance record, which the service itself asks for.
inline constexpr std::string_view ownRelyingParty = "smartca";

/// `alg` of a SAD for a key of this kind.
[[nodiscard]] std::string_view signAlgorithmOf(crypto::KeyKind kind);

/// The nonce a signature's time stamp must carry: the first 16 octets of SHA-256 over the challenge's text,
/// as a number, that is without leading zeros.
[[nodiscard]] Bytes timeStampNonceOf(std::string_view challenge);

} // namespace smartca::protocol
