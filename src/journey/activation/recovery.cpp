// SPDX-License-Identifier: Apache-2.0
#include "journey/activation/transition.h"

/// After a start, and starting anew. The journal is a hint, the service's answer decides (docs/protocol.md
/// §2.8).
namespace smartca::journey::activation {
namespace {

/// How far the journal says things are, on the scale of Located::At from Redeemed to Active.
Located::At journalled(const Facts &facts)
{
    using enum Located::At;
    if (facts.handedIn)
        return Active;
    if (!facts.transactionId.empty())
        return Confirmed;
    if (!facts.serial.empty())
        return Issued;
    return facts.credentialId.empty() ? Redeemed : Enrolled;
}

bool differ(const std::string &ours, const std::string &theirs)
{
    return !ours.empty() && !theirs.empty() && ours != theirs;
}

/// Of another account or device: nothing in the journal may be used. So is an answer that says "enrolled" or
/// more without naming the credential.
bool isForeign(const Facts &facts, const Located &located)
{
    const bool nameless = located.at >= Located::At::Enrolled && located.at <= Located::At::Active &&
                          located.credentialId.empty();
    return located.activationId.empty() || nameless || differ(facts.activationId, located.activationId) ||
           differ(facts.userId, located.userId) || differ(facts.credentialId, located.credentialId);
}

/// The service lost a step that the journal has seen done: repeating it could make a second key, certificate
/// or signature. A sequence number is journalled before it is sent, so it may be one ahead.
bool isAhead(const Facts &facts, const Located &located)
{
    if (located.at > Located::At::Active)
        return false;
    return journalled(facts) > located.at || facts.sequence > located.sequence + 1;
}

Facts merged(const Facts &ours, const Located &located)
{
    auto facts = ours;
    facts.activationId = located.activationId;
    facts.userId = located.userId;
    facts.biometric = located.biometric;
    facts.credentialId = located.credentialId;
    facts.serial = located.serial;
    facts.transactionId = located.transactionId;
    facts.handedIn = located.at == Located::At::Active;
    if (located.at == Located::At::Redeemed)
        facts.biometricKey = facts.biometricSkipped = false;
    return facts;
}

Transition onLocated(const State &state, const Located &located)
{
    if (isForeign(state.facts, located))
        return stop(state.facts, Locating{},
                    journalForeign("the journal names another activation, user or credential"));
    if (isAhead(state.facts, located))
        return stop(state.facts, Locating{},
                    journalAhead("the service does not know the journal's last step"));
    const auto facts = merged(state.facts, located);
    switch (located.at) {
    case Located::At::Redeemed:
        return go(facts, ChoosingPassword{},
                  {wipe({SecretSlot::Password, SecretSlot::PasswordAgain, SecretSlot::NewPin,
                         SecretSlot::PinAgain})});
    case Located::At::Enrolled:
    case Located::At::Issued:
        return begin(facts, AwaitingCertificate{});
    case Located::At::Confirmed:
        return begin(facts, FetchingRecord{});
    case Located::At::Signed:
        return begin(facts, FetchingSignature{});
    case Located::At::Active:
        return go(facts, Active{});
    case Located::At::Stopped:
        return stop(facts, Stopped{}, dataWrong());
    case Located::At::Blocked:
        return stop(facts, Locating{}, pinBlocked());
    case Located::At::Ended:
        return stop(facts, Locating{}, activationEnded());
    }
    return stay(state);
}

/// What only a new code mends.
bool reactivationHelps(const State &state)
{
    if (standsAt<Stopped, AtHome, OfferingResume, OpeningPinSheet, EnteringSigningPin>(state))
        return true;
    if (!state.failure)
        return false;
    const auto remedy = catalogueEntry(state.failure->code).remedy;
    return remedy == Remedy::Reactivate || remedy == Remedy::CallHotline || remedy == Remedy::SendNewCode;
}

Transition forgetting(const State &state, Stage next, Effect wiping)
{
    std::vector<Effect> effects;
    if (working(state))
        effects.emplace_back(CancelWork{});
    effects.push_back(std::move(wiping));
    effects.emplace_back(ForgetActivation{});
    return go({}, next, std::move(effects));
}

Transition startAnew(const State &state)
{
    return forgetting(state, Welcome{}, wipeAll());
}

} // namespace

Transition onStart(const State &state, const AppStarted &started)
{
    if (!started.journalFound)
        return go({}, Welcome{});
    if (state.facts.handedIn)
        return go(state.facts, AtHome{});
    // The code may have been redeemed before the answer was lost, and then it is not asked for again: the
    // service knows this device (docs/protocol.md §2.8).
    if (state.facts.activationId.empty() && standsAt<Redeeming, Locating>(state))
        return locate(state);
    if (state.facts.activationId.empty())
        return go(state.facts,
                  standsAt<EnteringDetails>(state) ? Stage{EnteringDetails{}} : Stage{Welcome{}});
    return go(state.facts, OfferingResume{});
}

Transition onReactivation(const State &state)
{
    return reactivationHelps(state) ? startAnew(state) : stay(state);
}

/// The username stays: the mail with the new code is ordered for it.
Transition onNewCode(const State &state)
{
    return reactivationHelps(state) ? forgetting(state, EnteringDetails{}, wipeAllButUsername())
                                    : stay(state);
}

bool isOverForGood(const State &state)
{
    using enum FailureCode;
    const auto is = [&](FailureCode code) { return state.failure && state.failure->code == code; };
    return standsAt<Stopped>(state) || is(CertificateDataWrong) || is(CertificateRefused) || is(PinBlocked) ||
           is(ActivationEnded) || is(KeysRevoked);
}

Transition on(const State &state, const OfferingResume &, const Event &event)
{
    if (is<ResumeWanted>(event))
        return locate(state);
    if (is<StartOverWanted>(event))
        return startAnew(state);
    return stay(state);
}

Transition on(const State &state, const Locating &, const Event &event)
{
    if (const auto *located = as<Located>(event); located != nullptr && working(state))
        return onLocated(state, *located);
    if (is<NothingLocated>(event) && working(state) && state.facts.activationId.empty())
        return go(state.facts, EnteringDetails{});
    return onWork(state, event);
}

} // namespace smartca::journey::activation
