// SPDX-License-Identifier: Apache-2.0
#include "journey/activation/transition.h"

/// Key pair, certificate, and the subscriber's word on it.
namespace smartca::journey::activation {
namespace {

Effect wipeEnrolmentSecrets()
{
    return wipe({SecretSlot::Password, SecretSlot::PasswordAgain, SecretSlot::NewPin, SecretSlot::PinAgain,
                 SecretSlot::Avoid});
}

Effect wipeChosenSecrets()
{
    return wipe({SecretSlot::Password, SecretSlot::PasswordAgain, SecretSlot::NewPin, SecretSlot::PinAgain});
}

Facts withoutBiometricKey(Facts facts)
{
    facts.biometricKey = false;
    return facts;
}

} // namespace

Transition on(const State &state, const Enrolling &, const Event &event)
{
    if (const auto *enrolled = as<Enrolled>(event); enrolled != nullptr && working(state)) {
        auto facts = state.facts;
        facts.credentialId = enrolled->credentialId;
        return begin(std::move(facts), AwaitingCertificate{}, {wipeEnrolmentSecrets()});
    }
    if (const auto *failed = as<Failed>(event); failed != nullptr && working(state)) {
        const auto code = failed->failure.code;
        if (isAboutPassword(code))
            return stop(state.facts, ChoosingPassword{}, failed->failure, {wipeChosenSecrets()});
        if (isAboutNewPin(code))
            return stop(state.facts, ChoosingPin{}, failed->failure,
                        {wipe({SecretSlot::NewPin, SecretSlot::PinAgain})});
        if (isBiometric(code))
            return stop(withoutBiometricKey(state.facts), ConfirmingBiometric{}, failed->failure);
    }
    return onWork(state, event);
}

Transition on(const State &state, const AwaitingCertificate &, const Event &event)
{
    if (const auto *received = as<CertificateReceived>(event); received != nullptr && working(state)) {
        auto facts = state.facts;
        facts.serial = received->serial;
        return go(std::move(facts), ReviewingCertificate{});
    }
    if (const auto *reported = as<IssuanceReported>(event); reported != nullptr && working(state)) {
        const AwaitingCertificate stage{reported->issuance};
        switch (reported->issuance) {
        case Issuance::Pending:
            return go(state.facts, stage);
        case Issuance::Held:
            return stop(state.facts, stage, certificateHeld());
        case Issuance::Refused:
            return stop(state.facts, stage, certificateRefused(), {CancelWork{}});
        }
    }
    // Held, and the person does not want to wait for the next poll.
    if (is<RetryPressed>(event) && state.failure && working(state))
        return begin(state.facts, AwaitingCertificate{}, {CancelWork{}});
    return onWork(state, event);
}

Transition on(const State &state, const ReviewingCertificate &stage, const Event &event)
{
    if (is<CertificateRight>(event))
        return begin(state.facts, ConfirmingCertificate{});
    if (is<CertificateWrongPressed>(event) && !stage.choosingWrongData)
        return go(state.facts, ReviewingCertificate{.choosingWrongData = true});
    if (const auto *wrong = as<CertificateWrong>(event); wrong != nullptr && stage.choosingWrongData)
        return begin(state.facts, ConfirmingCertificate{.wrong = wrong->what});
    if (is<BackPressed>(event) && stage.choosingWrongData)
        return go(state.facts, ReviewingCertificate{});
    return stay(state);
}

Transition on(const State &state, const ConfirmingCertificate &stage, const Event &event)
{
    // The record comes with the same answer: nothing is to be fetched.
    if (is<CertificateConfirmed>(event) && !stage.wrong && working(state))
        return go(state.facts, FetchingRecord{});
    if (is<DataReported>(event) && stage.wrong && working(state))
        return stop(state.facts, Stopped{}, dataWrong(), {wipeAll()});
    return onWork(state, event);
}

/// Only a new code leads on (onReactivation).
Transition on(const State &state, const Stopped &, const Event &)
{
    return stay(state);
}

} // namespace smartca::journey::activation
