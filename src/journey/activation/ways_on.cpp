// SPDX-License-Identifier: Apache-2.0
#include "journey/activation/transition.h"

namespace smartca::journey::activation {
namespace {

/// One of each event that a person or the work under way can bring; values stand for their kind.
std::vector<Event> everyEvent()
{
    return {StartPressed{},
            PrivacyAccepted{},
            DetailsSubmitted{},
            PasswordChosen{},
            PinChosen{},
            PinRejected{PinRule::Run},
            PinRepeated{true},
            PinRepeated{false},
            AnotherPinWanted{},
            BiometricRequested{},
            BiometricSkipped{},
            CertificateRight{},
            CertificateWrongPressed{},
            CertificateWrong{WrongData::Name},
            RecordReadToEnd{},
            SignPressed{},
            SigningPinEntered{},
            PinSheetClosed{},
            BackPressed{},
            RetryPressed{},
            FailureDismissed{},
            NewCodeWanted{},
            ReactivationWanted{},
            StartOverWanted{},
            ResumeWanted{},
            HomePressed{},
            CodeAccepted{"activation", "user", BiometricRule::Required},
            BiometricGranted{},
            Enrolled{"credential"},
            IssuanceReported{Issuance::Held},
            CertificateReceived{"01"},
            DataReported{},
            CertificateConfirmed{},
            RecordReceived{"transaction"},
            ChallengeReceived{1, {}},
            SignatureReceived{},
            RecordVerified{},
            HandInAccepted{},
            Located{},
            NothingLocated{}};
}

} // namespace

// Asked of advance() itself, so that the answer is never another than what happens.
bool takes(const State &state, const Event &event)
{
    const auto transition = advance(state, event);
    return !transition.effects.empty() || !(transition.next == state);
}

std::vector<Event> waysOn(const State &state)
{
    std::vector<Event> ways;
    for (auto &event : everyEvent())
        if (takes(state, event))
            ways.push_back(std::move(event));
    return ways;
}

} // namespace smartca::journey::activation
