// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/key.h"

#include <array>
#include <optional>

/// Private to this room: keys between their DER and OpenSSL. OpenSSL's own decoders try every format for
/// every key (measured: 100 µs for a public and 380 µs for a private one, 10 µs here), and a service reads
/// several for each signature. Only the one form that a key we accept has in DER is read here.
namespace smartca::crypto::key_parts {

constexpr std::size_t coordinateSize = 32;
constexpr std::size_t pointSize = 1 + 2 * coordinateSize;

[[nodiscard]] bool isP256Spki(BytesView spki);
/// X ‖ Y of a P-256 key's SubjectPublicKeyInfo.
[[nodiscard]] BytesView coordinatesOf(BytesView p256Spki);
[[nodiscard]] Bytes p256Spki(BytesView coordinates);

/// Of a key we accept; any other is called by what it is nearest to.
[[nodiscard]] KeyKind kindOf(EVP_PKEY *key);
/// P-256 uncompressed (RFC 5480 §2) on the curve, or RSA (RFC 3279 §2.3.1) of 2048 to 4096 bits with e =
/// 65537; null for anything else.
[[nodiscard]] PkeyPtr publicKeyFromSpki(BytesView spki);
/// The public half; DER SubjectPublicKeyInfo, of keys we accept as publicKeyFromSpki() reads it. Empty for
/// what has none, as the point at infinity.
[[nodiscard]] Bytes spkiOf(EVP_PKEY *key);

/// PKCS#8 (RFC 5958 version 1) as toPkcs8() writes it: P-256 with its point, RSA as above with its CRT
/// numbers (RFC 8017 A.1.2). Null for another form, which need not be a bad one.
[[nodiscard]] PkeyPtr privateKeyFromPkcs8(BytesView pkcs8);
/// n, e, d, p, q, d mod (p − 1), d mod (q − 1), q^-1 mod p: big-endian, without zeros in front.
using RsaNumbers = std::array<BytesView, 8>;
/// Those of an RSA key in that form; they lead into `pkcs8`.
[[nodiscard]] std::optional<RsaNumbers> rsaNumbersFromPkcs8(BytesView pkcs8);
/// Whether the private number of a P-256 key is one (1 to n − 1); for keys that others have read.
[[nodiscard]] bool hasScalarInRange(EVP_PKEY *key);
/// From a private number of 32 octets, big-endian, and the octets of its point. Null when it is not 1 to n
/// − 1.
[[nodiscard]] PkeyPtr p256KeyPair(BytesView scalar, BytesView point);

} // namespace smartca::crypto::key_parts
