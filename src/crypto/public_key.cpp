// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "crypto/ecdsa_form.h"
#include "crypto/failures.h"
#include "crypto/key.h"
#include "crypto/key_parts.h"
#include "crypto/openssl.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <algorithm>

namespace smartca::crypto {
namespace {

using KeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;

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

PublicKey::PublicKey(PkeyPtr key, Bytes spki, bool accepted)
    : key_(std::move(key)), spki_(std::move(spki)), kind_(key_parts::kindOf(key_.get())), accepted_(accepted)
{}

PublicKey::PublicKey(PkeyPtr key)
    : key_(std::move(key)),
      spki_(key_parts::spkiOf(key_.get())),
      kind_(key_parts::kindOf(key_.get())),
      accepted_(key_parts::publicKeyFromSpki(spki_) != nullptr)
{}

PublicKey::PublicKey(const PublicKey &other)
    : key_(other.key_.get()), spki_(other.spki_), kind_(other.kind_), accepted_(other.accepted_)
{
    if (key_)
        EVP_PKEY_up_ref(key_.get()); // the key itself is never changed: both may hold it
}

PublicKey &PublicKey::operator=(const PublicKey &other)
{
    auto copy = other;
    *this = std::move(copy);
    return *this;
}

Result<PublicKey> PublicKey::fromSpki(BytesView der)
{
    auto key = key_parts::publicKeyFromSpki(der);
    if (!key)
        return unreadable("not a public key, not DER, or of a kind we refuse");
    return PublicKey(std::move(key), toBytes(der), true);
}

Result<PublicKey> PublicKey::fromJwk(const Json &jwk)
{
    JsonObject object(jwk, "JWK");
    if (object.text("kty", 1, 16) != "EC")
        object.refuse("kty", "only EC");
    if (object.text("crv", 1, 16) != "P-256")
        object.refuse("crv", "only P-256");
    auto point = object.base64Url("x", key_parts::coordinateSize);
    const auto y = object.base64Url("y", key_parts::coordinateSize);
    if (object.good() && (point.size() != key_parts::coordinateSize || y.size() != key_parts::coordinateSize))
        object.refuse("x", "a coordinate is not 32 octets"); // RFC 7518 §6.2.1.2
    point.insert(point.end(), y.begin(), y.end());
    auto key = fromSpki(key_parts::p256Spki(point));
    if (!key)
        object.refuse("x", "not a point of the curve");
    SMARTCA_CHECK(object.finish(true));
    return key;
}

Json PublicKey::jwk() const
{
    demand(key_parts::isP256Spki(spki_), "a JWK of a key that is not P-256");
    const auto point = key_parts::coordinatesOf(spki_);
    Json jwk = Json::object();
    jwk["crv"] = "P-256";
    jwk["kty"] = "EC";
    jwk["x"] = base64UrlEncode(point.first(key_parts::coordinateSize));
    jwk["y"] = base64UrlEncode(point.last(key_parts::coordinateSize));
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
    if (!accepted_)
        return false;
    Bytes der;
    if (kind_ == KeyKind::P256 && form == EcdsaForm::Raw) {
        auto converted = ecdsaDerFromRaw(signature);
        if (!converted)
            return false;
        der = std::move(*converted);
        signature = der;
    }
    const KeyContext context(EVP_PKEY_CTX_new(key_.get(), nullptr));
    // The digest has its size by its type; which one it is only RSA writes into the signature.
    return context && EVP_PKEY_verify_init(context.get()) == 1 &&
           (kind_ == KeyKind::P256 || (EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1 &&
                                       EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) == 1)) &&
           EVP_PKEY_verify(context.get(), signature.data(), signature.size(), digest.data(), digest.size()) ==
               1;
}

} // namespace smartca::crypto
