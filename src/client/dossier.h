// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/certificate.h"
#include "protocol/messages.h"

#include <memory>

namespace smartca::client {

/// What the service told in the course of an activation: shown on pages, kept sealed on disk, not part of the
/// journey (it names the person). No secret in it.
struct Dossier {
    std::optional<protocol::Policy> policy;
    std::string challenge; ///< of the registration
    bool sandbox = false;
    std::optional<UtcTime> endsAt;
    /// Public signing key of the signed enrol answer; the certificate must be for it.
    std::optional<Bytes> spki;
    std::optional<crypto::Certificate> certificate;
    std::vector<crypto::Certificate> chain;
    /// The record as downloaded: the one immutable buffer that is shown, hashed and signed.
    std::shared_ptr<const Bytes> record;
    std::string recordTransaction; ///< the transaction that `record` belongs to
    /// The finished file, after our own verification.
    std::shared_ptr<const Bytes> signedRecord;
    std::optional<UtcTime> signedAt; ///< the time stamp's
    std::optional<protocol::PinTries> pinTries;
    /// When a lock ends, in the service's time.
    std::optional<UtcTime> pinLockedUntil;
    std::optional<Bytes> signature;
    std::optional<Bytes> timeStampToken;
    std::optional<std::string> receipt;
    std::optional<UtcTime> waitingSince; ///< for the certificate
    std::string etag;
    /// What staff wrote to the subscriber of a held or refused certificate; asked for anew at each start.
    std::string issuanceReason;
    /// Whose activation this is, from before it is asked for, and which code began it: marks of what was
    /// typed, under the device's key.
    std::optional<Bytes> accountMark;
    std::optional<Bytes> codeMark;
};

/// The failure with what only the dossier knows of it (why a certificate is held or refused), to be shown:
/// the journey's state, which goes to support, holds no words about a person.
[[nodiscard]] Failure toldWith(const Dossier &dossier, Failure failure);

} // namespace smartca::client
