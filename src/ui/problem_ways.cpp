// SPDX-License-Identifier: Apache-2.0
#include "ui/problem_ways.h"

namespace smartca::ui {
namespace {

using namespace journey::activation;

bool maySkipBiometric(const State &state, FailureCode code)
{
    return codeText(code).starts_with("BIO") && std::holds_alternative<ConfirmingBiometric>(state.stage) &&
           state.facts.biometric == BiometricRule::Optional;
}

SecondWay usualSecondWay(const State &state, FailureCode code)
{
    if (maySkipBiometric(state, code))
        return SecondWay::SkipBiometric;
    switch (code) {
    case FailureCode::PinLocked:
        return SecondWay::ForgetPin;
    case FailureCode::CodeExpired:
    case FailureCode::CodeUsed:
    case FailureCode::CodeTypingClosed:
    case FailureCode::CodeOnOtherDevice:
    case FailureCode::AccountLocked:
    case FailureCode::AccountAlreadyActive:
        return SecondWay::OtherCode;
    case FailureCode::CertificateHeld:
    case FailureCode::NotHandedIn:
        return SecondWay::CloseForNow;
    case FailureCode::CertificateRefused:
    case FailureCode::CertificateMismatch:
    case FailureCode::JournalAhead:
        return SecondWay::Reactivate;
    case FailureCode::BiometricMissing:
    case FailureCode::ScreenLockMissing:
    case FailureCode::ClockWrong:
    case FailureCode::AppTooOld:
        return SecondWay::TryAgain;
    default:
        return SecondWay::None;
    }
}

bool isOpen(SecondWay way, const State &state, FailureCode code)
{
    if (way == SecondWay::CloseForNow) // a held certificate is asked for all the while
        return code != FailureCode::CertificateHeld ||
               std::holds_alternative<AwaitingCertificate>(state.stage);
    const auto event = eventOf(way);
    return event && takes(state, *event);
}

} // namespace

std::optional<Event> eventOf(Remedy remedy)
{
    switch (remedy) {
    case Remedy::EditDetails:
    case Remedy::ChooseAnotherPassword:
    case Remedy::RetypePin:
        return FailureDismissed{};
    case Remedy::SendNewCode:
        return NewCodeWanted{};
    case Remedy::ChooseAnotherPin:
        return AnotherPinWanted{};
    case Remedy::TryAgain:
        return RetryPressed{};
    case Remedy::Reactivate:
        return ReactivationWanted{};
    case Remedy::Home:
        return HomePressed{};
    case Remedy::PasteAgain:
    case Remedy::OpenSettings:
    case Remedy::CallHotline:
    case Remedy::UpdateApp:
    case Remedy::CloseAndReturn:
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Event> eventOf(SecondWay way)
{
    switch (way) {
    case SecondWay::SkipBiometric:
        return BiometricSkipped{};
    case SecondWay::ForgetPin:
        return NewCodeWanted{};
    case SecondWay::OtherCode:
        return FailureDismissed{};
    case SecondWay::Reactivate:
        return ReactivationWanted{};
    case SecondWay::TryAgain:
        return RetryPressed{};
    case SecondWay::None:
    case SecondWay::CloseForNow:
        return std::nullopt;
    }
    return std::nullopt;
}

Remedy remedyFor(const State &state, FailureCode code)
{
    const auto remedy = catalogueEntry(code).remedy;
    const auto event = eventOf(remedy);
    // What a page found itself the journey knows nothing of, and takes nothing for.
    const bool closed = state.failure && event && !takes(state, *event);
    return closed && takes(state, RetryPressed{}) ? Remedy::TryAgain : remedy;
}

SecondWay secondWayFor(const State &state, FailureCode code)
{
    const auto usual = usualSecondWay(state, code);
    if (isOpen(usual, state, code))
        return usual;
    if (eventOf(remedyFor(state, code)))
        return SecondWay::None;
    for (const auto way : {SecondWay::TryAgain, SecondWay::Reactivate})
        if (isOpen(way, state, code))
            return way;
    return SecondWay::None;
}

} // namespace smartca::ui
