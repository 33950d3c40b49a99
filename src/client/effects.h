// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/dossier_store.h"
#include "client/journal.h"
#include "client/service_client.h"
#include "client/vault.h"
#include "journey/activation/effect.h"
#include "journey/activation/event.h"

namespace smartca::client {

/// What the effects stand on. Belongs to the worker's thread.
struct EffectContext {
    const protocol::ServiceProfile &profile;
    device::Device &device;
    std::string appVersion;
    Pace pace;
    ServiceClient service;
    Journal journal;
    DossierStore dossiers;

    std::unique_ptr<device::IdentityKeys> keys = nullptr;
    std::optional<protocol::ChallengeAnswer> challenge = std::nullopt;
    UtcTime challengeEnds{};
    /// The attempt under way; kept while its outcome is unknown.
    std::string attemptEffect = {};
    std::string attemptKey = {};
    std::optional<crypto::Sha256> attemptBody = std::nullopt; ///< of a redemption; never written
    bool outcomeUnknown = false;
    std::string timeStampNonce = {};
    /// The number of the work under way, and the last one that was given up.
    int underWay = 0;
    int givenUp = 0;
};

/// One effect with everything it needs, taken from the session when it starts: nothing is shared while it
/// runs.
struct Work {
    journey::activation::Effect effect;
    journey::activation::State state;
    Dossier dossier;
    SecretVault secrets;
    crypto::Signer *biometricKey = nullptr;
    Language language = Language::Vietnamese;
    int number = 0; ///< works that may be given up have numbers that grow
    /// News in between; called on the worker's thread.
    std::function<void(const journey::activation::Event &, const Dossier &)> report;

    std::optional<std::vector<SecretBytes>> avoid = std::nullopt; ///< outcome: digits for the vault
};

using Events = std::vector<journey::activation::Event>;

/// Effects that take time; of these at most one is under way.
[[nodiscard]] bool isLongRunning(const journey::activation::Effect &effect);
/// Which secrets an effect needs; no others leave the vault for it.
[[nodiscard]] std::vector<SecretSlot> slotsOf(const journey::activation::Effect &effect);

/// Saves the journal (but for "where am I"), performs the effect, keeps what it brought, and says what came
/// of it: one outcome, for the confirmation of a certificate two. What was interrupted without an answer is
/// settled by "where am I" before it is tried again.
[[nodiscard]] Events perform(EffectContext &context, Work &work);

/// Ends the work of this number, or an older one, where it stands: also one that has not begun yet, never a
/// later one, whenever the word of it arrives. On the worker's thread.
void giveUp(EffectContext &context, int number);

/// Writes the journal as it stands, for an effect that this room does not perform (the biometric prompt).
[[nodiscard]] Outcome saveJournal(EffectContext &context, const journey::activation::State &state,
                                  std::string_view effect);

/// D, S and H, loaded or made; the client signs with D from then on.
[[nodiscard]] Outcome openKeys(EffectContext &context, bool create);

/// Asks the service where this activation stands and puts what it says into the dossier.
[[nodiscard]] Result<protocol::StateAnswer> locate(EffectContext &context, Work &work);

// One function per effect; each in the file of its subject.
[[nodiscard]] Result<Events> redeem(EffectContext &context, Work &work);
[[nodiscard]] Result<Events> enrol(EffectContext &context, Work &work);
[[nodiscard]] Result<Events> awaitCertificate(EffectContext &context, Work &work);
[[nodiscard]] Result<Events> confirmCertificate(EffectContext &context, Work &work,
                                                std::optional<journey::activation::WrongData> wrong);
[[nodiscard]] Result<Events> fetchRecord(EffectContext &context, Work &work);
[[nodiscard]] Result<Events> requestChallenge(EffectContext &context, Work &work);
[[nodiscard]] Result<Events> signRecord(EffectContext &context, Work &work);
[[nodiscard]] Result<Events> fetchSignature(EffectContext &context, Work &work);
[[nodiscard]] Result<Events> verifyRecord(EffectContext &context, Work &work);
[[nodiscard]] Result<Events> handIn(EffectContext &context, Work &work);
[[nodiscard]] Result<Events> askWhereIAm(EffectContext &context, Work &work);
[[nodiscard]] Result<Events> resendMail(EffectContext &context, Work &work);
[[nodiscard]] Result<Events> forgetActivation(EffectContext &context, Work &work);

/// Keeps the certificate of an answer after checking it; the shared end of three effects.
[[nodiscard]] Outcome takeCertificate(EffectContext &context, Work &work,
                                      const protocol::CertificateAnswer &answer);
/// Keeps a record after checking that it can be shown and signed. Failures REC-101, REC-102, REC-103.
[[nodiscard]] Outcome takeRecord(EffectContext &context, Work &work, RecordAnswer answer);

} // namespace smartca::client
