// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/key.h"

namespace smartca::crypto {

/// A signature by a key that is read for this alone and wiped after it: RSASSA-PKCS1-v1_5 with SHA-256
/// (RFC 8017 §8.2.1) or ECDSA (DER). `pkcs8` as PrivateKey::toPkcs8 writes it. Failures as of
/// PrivateKey::fromPkcs8 and signDigest, whose answers it gives; only sooner, where the key is RSA.
[[nodiscard]] Result<Bytes> signDigestOnce(BytesView pkcs8, const Sha256 &digest);

} // namespace smartca::crypto
