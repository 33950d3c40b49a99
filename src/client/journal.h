// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/sealed_file.h"
#include "journey/activation/state.h"

namespace smartca::client {

/// What must survive a crash beside the state: no secret, nothing that tests one (docs/security.md "Secrets
/// in the app").
struct JournalEntry {
    journey::activation::State state;
    std::string serviceId;
    std::string deviceId; ///< thumbprint of D; empty before it exists
    /// The effect that was about to start and the Idempotency-Key of its request.
    std::string effect;
    std::string idempotencyKey;
    /// Nonce that the time stamp must carry, hex; set before the SAD leaves.
    std::string timeStampNonce;
    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;
};

/// What is sealed into the file.
[[nodiscard]] std::string encode(const JournalEntry &entry);
/// Failure JRN-101: of another form, or of a version of tomorrow.
[[nodiscard]] Result<JournalEntry> decodeJournal(std::string_view text);

/// The write-ahead journal of one activation: saved before each effect, sealed, versioned.
class Journal {
public:
    Journal(const std::string &home, device::SecretStore &secrets);

    /// Nothing when there is none. Failures JRN-101 (damaged, or of a version of tomorrow), KEY-1xx, DSK-102.
    [[nodiscard]] Result<std::optional<JournalEntry>> load() const;
    /// Durable when it returns. Failures DSK-101, DSK-102, KEY-1xx.
    [[nodiscard]] Outcome save(const JournalEntry &entry) const;
    [[nodiscard]] Outcome remove() const;

private:
    SealedFile file_;
};

/// The journal of a home, held against the service and the keys at hand. Nothing when there is none. Failures
/// as Journal::load, KEY-101 where the keys are gone, JRN-103.
[[nodiscard]] Result<std::optional<JournalEntry>>
journalOf(const std::string &home, const std::string &serviceId, device::Device &device);

/// JRN-103: the journal is of another service, account or device than the one at hand.
[[nodiscard]] Failure journalForeign(std::string detail);

} // namespace smartca::client
