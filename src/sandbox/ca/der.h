// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"
#include "base/clock.h"

#include <initializer_list>

/// Just enough DER (ITU-T X.690) to write what is signed through the HSM, where OpenSSL wants a key in this
/// process.
namespace smartca::sandbox::der {

[[nodiscard]] Bytes tagged(std::uint8_t tag, BytesView content);
[[nodiscard]] Bytes sequence(std::initializer_list<BytesView> members);
/// SET OF: members in ascending order of their encodings (X.690 §11.6).
[[nodiscard]] Bytes setOf(std::vector<Bytes> members);
/// An unsigned number, big-endian; leading zeros are dropped, one is put in front of a set top bit.
[[nodiscard]] Bytes integer(BytesView magnitude);
[[nodiscard]] Bytes integer(std::uint8_t value);
/// "1.2.840.10045.4.3.2". The text is ours and well-formed.
[[nodiscard]] Bytes objectIdentifier(const char *dotted);
[[nodiscard]] Bytes octetString(BytesView content);
[[nodiscard]] Bytes bitString(BytesView content);
[[nodiscard]] Bytes utf8String(std::string_view text);
/// Whole seconds, UTC.
[[nodiscard]] Bytes generalizedTime(UtcTime time);
[[nodiscard]] Bytes contextConstructed(std::uint8_t number, BytesView content);

/// AlgorithmIdentifier of ecdsa-with-SHA256 (RFC 5758 §3.2) and of SHA-256 (RFC 5754 §2, parameters absent).
[[nodiscard]] Bytes ecdsaWithSha256();
[[nodiscard]] Bytes sha256Algorithm();

} // namespace smartca::sandbox::der
