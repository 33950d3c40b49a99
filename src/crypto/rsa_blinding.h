// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/numbers.h"

#include <optional>

/// Private to this room.
namespace smartca::crypto {

/// Base blinding (Kocher, CRYPTO '96): the private key works on value · r^e, which nobody outside knows, and
/// its answer is multiplied by r^-1. A new r of 256 bits for every signature.
///
/// OpenSSL blinds too, with an r as long as the modulus. Its inverse, in constant time, takes a fifth of a
/// signature with a key of 3072 bits (0.45 of 2.4 ms), and each key that is newly read needs one. Of a short
/// r it takes 0.03 ms: r^-1 = (1 + n·k) / r with k = -n^-1 mod r. What is inverted is no longer than r, the
/// division leaves no rest. There are 2^254 of them, about 2^128 for who meets in the middle, and what one of
/// them hides is a single signature's computation.
class RsaBlinding {
public:
    /// For modulus and public exponent. Nothing where n is even or shares a factor with r: no modulus does.
    [[nodiscard]] static std::optional<RsaBlinding> fresh(const BIGNUM *n, const BIGNUM *e);

    /// value · r^e mod n, in place; 0 ≤ value < n.
    void blind(BIGNUM *value);
    /// value · r^-1 mod n, in place.
    void unblind(BIGNUM *value);

private:
    RsaBlinding() = default;
    void multiply(BIGNUM *value, const BIGNUM *factor);

    using Montgomery = Owned<BN_MONT_CTX, BN_MONT_CTX_free>;
    NumberContext context_;
    Montgomery montgomery_;
    SecretNumber blinding_;   ///< r^e, in Montgomery's form like the next
    SecretNumber unblinding_; ///< r^-1
};

} // namespace smartca::crypto
