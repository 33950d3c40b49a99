// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/hsm/hsm.h"
#include "sandbox/store/database.h"

namespace smartca::sandbox {

/// A subscriber's signing key as it lies in the database: wrapped, or destroyed.
struct CredentialRow {
    std::string id;
    std::string activation;
    std::string userId;
    crypto::KeyKind kind = crypto::KeyKind::Rsa3072;
    WrappedKey key; ///< blob empty: destroyed
    Bytes link;     ///< MAC over key – person – certificate, empty until issued

    [[nodiscard]] KeyBinding binding() const { return {.credentialId = id, .userId = userId}; }
    [[nodiscard]] bool destroyed() const { return key.blob.empty(); }
};

/// The registration of a device: sealed, for one ES256 signature reveals a public key.
struct RegistrationRow {
    Bytes envelope; ///< sealed: the outer JWS
    Bytes pinKey;   ///< sealed: SPKI of K_pin
    Bytes hash;     ///< SHA-256 of the envelope
};

/// The acceptance record the service made and keeps.
struct RecordRow {
    std::string transactionId;
    std::string activation;
    Bytes document; ///< sealed: the prepared file
    crypto::Sha256 documentDigest{};
    crypto::Sha256 signedHash{}; ///< SHA-256 of the DER of the signed attributes
    Bytes handedIn;              ///< sealed: the CMS, once it was accepted
    std::string receipt;         ///< compact JWS, once it was accepted
    std::string finishedDigest;  ///< base64url SHA-256 of the finished file
};

/// All inside the caller's transaction.
namespace credentials {

[[nodiscard]] Migrations migrations();

void insert(Session &session, const CredentialRow &row);
[[nodiscard]] std::optional<CredentialRow> find(Session &session, std::string_view id);
void setLink(Session &session, std::string_view id, BytesView link);
/// The wrapped key is overwritten with nothing (the database runs with secure delete). The log before the
/// database still has it until the destruction is completed, which is remembered here as outstanding.
void destroyKey(Session &session, std::string_view id);
/// Takes whatever keys are destroyed by now out of the files too. False: the database was too busy, ask
/// again. Outside any transaction.
[[nodiscard]] Result<bool> completeDestruction(Database &database);

void insertRegistration(Session &session, std::string_view activation, const RegistrationRow &row);
[[nodiscard]] std::optional<RegistrationRow> findRegistration(Session &session, std::string_view activation);
/// K_pin revoked: nothing signed by it is believed from now on.
void removeRegistration(Session &session, std::string_view activation);

void insertRecord(Session &session, const RecordRow &row);
/// The document is by far the largest part of a row; who needs it not does without.
enum class Part { Whole, WithoutDocument };
[[nodiscard]] std::optional<RecordRow> findRecord(Session &session, std::string_view activation,
                                                  Part part = Part::Whole);
void setHandedIn(Session &session, const RecordRow &row);

} // namespace credentials

} // namespace smartca::sandbox
