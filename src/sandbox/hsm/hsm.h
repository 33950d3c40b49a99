// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret_bytes.h"
#include "crypto/key.h"

#include <array>
#include <memory>

namespace smartca::sandbox {

/// What a keyed hash is for. Each purpose has a key of its own inside the HSM, so that no value made for one
/// can stand for another.
enum class MacPurpose {
    ActivationCode, ///< code and token at rest
    Password,       ///< over the output of Argon2id
    TypedUsername,  ///< the table of tries
    Idempotency,    ///< fingerprint of a body
    Pseudonym,      ///< names in logs and evidence
    RowIntegrity,   ///< the link key – person – certificate (LNK-6.2.2, SRC_SKS.1.2)
    DpopNonce,      ///< the nonce of every answer
};

/// What a sealed box is for (AES-256-GCM, a key each).
enum class SealPurpose {
    Registration, ///< registration message and K_pin public key
    Evidence,
    Answer,      ///< stored answers of the idempotency table
    PersonData,  ///< id number, birthday, phone
    MailSecret,  ///< what a queued mail still needs: code and token
    SignedValue, ///< a signature that was made, kept to be served again
};

/// The service's own keys. They never leave the HSM; made at first use.
enum class ServiceKey { SamAnswer, DocumentRoot, IssuingCa, TimeStamp, TlsRoot, EvidenceHead };
inline constexpr std::array serviceKeys{ServiceKey::SamAnswer, ServiceKey::DocumentRoot,
                                        ServiceKey::IssuingCa, ServiceKey::TimeStamp,
                                        ServiceKey::TlsRoot,   ServiceKey::EvidenceHead};

/// Whose a signing key is. A wrapped key works only together with the very binding it was made for.
struct KeyBinding {
    std::string credentialId;
    std::string userId;
};

/// A signing key outside the HSM: wrapped (AES-KWP), with a MAC over {blob, credential, user, public key}.
struct WrappedKey {
    Bytes blob;
    Bytes spki; ///< public half, DER
};

/// What the service asks of a hardware security module, shaped after PKCS#11: keys are wrapped objects
/// unwrapped for one call, service keys are token objects, MAC and AES keys are found by purpose. All calls
/// are safe from several threads. Failure of every call: HSM-101; what failed is not tried again by itself.
class Hsm {
public:
    virtual ~Hsm() = default;

    /// A new key pair, bound to `binding`. RSA keys come from a pool made ahead where there is one.
    [[nodiscard]] virtual Result<WrappedKey> generateKey(crypto::KeyKind kind, const KeyBinding &binding) = 0;
    /// RSASSA-PKCS1-v1_5 or ECDSA (DER) with SHA-256. Refused when the blob, its public key or the binding do
    /// not belong together.
    [[nodiscard]] virtual Result<Bytes> signDigest(const WrappedKey &key, const KeyBinding &binding,
                                                   const crypto::Sha256 &digest) = 0;
    /// PKCS#10 with its proof of possession, made inside.
    [[nodiscard]] virtual Result<Bytes> certificationRequest(const WrappedKey &key, const KeyBinding &binding,
                                                             std::string_view commonName) = 0;

    /// HMAC-SHA256 over the parts, each preceded by its length.
    [[nodiscard]] virtual Result<crypto::Sha256> mac(MacPurpose purpose,
                                                     std::initializer_list<BytesView> parts) = 0;
    [[nodiscard]] virtual Result<Bytes> seal(SealPurpose purpose, BytesView context, BytesView plain) = 0;
    /// Fails when the box was made for another purpose or context, or was changed.
    [[nodiscard]] virtual Result<SecretBytes> open(SealPurpose purpose, BytesView context, BytesView box) = 0;

    /// True when a signature exists nowhere but in this process until the process gives it away: what a
    /// process that died had made is gone with it, provably.
    [[nodiscard]] virtual bool signsInThisProcess() const = 0;

    /// A key of the service's own (P-256). The signer may be used from several threads and lives as long as
    /// the HSM.
    [[nodiscard]] virtual Result<std::shared_ptr<crypto::Signer>> serviceKey(ServiceKey key) = 0;
};

} // namespace smartca::sandbox
