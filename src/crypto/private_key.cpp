// SPDX-License-Identifier: Apache-2.0
#include "crypto/ecdsa_form.h"
#include "crypto/failures.h"
#include "crypto/key.h"
#include "crypto/key_parts.h"
#include "crypto/numbers.h"
#include "crypto/openssl.h"

#include <openssl/ec.h>
#include <openssl/encoder.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace smartca::crypto {
namespace {

using KeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using Group = Owned<EC_GROUP, EC_GROUP_free>;
using Point = Owned<EC_POINT, EC_POINT_free>;
using KeyInfo = Owned<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>;
using Encoder = Owned<OSSL_ENCODER_CTX, OSSL_ENCODER_CTX_free>;

/// k = (okm mod (n − 1)) + 1 in secure memory; the reduction takes the same time for every okm
/// (BN_FLG_CONSTTIME picks the division without branches on the number).
SecretNumber scalarFrom(const SecretBytes &okm, const EC_GROUP *group)
{
    const NumberContext context(BN_CTX_secure_new());
    SecretNumber material(BN_secure_new());
    SecretNumber scalar(BN_secure_new());
    const SecretNumber orderLessOne(BN_dup(EC_GROUP_get0_order(group)));
    demand(context && material && scalar && orderLessOne, "no memory for a key");
    BN_set_flags(material.get(), BN_FLG_CONSTTIME);
    BN_set_flags(scalar.get(), BN_FLG_CONSTTIME);
    demand(BN_sub_word(orderLessOne.get(), 1) == 1 &&
               BN_bin2bn(okm.view().data(), static_cast<int>(okm.size()), material.get()) != nullptr &&
               BN_mod(scalar.get(), material.get(), orderLessOne.get(), context.get()) == 1 &&
               BN_add_word(scalar.get(), 1) == 1,
           "key derivation");
    return scalar;
}

std::array<std::uint8_t, key_parts::pointSize> publicPointOf(const BIGNUM *scalar, const EC_GROUP *group)
{
    const NumberContext context(BN_CTX_secure_new());
    const Point point(EC_POINT_new(group));
    std::array<std::uint8_t, key_parts::pointSize> octets{};
    demand(context && point &&
               EC_POINT_mul(group, point.get(), scalar, nullptr, nullptr, context.get()) == 1 &&
               EC_POINT_point2oct(group, point.get(), POINT_CONVERSION_UNCOMPRESSED, octets.data(),
                                  octets.size(), context.get()) == octets.size(),
           "key derivation");
    return octets;
}

} // namespace

PrivateKey::PrivateKey(PkeyPtr key) : key_(std::move(key)) {}

PrivateKey PrivateKey::generate(KeyKind kind)
{
    PkeyPtr key;
    switch (kind) {
    case KeyKind::P256:
        key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
        break;
    case KeyKind::Rsa2048:
        key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{2048}));
        break;
    case KeyKind::Rsa3072:
        key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{3072}));
        break;
    }
    demand(key != nullptr, "key generation");
    return PrivateKey(std::move(key));
}

Result<PrivateKey> PrivateKey::fromPkcs8(BytesView der)
{
    if (auto usual = key_parts::privateKeyFromPkcs8(der))
        return PrivateKey(std::move(usual));
    const QuietErrors quiet;
    const auto info = decoded<KeyInfo>(d2i_PKCS8_PRIV_KEY_INFO, der);
    PkeyPtr key(info ? EVP_PKCS82PKEY(info.get()) : nullptr);
    if (!key)
        return unreadable("not a private key");
    if (EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_EC && !key_parts::hasScalarInRange(key.get()))
        return unreadable("a private number out of range");
    SMARTCA_CHECK(PublicKey::fromSpki(key_parts::spkiOf(key.get()))); // of a kind we accept
    return PrivateKey(std::move(key));
}

Result<PrivateKey> PrivateKey::p256FromKeyMaterial(const SecretBytes &okm)
{
    if (okm.size() != keyMaterialSize)
        return unreadable("key material of the wrong length");
    const Group group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
    demand(group != nullptr, "P-256");
    const auto scalar = scalarFrom(okm, group.get());
    SecretBytes octets(key_parts::coordinateSize);
    const int size = static_cast<int>(octets.size());
    demand(BN_bn2binpad(scalar.get(), octets.data(), size) == size, "key derivation");
    auto key = key_parts::p256KeyPair(octets.view(), publicPointOf(scalar.get(), group.get()));
    demand(key != nullptr, "key derivation");
    return PrivateKey(std::move(key));
}

SecretBytes PrivateKey::toPkcs8() const
{
    // Not EVP_PKEY2PKCS8: that one frees an intermediate copy of the key without wiping it.
    const Encoder encoder(
        OSSL_ENCODER_CTX_new_for_pkey(key_.get(), EVP_PKEY_KEYPAIR, "DER", "PrivateKeyInfo", nullptr));
    unsigned char *der = nullptr;
    std::size_t size = 0;
    demand(encoder && OSSL_ENCODER_to_data(encoder.get(), &der, &size) == 1, "key encoding");
    SecretBytes octets(BytesView(der, size));
    OPENSSL_clear_free(der, size);
    return octets;
}

PublicKey PrivateKey::publicKey() const
{
    // By way of its encoding, so that a public key never drags the private one along.
    const auto spki = key_parts::spkiOf(key_.get());
    if (auto usual = PublicKey::fromSpki(spki))
        return std::move(*usual);
    auto key = decoded<PkeyPtr>(d2i_PUBKEY, spki);
    demand(key != nullptr, "public key encoding");
    return PublicKey(std::move(key));
}

Result<Bytes> PrivateKey::signDigest(const Sha256 &digest, EcdsaForm form)
{
    const QuietErrors quiet;
    const bool rsa = EVP_PKEY_get_base_id(key_.get()) == EVP_PKEY_RSA;
    const KeyContext context(EVP_PKEY_CTX_new(key_.get(), nullptr));
    std::size_t size = static_cast<std::size_t>(EVP_PKEY_get_size(key_.get()));
    Bytes signature(size);
    if (!context || EVP_PKEY_sign_init(context.get()) != 1 ||
        (rsa && (EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) != 1 ||
                 EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) != 1)) ||
        EVP_PKEY_sign(context.get(), signature.data(), &size, digest.data(), digest.size()) != 1)
        return keyUnusable("the key did not sign");
    signature.resize(size);
    if (rsa || form == EcdsaForm::Der)
        return signature;
    auto raw = ecdsaRawFromDer(signature);
    demand(raw.has_value(), "ECDSA signature");
    return std::move(*raw);
}

} // namespace smartca::crypto
