// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journey/activation/state.h"

namespace smartca::journey::activation {

// ---- what the person does
// ------------------------------------------------------------------------------------------------------

struct StartPressed {};
struct PrivacyAccepted {};
struct DetailsSubmitted {}; ///< slots Username and Code or Token are filled
struct PasswordChosen {};   ///< judged strong and equal by the vault
struct PinChosen {};        ///< complete; judged not weak by the vault
struct PinRejected {
    PinRule rule;
}; ///< complete, but weak
struct PinRepeated {
    bool equal;
};
struct AnotherPinWanted {};
struct BiometricRequested {};
struct BiometricSkipped {}; ///< only where the policy makes it optional
struct CertificateRight {};
struct CertificateWrongPressed {}; ///< opens the choice
struct CertificateWrong {
    WrongData what;
};
struct RecordReadToEnd {};
struct SignPressed {};       ///< opens the PIN sheet
struct SigningPinEntered {}; ///< slot SigningPin is full
struct PinSheetClosed {};
struct BackPressed {};
struct RetryPressed {};     ///< the way on that the failure offers
struct FailureDismissed {}; ///< an inline failure: the person edits again
/// "Gửi mã mới" orders the mail, back to the fields; "Nhận mã mới" of an activation that cannot go on forgets
/// it first, and comes once more from the fields, where the username is known or typed.
struct NewCodeWanted {};
struct ReactivationWanted {
};                         ///< keys lost, blocked, stopped: forget this activation and start with a new code
struct StartOverWanted {}; ///< resume page: "Bắt đầu lại"
struct ResumeWanted {};
struct HomePressed {};

// ---- what the shell reports
// ----------------------------------------------------------------------------------------------------

struct CodeAccepted {
    std::string activationId;
    std::string userId;
    BiometricRule biometric;
};
struct BiometricGranted {};
struct Enrolled {
    std::string credentialId;
};
struct IssuanceReported {
    Issuance issuance;
};
struct CertificateReceived {
    std::string serial;
};
struct DataReported {};         ///< the service took "wrong data" and stopped the activation
struct CertificateConfirmed {}; ///< and the record with it
struct RecordReceived {
    std::string transactionId;
};
struct ChallengeReceived {
    std::int64_t sequence;
    PinTries tries;
};
struct SignatureReceived {};
struct RecordVerified {}; ///< our own verification of the finished file
struct HandInAccepted {};
struct MailResent {};
struct Failed {
    Failure failure;
};
/// The app was started and the journal (or the service) says how far things are.
struct AppStarted {
    bool journalFound;
};

/// The service's answer to "where am I": decides over the journal (docs/protocol.md §2.8).
struct Located {
    enum class At { Redeemed, Enrolled, Issued, Confirmed, Signed, Active, Stopped, Blocked, Ended };
    At at{};
    std::string activationId;
    std::string userId;
    std::string credentialId;
    std::string serial;
    std::string transactionId;
    std::int64_t sequence = 0;
    BiometricRule biometric = BiometricRule::Required;
};

/// The service has no activation that this device began: the code was not redeemed.
struct NothingLocated {};

using Event =
    std::variant<StartPressed, PrivacyAccepted, DetailsSubmitted, PasswordChosen, PinChosen, PinRejected,
                 PinRepeated, AnotherPinWanted, BiometricRequested, BiometricSkipped, CertificateRight,
                 CertificateWrongPressed, CertificateWrong, RecordReadToEnd, SignPressed, SigningPinEntered,
                 PinSheetClosed, BackPressed, RetryPressed, FailureDismissed, NewCodeWanted,
                 ReactivationWanted, StartOverWanted, ResumeWanted, HomePressed, CodeAccepted,
                 BiometricGranted, Enrolled, IssuanceReported, CertificateReceived, DataReported,
                 CertificateConfirmed, RecordReceived, ChallengeReceived, SignatureReceived, RecordVerified,
                 HandInAccepted, MailResent, Failed, AppStarted, Located, NothingLocated>;

[[nodiscard]] std::string_view nameOf(const Event &event);

} // namespace smartca::journey::activation
