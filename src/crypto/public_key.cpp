// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "crypto/ecdsa_form.h"
#include "crypto/failures.h"
#include "crypto/key.h"
#include "crypto/openssl.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <algorithm>

namespace smartca::crypto {
namespace {

using KeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using Number = Owned<BIGNUM, BN_free>;

/// DER of everything before the point in the SubjectPublicKeyInfo of an uncompressed P-256 key, 0x04 included
/// (RFC 5480 §2).
constexpr std::array<std::uint8_t, 27> p256Prefix{0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48,
                                                  0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08, 0x2A, 0x86, 0x48,
                                                  0xCE, 0x3D, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04};
constexpr std::size_t coordinateSize = 32;
constexpr int rsaBitsMost = 4096;
constexpr BN_ULONG rsaExponent = 65537;

bool isP256Spki(BytesView spki)
{
    return spki.size() == p256Prefix.size() + 2 * coordinateSize &&
           std::equal(p256Prefix.begin(), p256Prefix.end(), spki.begin());
}

bool isRsaWeAccept(EVP_PKEY *key)
{
    if (EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA)
        return false;
    const int bits = EVP_PKEY_get_bits(key);
    BIGNUM *raw = nullptr;
    if (bits < rsaBitsLeast || bits > rsaBitsMost ||
        EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_E, &raw) != 1)
        return false;
    const Number exponent(raw);
    return BN_is_word(exponent.get(), rsaExponent) == 1;
}

bool isKeyWeAccept(EVP_PKEY *key)
{
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_EC)
        return isP256Spki(encoded(i2d_PUBKEY, key));
    return isRsaWeAccept(key);
}

} // namespace

std::string_view nameOf(KeyKind kind)
{
    switch (kind) {
    case KeyKind::P256:
        return "p256";
    case KeyKind::Rsa2048:
        return "rsa2048";
    case KeyKind::Rsa3072:
        return "rsa3072";
    }
    return {};
}

std::optional<KeyKind> keyKindFromName(std::string_view name)
{
    for (const auto kind : {KeyKind::P256, KeyKind::Rsa2048, KeyKind::Rsa3072})
        if (name == nameOf(kind))
            return kind;
    return std::nullopt;
}

void PkeyDeleter::operator()(EVP_PKEY *key) const noexcept
{
    EVP_PKEY_free(key);
}

PublicKey::PublicKey(PkeyPtr key) : key_(std::move(key)) {}

PublicKey::PublicKey(const PublicKey &other) : key_(other.key_.get())
{
    if (key_)
        EVP_PKEY_up_ref(key_.get()); // the key itself is never changed: both may hold it
}

PublicKey &PublicKey::operator=(const PublicKey &other)
{
    auto copy = other;
    key_.swap(copy.key_);
    return *this;
}

Result<PublicKey> PublicKey::fromSpki(BytesView der)
{
    const QuietErrors quiet;
    auto key = decoded<PkeyPtr>(d2i_PUBKEY, der);
    if (!key)
        return unreadable("not a public key");
    if (!isKeyWeAccept(key.get()))
        return unreadable("a public key of a kind we refuse");
    const auto again = encoded(i2d_PUBKEY, key.get());
    if (!std::equal(again.begin(), again.end(), der.begin(), der.end()))
        return unreadable("a public key that is not DER");
    return PublicKey(std::move(key));
}

Result<PublicKey> PublicKey::fromJwk(const Json &jwk)
{
    JsonObject object(jwk, "JWK");
    if (object.text("kty", 1, 16) != "EC")
        object.refuse("kty", "only EC");
    if (object.text("crv", 1, 16) != "P-256")
        object.refuse("crv", "only P-256");
    const auto x = object.base64Url("x", coordinateSize);
    const auto y = object.base64Url("y", coordinateSize);
    if (object.good() && (x.size() != coordinateSize || y.size() != coordinateSize))
        object.refuse("x", "a coordinate is not 32 octets"); // RFC 7518 §6.2.1.2
    Bytes spki(p256Prefix.begin(), p256Prefix.end());
    spki.insert(spki.end(), x.begin(), x.end());
    spki.insert(spki.end(), y.begin(), y.end());
    auto key = fromSpki(spki);
    if (!key)
        object.refuse("x", "not a point of the curve");
    SMARTCA_CHECK(object.finish(true));
    return key;
}

KeyKind PublicKey::kind() const
{
    if (EVP_PKEY_get_base_id(key_.get()) == EVP_PKEY_EC)
        return KeyKind::P256;
    return EVP_PKEY_get_bits(key_.get()) < 3072 ? KeyKind::Rsa2048 : KeyKind::Rsa3072;
}

Bytes PublicKey::spki() const
{
    return encoded(i2d_PUBKEY, key_.get());
}

Json PublicKey::jwk() const
{
    const auto der = spki();
    demand(isP256Spki(der), "a JWK of a key that is not P-256");
    const auto point = BytesView(der).last(2 * coordinateSize);
    Json jwk = Json::object();
    jwk["crv"] = "P-256";
    jwk["kty"] = "EC";
    jwk["x"] = base64UrlEncode(point.first(coordinateSize));
    jwk["y"] = base64UrlEncode(point.last(coordinateSize));
    return jwk;
}

std::string PublicKey::thumbprint() const
{
    // RFC 7638 §3: the required members in lexicographic order, no white space: just how jwk() orders them.
    return base64UrlEncode(sha256(asBytes(toText(jwk()))));
}

bool PublicKey::verify(BytesView data, BytesView signature, EcdsaForm form) const
{
    return verifyDigest(sha256(data), signature, form);
}

bool PublicKey::verifyDigest(const Sha256 &digest, BytesView signature, EcdsaForm form) const
{
    const QuietErrors quiet;
    if (!isKeyWeAccept(key_.get()))
        return false;
    Bytes der;
    if (kind() == KeyKind::P256 && form == EcdsaForm::Raw) {
        auto converted = ecdsaDerFromRaw(signature);
        if (!converted)
            return false;
        der = std::move(*converted);
        signature = der;
    }
    const KeyContext context(EVP_PKEY_CTX_new(key_.get(), nullptr));
    return context && EVP_PKEY_verify_init(context.get()) == 1 &&
           (kind() == KeyKind::P256 || EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1) &&
           EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) == 1 &&
           EVP_PKEY_verify(context.get(), signature.data(), signature.size(), digest.data(), digest.size()) ==
               1;
}

} // namespace smartca::crypto
