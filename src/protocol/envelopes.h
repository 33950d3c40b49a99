// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/jws.h"
#include "protocol/messages.h"

/// The nested signatures of registration and SAD, made by the app and opened by the service, and the
/// service's signed answers.
namespace smartca::protocol {

[[nodiscard]] Result<std::string> signRegistration(const Registration &registration, crypto::Signer &pinKey,
                                                   crypto::Signer *biometricKey, crypto::Signer &deviceKey);
/// All three signatures checked against the keys the payload names; outer against `deviceKey`. Failure
/// PRT-114.
[[nodiscard]] Result<Registration> openRegistration(std::string_view envelope,
                                                    const crypto::PublicKey &deviceKey);

[[nodiscard]] Result<std::string> signSad(const Sad &sad, crypto::Signer &pinKey, crypto::Signer &deviceKey);
/// A SAD is opened in two steps, because the challenge is consumed between them (docs/protocol.md §2.6).
struct OuterSad {
    std::string inner; ///< compact JWS, unverified
    Sad claimed;       ///< what it says, unverified
};
/// Outer signature by D. Failure SAD-101 (malformed) or SAD-102 (signature).
[[nodiscard]] Result<OuterSad> openOuterSad(std::string_view envelope, const crypto::PublicKey &deviceKey);
/// Inner signature: true when it was made with `pinKey`.
[[nodiscard]] bool innerSadIsBy(const OuterSad &sad, const crypto::PublicKey &pinKey);

/// The service's answers signed by the SAM answer key.
[[nodiscard]] Result<std::string> signAnswer(const EnrolAnswer &answer, crypto::Signer &samKey);
[[nodiscard]] Result<std::string> signAnswer(const Receipt &receipt, crypto::Signer &samKey);
/// Failure SVC-105 when the signature is not the pinned key's, SVC-103 when the content cannot be read.
[[nodiscard]] Result<EnrolAnswer> openEnrolAnswer(std::string_view jws, const crypto::PublicKey &samKey);
[[nodiscard]] Result<Receipt> openReceipt(std::string_view jws, const crypto::PublicKey &samKey);
/// Body {"answer": "<jws>"} and {"receipt": "<jws>"}.
[[nodiscard]] std::string wrapAnswer(std::string_view member, std::string_view jws);
[[nodiscard]] Result<std::string> unwrapAnswer(std::string_view member, std::string_view body);

} // namespace smartca::protocol
