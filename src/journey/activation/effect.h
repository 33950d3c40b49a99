// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journey/activation/state.h"

namespace smartca::journey::activation {

/// What the shell is to do. At most one of the long-running ones is under way; the journal is saved before
/// each that does something.
struct RedeemCode {};   ///< request 1; D, S and H exist before → CodeAccepted | Failed
struct AskBiometric {}; ///< makes B → BiometricGranted | Failed
struct Enrol {};        ///< request 2: slots Password and NewPin → Enrolled | Failed
struct AwaitCertificate {
}; ///< request 3, long poll → CertificateReceived | IssuanceReported (and goes on) | Failed
struct ConfirmCertificate {
    std::optional<WrongData> wrong;
};                          ///< request 4 → CertificateConfirmed, RecordReceived | DataReported | Failed
struct FetchRecord {};      ///< the prepared record again → RecordReceived | Failed
struct RequestChallenge {}; ///< request 5 → ChallengeReceived | Failed
struct SignRecord {};       ///< request 6: slot SigningPin → SignatureReceived | Failed
struct FetchSignature {};   ///< the stored signature, no PIN → SignatureReceived | Failed
struct VerifyRecord {};     ///< builds the CMS, fills the placeholder, verifies → RecordVerified | Failed
struct HandIn {};           ///< request 7 → HandInAccepted | Failed
struct AskWhereIAm {};      ///< → Located | NothingLocated | Failed
struct ResendMail {};       ///< → MailResent | Failed
struct WipeSecrets {
    std::vector<SecretSlot> slots;
};
struct ForgetActivation {}; ///< device keys, dossier and journal go; → a clean Welcome
struct CancelWork {};       ///< whatever is under way is given up; its outcome is not reported any more

using Effect = std::variant<RedeemCode, AskBiometric, Enrol, AwaitCertificate, ConfirmCertificate,
                            FetchRecord, RequestChallenge, SignRecord, FetchSignature, VerifyRecord, HandIn,
                            AskWhereIAm, ResendMail, WipeSecrets, ForgetActivation, CancelWork>;

[[nodiscard]] std::string_view nameOf(const Effect &effect);

} // namespace smartca::journey::activation
