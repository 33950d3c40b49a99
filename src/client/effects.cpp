// SPDX-License-Identifier: Apache-2.0
#include "client/effects.h"

#include "crypto/random.h"
#include "device/failures.h"
#include "journey/activation/transition.h"

#include <algorithm>
#include <variant>

namespace smartca::client {
namespace {

using namespace journey::activation;

/// The service moved on without us (If-Match, step): its word decides.
bool saysWeAreBehind(const Failure &failure)
{
    return failure.code == FailureCode::StateStale || failure.code == FailureCode::StepNotAllowed;
}

struct Dispatch {
    EffectContext &context;
    Work &work;

    Result<Events> operator()(const RedeemCode &) const { return redeem(context, work); }
    Result<Events> operator()(const Enrol &) const { return enrol(context, work); }
    Result<Events> operator()(const AwaitCertificate &) const { return awaitCertificate(context, work); }
    Result<Events> operator()(const ConfirmCertificate &effect) const
    {
        return confirmCertificate(context, work, effect.wrong);
    }
    Result<Events> operator()(const FetchRecord &) const { return fetchRecord(context, work); }
    Result<Events> operator()(const RequestChallenge &) const { return requestChallenge(context, work); }
    Result<Events> operator()(const SignRecord &) const { return signRecord(context, work); }
    Result<Events> operator()(const FetchSignature &) const { return fetchSignature(context, work); }
    Result<Events> operator()(const VerifyRecord &) const { return verifyRecord(context, work); }
    Result<Events> operator()(const HandIn &) const { return handIn(context, work); }
    Result<Events> operator()(const AskWhereIAm &) const { return askWhereIAm(context, work); }
    Result<Events> operator()(const ResendMail &) const { return resendMail(context, work); }
    Result<Events> operator()(const ForgetActivation &) const { return forgetActivation(context, work); }
    // The session does these itself.
    Result<Events> operator()(const AskBiometric &) const { return Events{}; }
    Result<Events> operator()(const WipeSecrets &) const { return Events{}; }
    Result<Events> operator()(const CancelWork &) const { return Events{}; }
};

/// A new Idempotency-Key for a new attempt; the same one while the outcome of the last is unknown and its
/// body can be built again octet by octet.
void chooseKey(EffectContext &context, std::string_view effect)
{
    const bool repeats = context.outcomeUnknown && context.attemptEffect == effect &&
                         (effect == nameOf(Effect{ConfirmCertificate{}}) ||
                          effect == nameOf(Effect{HandIn{}}) || effect == nameOf(Effect{RedeemCode{}}));
    if (!repeats)
        context.attemptKey = crypto::randomUuid();
    if (context.attemptEffect != effect)
        context.outcomeUnknown = false;
    context.attemptEffect = effect;
}

Result<Events> performKept(EffectContext &context, Work &work)
{
    if (std::holds_alternative<ForgetActivation>(work.effect))
        return forgetActivation(context, work); // it takes the journal away
    // D, S and H are durable before the first request; later ones never make them anew.
    const bool first =
        std::holds_alternative<RedeemCode>(work.effect) || std::holds_alternative<ResendMail>(work.effect);
    SMARTCA_CHECK(openKeys(context, first));
    // Asking where things stand changes nothing: what the journal says of the last step stays true.
    if (!std::holds_alternative<AskWhereIAm>(work.effect)) {
        SMARTCA_CHECK(saveJournal(context, work.state, nameOf(work.effect)));
    }
    auto events = std::visit(Dispatch{context, work}, work.effect);
    if (!events && saysWeAreBehind(events.error()) && !context.service.aborted()) {
        context.outcomeUnknown = true;
        context.attemptKey = crypto::randomUuid();
        work.dossier.etag.clear(); // stale: each step asks for the newest before it goes on
        events = std::visit(Dispatch{context, work}, work.effect);
    }
    return events;
}

} // namespace

bool isLongRunning(const Effect &effect)
{
    return !std::holds_alternative<WipeSecrets>(effect) && !std::holds_alternative<CancelWork>(effect) &&
           !std::holds_alternative<ForgetActivation>(effect);
}

std::vector<SecretSlot> slotsOf(const Effect &effect)
{
    if (std::holds_alternative<RedeemCode>(effect))
        return {SecretSlot::Username, SecretSlot::Code, SecretSlot::Token};
    if (std::holds_alternative<Enrol>(effect))
        return {SecretSlot::Password, SecretSlot::NewPin};
    if (std::holds_alternative<SignRecord>(effect))
        return {SecretSlot::SigningPin};
    if (std::holds_alternative<ResendMail>(effect))
        return {SecretSlot::Username};
    return {};
}

void giveUp(EffectContext &context, int number)
{
    context.givenUp = std::max(context.givenUp, number);
    if (context.underWay <= context.givenUp)
        context.service.abort();
}

Events perform(EffectContext &context, Work &work)
{
    context.underWay = work.number;
    context.service.begin();
    if (work.number <= context.givenUp)
        context.service.abort();
    chooseKey(context, nameOf(work.effect));
    auto events = performKept(context, work);
    if (!events) {
        // By this try, or by one before it that was repeated: the service is asked before anything is done
        // again.
        context.outcomeUnknown = isTransport(events.error().code);
        return {Failed{std::move(events.error())}};
    }
    context.outcomeUnknown = false;
    return std::move(*events);
}

Outcome saveJournal(EffectContext &context, const State &state, std::string_view effect)
{
    JournalEntry entry{.state = state,
                       .serviceId = context.profile.serviceId,
                       .deviceId = context.keys ? context.keys->deviceKey().publicKey().thumbprint() : "",
                       .effect = std::string(effect),
                       .idempotencyKey = context.attemptKey,
                       .timeStampNonce = context.timeStampNonce};
    return context.journal.save(entry);
}

Outcome openKeys(EffectContext &context, bool create)
{
    if (context.keys)
        return {};
    SMARTCA_TRY(context.keys, create ? context.device.keys->loadOrCreate() : context.device.keys->load());
    if (!context.keys)
        return tl::unexpected(device::keysNotOnDevice("there are no keys in the store"));
    context.service.useDeviceKey(&context.keys->deviceKey());
    return {};
}

Result<Events> resendMail(EffectContext &context, Work &work)
{
    const protocol::ResendRequest request{.username = work.secrets.value(SecretSlot::Username).clone(),
                                          .language = std::string(tagOf(work.language))};
    SMARTCA_CHECK(context.service.resendMail(request, context.attemptKey));
    return Events{MailResent{}};
}

Result<Events> forgetActivation(EffectContext &context, Work &work)
{
    // The journal first: without it nothing refers to what goes after.
    SMARTCA_CHECK(context.journal.remove());
    SMARTCA_CHECK(context.dossiers.remove());
    SMARTCA_CHECK(context.device.keys->destroy());
    context.service.useDeviceKey(nullptr);
    context.keys.reset();
    context.challenge.reset();
    context.timeStampNonce.clear();
    context.attemptEffect.clear();
    work.dossier = {};
    return Events{};
}

} // namespace smartca::client
