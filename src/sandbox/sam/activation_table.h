// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/sam/pin_counter.h"
#include "sandbox/store/database.h"

namespace smartca::sandbox {

/// One activation: one device that redeemed one code.
struct ActivationRow {
    std::string id;
    std::int64_t number = 0; ///< counts up; the record's number follows from it
    std::int64_t subscriber = 0;
    std::string userId;
    std::int64_t code = 0; ///< the activation code's row
    std::string deviceId;  ///< thumbprint of D
    protocol::ActivationState state = protocol::ActivationState::Redeemed;
    std::int64_t version = 1;
    UtcTime createdAt;
    UtcTime endsAt;
    std::string registrationChallenge; ///< empty when none is outstanding
    Bytes device;                      ///< sealed: what the device says of itself
    std::string credentialId;          ///< empty before enrolment
    std::int64_t sequence = 0;         ///< the last one used
    PinCounter pin;

    /// Not finished in time, and nobody has ended it yet.
    [[nodiscard]] bool overdue(UtcTime now) const;
    [[nodiscard]] std::string etag() const { return std::to_string(version); }
};

[[nodiscard]] std::string_view nameOf(protocol::ActivationState state);
/// Over for good: nothing leads out of these but a new code.
[[nodiscard]] bool isOver(protocol::ActivationState state);

/// The outstanding challenge of a device: at most one, kept as SHA-256.
struct ChallengeRow {
    crypto::Sha256 hash{};
    std::string transactionId;
    UtcTime issuedAt;
    UtcTime expiresAt;
};

/// All inside the caller's transaction.
namespace activations {

[[nodiscard]] Migrations migrations();

void insert(Session &session, ActivationRow &row);
[[nodiscard]] std::optional<ActivationRow> find(Session &session, std::string_view id);
[[nodiscard]] std::optional<ActivationRow> findByCode(Session &session, std::int64_t code);
/// The newest of this device that is not over.
[[nodiscard]] std::optional<ActivationRow> findOpenOf(Session &session, std::string_view deviceId);
/// An activation that had its keys registered is over: stopped, blocked or ended (docs/protocol.md §2.1).
[[nodiscard]] bool isDeviceRevoked(Session &session, std::string_view deviceId);
/// This device had its keys registered in an activation of this subscriber, over or not.
[[nodiscard]] bool isDeviceRegistered(Session &session, std::string_view deviceId, std::int64_t subscriber);
[[nodiscard]] std::vector<ActivationRow> ofSubscriber(Session &session, std::int64_t subscriber);
/// Not over, not active, and past their end.
[[nodiscard]] std::vector<ActivationRow> overdue(Session &session, UtcTime now);

/// `from` → `to` while version and state are as in `from`; PRT-111 when something else was first. Any
/// outstanding registration challenge is void.
[[nodiscard]] Outcome advance(Session &session, const ActivationRow &from, protocol::ActivationState to);
void setCredential(Session &session, std::string_view id, std::string_view credentialId);
/// “Where am I”: the version rises, outstanding challenges are void. The row as it is then.
[[nodiscard]] Result<ActivationRow> touch(Session &session, const ActivationRow &row,
                                          std::string_view registrationChallenge);

void setChallenge(Session &session, std::string_view id, const ChallengeRow &challenge);
/// What was outstanding, which it is no more.
[[nodiscard]] std::optional<ChallengeRow> takeChallenge(Session &session, std::string_view id);

/// Confirmed → signed, whatever version: the signature was reserved at the right one and is made now, so
/// “where am I” in between must not strand it. PRT-111 when the activation is at another step, or over.
[[nodiscard]] Outcome markSigned(Session &session, std::string_view id);

/// Counts one wrong PIN on the number that stands in the row now, and says what it is then.
[[nodiscard]] PinCounter countWrongPin(Session &session, std::string_view id, UtcTime now);
/// A right PIN: the counter starts anew and `sequence` is used. SAD-104 when it was used already; PRT-111
/// when version or counter are no longer as in `row` (another try was counted in between).
[[nodiscard]] Outcome acceptPin(Session &session, const ActivationRow &row, std::int64_t sequence);

} // namespace activations

} // namespace smartca::sandbox
