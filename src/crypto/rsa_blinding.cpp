// SPDX-License-Identifier: Apache-2.0
#include "crypto/rsa_blinding.h"

namespace smartca::crypto {
namespace {

constexpr int blinderBits = 256;

SecretNumber newNumber()
{
    SecretNumber number(BN_new());
    demand(number != nullptr, "no memory for a number");
    BN_set_flags(number.get(), BN_FLG_CONSTTIME); // functions without branches on it, where there are two
    return number;
}

/// Odd, so that it has its full length and no small trouble.
SecretNumber blinder()
{
    auto r = newNumber();
    demand(BN_priv_rand(r.get(), blinderBits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ODD) == 1, "randomness");
    return r;
}

/// r^-1 mod n; false where there is none.
bool invert(BIGNUM *inverse, const BIGNUM *r, const BIGNUM *n, BN_CTX *context)
{
    const auto rest = newNumber();
    const auto k = newNumber();
    return BN_nnmod(rest.get(), n, r, context) == 1 &&
           BN_mod_inverse(inverse, rest.get(), r, context) != nullptr && BN_sub(k.get(), r, inverse) == 1 &&
           BN_mul(k.get(), k.get(), n, context) == 1 && BN_add_word(k.get(), 1) == 1 &&
           BN_div(inverse, rest.get(), k.get(), r, context) == 1 && BN_is_zero(rest.get()) == 1;
}

/// r^e mod n, in Montgomery's form, by the bits of e: everybody knows those. OpenSSL's own power without
/// branches on a base that is to stay secret hides the exponent too, at five times the cost.
bool raise(BIGNUM *power, const BIGNUM *r, const BIGNUM *e, BN_MONT_CTX *montgomery, BN_CTX *context)
{
    const auto base = newNumber();
    bool good =
        BN_to_montgomery(base.get(), r, montgomery, context) == 1 && BN_copy(power, base.get()) != nullptr;
    for (int bit = BN_num_bits(e) - 2; good && bit >= 0; --bit) {
        good = BN_mod_mul_montgomery(power, power, power, montgomery, context) == 1 &&
               (BN_is_bit_set(e, bit) == 0 ||
                BN_mod_mul_montgomery(power, power, base.get(), montgomery, context) == 1);
    }
    return good;
}

} // namespace

std::optional<RsaBlinding> RsaBlinding::fresh(const BIGNUM *n, const BIGNUM *e)
{
    RsaBlinding pair;
    pair.context_.reset(BN_CTX_new());
    pair.montgomery_.reset(BN_MONT_CTX_new());
    pair.blinding_ = newNumber();
    pair.unblinding_ = newNumber();
    auto *const context = pair.context_.get();
    auto *const montgomery = pair.montgomery_.get();
    demand(context != nullptr && montgomery != nullptr, "no memory for numbers");
    const auto r = blinder();
    const bool good =
        BN_MONT_CTX_set(montgomery, n, context) == 1 && invert(pair.unblinding_.get(), r.get(), n, context) &&
        raise(pair.blinding_.get(), r.get(), e, montgomery, context) &&
        BN_to_montgomery(pair.unblinding_.get(), pair.unblinding_.get(), montgomery, context) == 1;
    return good ? std::optional(std::move(pair)) : std::nullopt;
}

void RsaBlinding::blind(BIGNUM *value)
{
    multiply(value, blinding_.get());
}

void RsaBlinding::unblind(BIGNUM *value)
{
    multiply(value, unblinding_.get());
}

void RsaBlinding::multiply(BIGNUM *value, const BIGNUM *factor)
{
    demand(BN_mod_mul_montgomery(value, value, factor, montgomery_.get(), context_.get()) == 1, "blinding");
}

} // namespace smartca::crypto
