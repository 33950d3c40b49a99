// SPDX-License-Identifier: Apache-2.0
#include "crypto/ecdsa_form.h"

#include "crypto/openssl.h"

#include <openssl/ecdsa.h>

namespace smartca::crypto {
namespace {

using Signature = Owned<ECDSA_SIG, ECDSA_SIG_free>;
constexpr int half = 32;
constexpr std::size_t whole = 64; // r ‖ s

} // namespace

std::optional<Bytes> ecdsaDerFromRaw(BytesView raw)
{
    if (raw.size() != whole)
        return std::nullopt;
    const Signature signature(ECDSA_SIG_new());
    auto *const r = BN_bin2bn(raw.data(), half, nullptr);
    auto *const s = BN_bin2bn(raw.data() + half, half, nullptr);
    demand(signature && r != nullptr && s != nullptr && ECDSA_SIG_set0(signature.get(), r, s) == 1,
           "ECDSA signature");
    return encoded(i2d_ECDSA_SIG, signature.get());
}

std::optional<Bytes> ecdsaRawFromDer(BytesView der)
{
    const auto signature = decoded<Signature>(d2i_ECDSA_SIG, der);
    Bytes raw(whole);
    if (!signature || BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), raw.data(), half) != half ||
        BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), raw.data() + half, half) != half)
        return std::nullopt;
    return raw;
}

} // namespace smartca::crypto
