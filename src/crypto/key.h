// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json.h"
#include "crypto/digest.h"

#include <memory>

using EVP_PKEY = struct evp_pkey_st;

namespace smartca::crypto {

enum class KeyKind { P256, Rsa2048, Rsa3072 };
/// "p256", "rsa2048", "rsa3072".
[[nodiscard]] std::string_view nameOf(KeyKind kind);
[[nodiscard]] std::optional<KeyKind> keyKindFromName(std::string_view name);

struct PkeyDeleter {
    void operator()(EVP_PKEY *key) const noexcept;
};
using PkeyPtr = std::unique_ptr<EVP_PKEY, PkeyDeleter>;

/// Signature values as they travel: ECDSA as DER Ecdsa-Sig-Value in CMS and X.509, as raw r‖s (64 octets) in
/// JWS (RFC 7518 §3.4).
enum class EcdsaForm { Der, Raw };

/// A public key: P-256 (RFC 5480) or RSA of 2048 to 4096 bits with e = 65537. Other keys are refused when
/// read.
class PublicKey {
public:
    /// DER SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), nothing behind it.
    [[nodiscard]] static Result<PublicKey> fromSpki(BytesView der);
    /// RFC 7517, {"kty":"EC","crv":"P-256","x","y"} only, no other members; the point is checked to lie on
    /// the curve.
    [[nodiscard]] static Result<PublicKey> fromJwk(const Json &jwk);
    /// Of a kind we accept or not; what we refuse verifies nothing.
    explicit PublicKey(PkeyPtr key);

    PublicKey(const PublicKey &other);
    PublicKey &operator=(const PublicKey &other);
    PublicKey(PublicKey &&) noexcept = default;
    PublicKey &operator=(PublicKey &&) noexcept = default;
    ~PublicKey() = default;

    [[nodiscard]] KeyKind kind() const { return kind_; }
    [[nodiscard]] const Bytes &spki() const { return spki_; }
    /// Members crv, kty, x, y in this order. P-256 only.
    [[nodiscard]] Json jwk() const;
    /// RFC 7638, base64url of SHA-256. P-256 only.
    [[nodiscard]] std::string thumbprint() const;
    /// SHA-256 with RSASSA-PKCS1-v1_5 or ECDSA, over `data`.
    [[nodiscard]] bool verify(BytesView data, BytesView signature, EcdsaForm form = EcdsaForm::Der) const;
    /// The same over an existing SHA-256 digest.
    [[nodiscard]] bool verifyDigest(const Sha256 &digest, BytesView signature,
                                    EcdsaForm form = EcdsaForm::Der) const;
    [[nodiscard]] EVP_PKEY *handle() const { return key_.get(); }
    friend bool operator==(const PublicKey &a, const PublicKey &b) { return a.spki() == b.spki(); }

private:
    PublicKey(PkeyPtr key, Bytes spki, bool accepted);
    PkeyPtr key_;
    Bytes spki_;
    KeyKind kind_;
    bool accepted_;
};

/// Something that signs SHA-256 digests with a key it may not be able to show: software, HSM, phone hardware.
class Signer {
public:
    virtual ~Signer() = default;
    [[nodiscard]] virtual PublicKey publicKey() const = 0;
    [[nodiscard]] virtual Result<Bytes> signDigest(const Sha256 &digest, EcdsaForm form) = 0;
};

/// A private key in this process. Wiped when it goes (OpenSSL clears the numbers).
class PrivateKey final : public Signer {
public:
    [[nodiscard]] static PrivateKey generate(KeyKind kind);
    /// PKCS#8 DER (RFC 5958).
    [[nodiscard]] static Result<PrivateKey> fromPkcs8(BytesView der);
    /// What p256FromKeyMaterial takes: 64 bits more than the order has, and then some.
    static constexpr std::size_t keyMaterialSize = 48;
    /// P-256 key with k = (okm mod (n − 1)) + 1, okm of keyMaterialSize octets (FIPS 186-5 A.2.1;
    /// docs/security.md "How the PIN becomes a key"). In constant time.
    [[nodiscard]] static Result<PrivateKey> p256FromKeyMaterial(const SecretBytes &okm);

    [[nodiscard]] SecretBytes toPkcs8() const;
    [[nodiscard]] PublicKey publicKey() const override;
    [[nodiscard]] Result<Bytes> signDigest(const Sha256 &digest, EcdsaForm form) override;
    [[nodiscard]] EVP_PKEY *handle() const { return key_.get(); }

private:
    explicit PrivateKey(PkeyPtr key);
    PkeyPtr key_;
};

} // namespace smartca::crypto
