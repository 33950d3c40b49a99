// SPDX-License-Identifier: Apache-2.0
#include "journey/activation/transition.h"

// The activation journey. Every stage is one function that reads as its row of the transition table:
//
//   details.cpp   Welcome → ReadingPrivacy → EnteringDetails → Redeeming
//   secrets.cpp   ChoosingPassword → ChoosingPin → RepeatingPin → ConfirmingBiometric
//   issuance.cpp  Enrolling → AwaitingCertificate → ReviewingCertificate → ConfirmingCertificate | Stopped
//   signing.cpp   FetchingRecord → ReadingRecord → OpeningPinSheet → EnteringSigningPin → Signing → Verifying
//                 → HandingIn → Active → AtHome; FetchingSignature after a crash
//   recovery.cpp  app start → OfferingResume → Locating → the stage the service says; and starting anew

namespace smartca::journey::activation {

Transition advance(const State &state, const Event &event) noexcept
{
    if (const auto *started = as<AppStarted>(event))
        return onStart(state, *started);
    if (is<ReactivationWanted>(event))
        return onReactivation(state);
    if (is<NewCodeWanted>(event) && !state.facts.activationId.empty())
        return onNewCode(state);
    return std::visit([&](const auto &stage) { return on(state, stage, event); }, state.stage);
}

Transition begin(Facts facts, Stage stage, std::vector<Effect> before)
{
    auto effects = std::move(before);
    if (auto work = workOf(stage))
        effects.push_back(std::move(*work));
    return go(std::move(facts), stage, std::move(effects));
}

Transition locate(const State &state)
{
    return begin(state.facts, Locating{});
}

Transition onWork(const State &state, const Event &event)
{
    if (const auto *failed = as<Failed>(event); failed != nullptr && working(state))
        return stop(state.facts, state.stage, failed->failure);
    if (is<RetryPressed>(event) && state.failure && !working(state))
        return isOutOfStep(state.failure->code) ? locate(state) : begin(state.facts, state.stage);
    return stay(state);
}

namespace {

struct WorkOf {
    std::optional<Effect> operator()(const Redeeming &) const { return RedeemCode{}; }
    std::optional<Effect> operator()(const ConfirmingBiometric &stage) const
    {
        return stage.asking ? std::optional<Effect>(AskBiometric{}) : std::nullopt;
    }
    std::optional<Effect> operator()(const Enrolling &) const { return Enrol{}; }
    std::optional<Effect> operator()(const AwaitingCertificate &) const { return AwaitCertificate{}; }
    std::optional<Effect> operator()(const ConfirmingCertificate &stage) const
    {
        return ConfirmCertificate{stage.wrong};
    }
    std::optional<Effect> operator()(const FetchingRecord &) const { return FetchRecord{}; }
    std::optional<Effect> operator()(const OpeningPinSheet &) const { return RequestChallenge{}; }
    std::optional<Effect> operator()(const Signing &) const { return SignRecord{}; }
    std::optional<Effect> operator()(const FetchingSignature &) const { return FetchSignature{}; }
    std::optional<Effect> operator()(const Verifying &) const { return VerifyRecord{}; }
    std::optional<Effect> operator()(const HandingIn &) const { return HandIn{}; }
    std::optional<Effect> operator()(const Locating &) const { return AskWhereIAm{}; }
    template<class Other>
    std::optional<Effect> operator()(const Other &) const
    {
        return std::nullopt;
    }
};

} // namespace

std::optional<Effect> workOf(const Stage &stage)
{
    return std::visit(WorkOf{}, stage);
}

bool working(const State &state)
{
    if (!workOf(state.stage))
        return false;
    if (!state.failure)
        return true;
    // A held certificate is still polled for; a wrong PIN stays on the sheet while the next challenge comes.
    const auto code = state.failure->code;
    if (standsAt<AwaitingCertificate>(state))
        return code == FailureCode::CertificateHeld;
    if (standsAt<OpeningPinSheet>(state))
        return code == FailureCode::PinWrong || code == FailureCode::SadChallengeInvalid;
    return false;
}

Effect wipeAll()
{
    return wipe({SecretSlot::Username, SecretSlot::Code, SecretSlot::Token, SecretSlot::Password,
                 SecretSlot::PasswordAgain, SecretSlot::NewPin, SecretSlot::PinAgain, SecretSlot::SigningPin,
                 SecretSlot::Avoid});
}

Effect wipeAllButUsername()
{
    return wipe({SecretSlot::Code, SecretSlot::Token, SecretSlot::Password, SecretSlot::PasswordAgain,
                 SecretSlot::NewPin, SecretSlot::PinAgain, SecretSlot::SigningPin, SecretSlot::Avoid});
}

} // namespace smartca::journey::activation
