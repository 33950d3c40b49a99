// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/failure.h"

#include <variant>
#include <vector>

/// The activation journey: from the e-mail to the signed acceptance record.
namespace smartca::journey::activation {

/// Names of what the vault keeps. States, events and effects name slots, never values.
enum class SecretSlot { Username, Code, Token, Password, PasswordAgain, NewPin, PinAgain, SigningPin, Avoid };

enum class BiometricRule { Required, Optional };

/// What the service says about a certificate that is not there yet.
enum class Issuance { Pending, Held, Refused };

/// Which of the certificate's data the subscriber found wrong.
enum class WrongData { Name, IdNumber, Birthday, Other };

/// PIN tries as the service counts them.
struct PinTries {
    int triesLeft = 0;
    int triesUntilBlocked = 0;
    Seconds nextLock{};
    friend bool operator==(const PinTries &, const PinTries &) = default;
};

// ---- stages: where the subscriber is; each names the page that shows it
// --------------------------------------------------------

struct Welcome {
    friend bool operator==(const Welcome &, const Welcome &) = default;
}; ///< 01
struct ReadingPrivacy {
    friend bool operator==(const ReadingPrivacy &, const ReadingPrivacy &) = default;
};
struct EnteringDetails {
    friend bool operator==(const EnteringDetails &, const EnteringDetails &) = default;
}; ///< 02
struct Redeeming {
    friend bool operator==(const Redeeming &, const Redeeming &) = default;
}; ///< 02, busy
struct ChoosingPassword {
    friend bool operator==(const ChoosingPassword &, const ChoosingPassword &) = default;
}; ///< 03
struct ChoosingPin {
    friend bool operator==(const ChoosingPin &, const ChoosingPin &) = default;
};                    ///< 04
struct RepeatingPin { ///< 05
    int mismatches = 0;
    friend bool operator==(const RepeatingPin &, const RepeatingPin &) = default;
};
struct ConfirmingBiometric { ///< 06
    bool asking = false;     ///< the system's prompt is open
    friend bool operator==(const ConfirmingBiometric &, const ConfirmingBiometric &) = default;
};
struct Enrolling {
    friend bool operator==(const Enrolling &, const Enrolling &) = default;
};                           ///< 07, key pair and request
struct AwaitingCertificate { ///< 07
    Issuance issuance = Issuance::Pending;
    friend bool operator==(const AwaitingCertificate &, const AwaitingCertificate &) = default;
};
struct ReviewingCertificate {       ///< 08
    bool choosingWrongData = false; ///< "Thông tin nào chưa đúng?" is open
    friend bool operator==(const ReviewingCertificate &, const ReviewingCertificate &) = default;
};
struct ConfirmingCertificate {      ///< 08, busy
    std::optional<WrongData> wrong; ///< absent: "right"
    friend bool operator==(const ConfirmingCertificate &, const ConfirmingCertificate &) = default;
};
struct FetchingRecord {
    friend bool operator==(const FetchingRecord &, const FetchingRecord &) = default;
};                     ///< 09, loading
struct ReadingRecord { ///< 09
    bool readToEnd = false;
    friend bool operator==(const ReadingRecord &, const ReadingRecord &) = default;
};
struct OpeningPinSheet {
    friend bool operator==(const OpeningPinSheet &, const OpeningPinSheet &) = default;
};                          ///< 10, loading
struct EnteringSigningPin { ///< 10
    PinTries tries;
    friend bool operator==(const EnteringSigningPin &, const EnteringSigningPin &) = default;
};
struct Signing {
    friend bool operator==(const Signing &, const Signing &) = default;
}; ///< 10, busy
struct FetchingSignature {
    friend bool operator==(const FetchingSignature &, const FetchingSignature &) = default;
}; ///< after a crash: no PIN
struct Verifying {
    friend bool operator==(const Verifying &, const Verifying &) = default;
}; ///< 10, busy: our own verification
struct HandingIn {
    friend bool operator==(const HandingIn &, const HandingIn &) = default;
}; ///< 11, "Đã ký, đang nộp biên bản"
struct Active {
    friend bool operator==(const Active &, const Active &) = default;
}; ///< 11
struct AtHome {
    friend bool operator==(const AtHome &, const AtHome &) = default;
}; ///< 12-home-empty
struct Stopped {
    friend bool operator==(const Stopped &, const Stopped &) = default;
}; ///< data wrong: certificate revoked, a new code comes
struct Locating {
    friend bool operator==(const Locating &, const Locating &) = default;
}; ///< start after redemption: "where am I"
struct OfferingResume {
    friend bool operator==(const OfferingResume &, const OfferingResume &) = default;
}; ///< "Tiếp tục kích hoạt · Đã xong 3 trên 5 bước"

using Stage = std::variant<Welcome, ReadingPrivacy, EnteringDetails, Redeeming, ChoosingPassword, ChoosingPin,
                           RepeatingPin, ConfirmingBiometric, Enrolling, AwaitingCertificate,
                           ReviewingCertificate, ConfirmingCertificate, FetchingRecord, ReadingRecord,
                           OpeningPinSheet, EnteringSigningPin, Signing, FetchingSignature, Verifying,
                           HandingIn, Active, AtHome, Stopped, Locating, OfferingResume>;

/// What is known and durable; ids, no secrets, no personal data.
struct Facts {
    std::string activationId; ///< empty before redemption
    std::string userId;
    BiometricRule biometric = BiometricRule::Required;
    bool biometricKey = false; ///< B was made
    bool biometricSkipped = false;
    std::string credentialId;  ///< empty before enrolment
    std::string serial;        ///< of the certificate, empty before
    std::string transactionId; ///< of the record, empty before
    std::int64_t sequence = 0; ///< of the last SAD that may have been sent; journalled before sending
    bool handedIn = false;
    friend bool operator==(const Facts &, const Facts &) = default;
};

/// A failure lies over the stage it happened in: the stage is where the way on leads. Inline ones are shown
/// on the stage's own page.
struct State {
    Facts facts;
    Stage stage = Welcome{};
    std::optional<Failure> failure;
    friend bool operator==(const State &, const State &) = default;
};

/// "enteringDetails", …: stable names for journal, trace and --json.
[[nodiscard]] std::string_view nameOf(const Stage &stage);
[[nodiscard]] std::string_view nameOf(SecretSlot slot);

/// 1 account, 2 password, 3 PIN, 4 certificate, 5 acceptance record; 0 before and after.
[[nodiscard]] int stepOf(const Stage &stage);

} // namespace smartca::journey::activation
