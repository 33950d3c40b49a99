// SPDX-License-Identifier: Apache-2.0
// Compiled with OPENSSL_SUPPRESS_DEPRECATED: only the older interface of OpenSSL lets go of its own blinding.
#include "crypto/sign_once.h"

#include "crypto/failures.h"
#include "crypto/key_parts.h"
#include "crypto/rsa_blinding.h"

#include <openssl/rsa.h>

namespace smartca::crypto {
namespace {

using RsaKey = Owned<RSA, RSA_free>;

/// DER of a DigestInfo of SHA-256 before the digest (RFC 8017 §9.2, note 1).
constexpr std::array<std::uint8_t, 19> digestInfoPrefix{0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60,
                                                        0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02,
                                                        0x01, 0x05, 0x00, 0x04, 0x20};

/// EMSA-PKCS1-v1_5 (RFC 8017 §9.2).
Bytes encodedMessage(const Sha256 &digest, std::size_t size)
{
    Bytes message(size, 0xFF);
    message[0] = 0x00;
    message[1] = 0x01;
    const auto info = message.end() - static_cast<std::ptrdiff_t>(digestInfoPrefix.size() + digest.size());
    *std::prev(info) = 0x00;
    std::copy(digest.begin(), digest.end(),
              std::copy(digestInfoPrefix.begin(), digestInfoPrefix.end(), info));
    return message;
}

SecretNumber number(BytesView bigEndian)
{
    SecretNumber read(BN_bin2bn(bigEndian.data(), static_cast<int>(bigEndian.size()), nullptr));
    demand(read != nullptr, "no memory for a number");
    return read;
}

/// Without OpenSSL's blinding. Each number belongs to the key and is wiped with it.
RsaKey unblindedKey(const key_parts::RsaNumbers &numbers)
{
    RsaKey key(RSA_new());
    std::array<BIGNUM *, std::tuple_size_v<key_parts::RsaNumbers>> own{};
    std::ranges::transform(numbers, own.begin(), [](BytesView octets) { return number(octets).release(); });
    demand(key && RSA_set0_key(key.get(), own[0], own[1], own[2]) == 1 &&
               RSA_set0_factors(key.get(), own[3], own[4]) == 1 &&
               RSA_set0_crt_params(key.get(), own[5], own[6], own[7]) == 1,
           "key reading");
    RSA_set_flags(key.get(), RSA_FLAG_NO_BLINDING);
    return key;
}

/// RSASP1 (RFC 8017 §5.2.1) on octets as long as the modulus, in place. OpenSSL raises to the power without
/// branches on the key, and looks at the outcome by way of the public exponent.
bool apply(RSA *key, Bytes &octets)
{
    const int size = static_cast<int>(octets.size());
    return RSA_private_encrypt(size, octets.data(), octets.data(), key, RSA_NO_PADDING) == size;
}

Result<Bytes> signWithRsa(const key_parts::RsaNumbers &numbers, const Sha256 &digest)
{
    const QuietErrors quiet;
    const auto key = unblindedKey(numbers);
    auto blinding = RsaBlinding::fresh(RSA_get0_n(key.get()), RSA_get0_e(key.get()));
    if (!blinding)
        return unreadable("not a modulus");
    Bytes octets = encodedMessage(digest, numbers[0].size());
    const int size = static_cast<int>(octets.size());
    auto value = number(octets);
    blinding->blind(value.get());
    demand(BN_bn2binpad(value.get(), octets.data(), size) == size, "RSA");
    if (!apply(key.get(), octets))
        return keyUnusable("the key did not sign");
    demand(BN_bin2bn(octets.data(), size, value.get()) != nullptr, "RSA");
    blinding->unblind(value.get());
    demand(BN_bn2binpad(value.get(), octets.data(), size) == size, "RSA");
    return octets;
}

} // namespace

Result<Bytes> signDigestOnce(BytesView pkcs8, const Sha256 &digest)
{
    if (const auto numbers = key_parts::rsaNumbersFromPkcs8(pkcs8))
        return signWithRsa(*numbers, digest);
    SMARTCA_TRY(auto key, PrivateKey::fromPkcs8(pkcs8));
    return key.signDigest(digest, EcdsaForm::Der);
}

} // namespace smartca::crypto
