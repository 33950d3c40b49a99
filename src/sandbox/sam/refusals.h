// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/messages.h"

/// The failures of this room, each made in one place. `detail` goes to the client: technical, no secret, no
/// person.
namespace smartca::sandbox {

/// PRT-106. subject: "time" (the problem says the service's), "nonce" (a fresh one comes in DPoP-Nonce),
/// "missing".
[[nodiscard]] Failure proofRefused(std::string subject, std::string detail);
[[nodiscard]] Failure proofReplayed();
[[nodiscard]] Failure keysRevoked();
[[nodiscard]] Failure idempotencyKeyMissing();
[[nodiscard]] Failure idempotencyKeyReused();
[[nodiscard]] Failure stillInProgress();
[[nodiscard]] Failure stateStale();
/// PRT-112, subject: the state the activation is in.
[[nodiscard]] Failure stepNotAllowed(std::string state);
[[nodiscard]] Failure activationUnknown();
[[nodiscard]] Failure activationEnded();
/// Of an activation that is over, by the state it is in: PIN-203 where the PIN was blocked, else ACT-208.
[[nodiscard]] Failure activationOver(protocol::ActivationState state);
[[nodiscard]] Failure appTooOld(std::string minimumVersion);
[[nodiscard]] Failure registrationRefused(std::string detail);
[[nodiscard]] Failure certificateNotYours();

[[nodiscard]] Failure pinWrong(const protocol::PinTries &tries);
[[nodiscard]] Failure pinLocked(const protocol::PinTries &tries, UtcTime until);
[[nodiscard]] Failure pinBlocked();

/// SAD-103, subject: "unknown", "expired".
[[nodiscard]] Failure challengeRefused(std::string subject);
[[nodiscard]] Failure sequenceStale();
/// SAD-105, subject: the field that names somebody or something else.
[[nodiscard]] Failure sadNotYours(std::string field);
/// SAD-106, subject: why.
[[nodiscard]] Failure credentialUnusable(std::string why);
[[nodiscard]] Failure algorithmRefused(std::string field);
[[nodiscard]] Failure hashMismatch();
[[nodiscard]] Failure documentMismatch();
[[nodiscard]] Failure alreadySigned();
[[nodiscard]] Failure outcomeUnknown();
/// SIG-102, subject: what is wrong with what was handed in.
[[nodiscard]] Failure handInRefused(std::string why);

} // namespace smartca::sandbox
