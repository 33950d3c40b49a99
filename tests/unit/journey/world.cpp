// SPDX-License-Identifier: Apache-2.0
#include "world.h"

namespace smartca::journey::activation {
namespace {

constexpr auto activationId = "5d9c1c5e-0000-4000-8000-000000000001";
constexpr auto userId = "u-7";
constexpr auto credentialId = "cred-1";
constexpr auto serial = "0A1B2C";
constexpr auto transactionId = "tx-1";
constexpr PinTries freshTries{.triesLeft = 3, .triesUntilBlocked = 9, .nextLock = Seconds{300}};

template<class Enum>
Enum oneOf(std::mt19937_64 &random, int count)
{
    return static_cast<Enum>(std::uniform_int_distribution<int>(0, count - 1)(random));
}

bool coin(std::mt19937_64 &random)
{
    return (random() & 1U) != 0;
}

FailureCode anyCode(std::mt19937_64 &random)
{
    const auto codes = allFailureCodes();
    return codes[random() % codes.size()];
}

/// Ids that sometimes fit and sometimes do not.
std::string anyOf(std::mt19937_64 &random, const char *usual)
{
    const auto pick = random() % 8;
    return pick == 0 ? "" : pick == 1 ? "foreign" : usual;
}

Located anyPlace(std::mt19937_64 &random)
{
    auto place = located(oneOf<Located::At>(random, 9));
    if (random() % 4 == 0) {
        place.activationId = anyOf(random, activationId);
        place.credentialId = anyOf(random, credentialId);
        place.sequence = static_cast<std::int64_t>(random() % 4);
        place.biometric = oneOf<BiometricRule>(random, 2);
    }
    return place;
}

template<std::size_t index = 0>
Event eventAt(std::size_t wanted)
{
    if constexpr (index == std::variant_size_v<Event>)
        return StartPressed{};
    else
        return wanted == index ? Event(std::variant_alternative_t<index, Event>{})
                               : eventAt<index + 1>(wanted);
}

struct Fill {
    std::mt19937_64 &random;
    void operator()(PinRejected &event) const { event.rule = oneOf<PinRule>(random, 7); }
    void operator()(PinRepeated &event) const { event.equal = coin(random); }
    void operator()(CertificateWrong &event) const { event.what = oneOf<WrongData>(random, 4); }
    void operator()(CodeAccepted &event) const
    {
        event = {activationId, userId, oneOf<BiometricRule>(random, 2)};
    }
    void operator()(Enrolled &event) const { event.credentialId = credentialId; }
    void operator()(IssuanceReported &event) const { event.issuance = oneOf<Issuance>(random, 3); }
    void operator()(CertificateReceived &event) const { event.serial = serial; }
    void operator()(RecordReceived &event) const { event.transactionId = transactionId; }
    void operator()(ChallengeReceived &event) const
    {
        event = {static_cast<std::int64_t>(1 + random() % 3), freshTries};
    }
    void operator()(Failed &event) const
    {
        event.failure = {.code = anyCode(random), .detail = "Lỗi \"thử\"", .facts = {}};
        if (coin(random)) {
            event.failure.facts.triesLeft = static_cast<int>(random() % 5);
            event.failure.facts.retryAfter = Seconds{static_cast<int>(random() % 600)};
            event.failure.facts.at = UtcTime{Milliseconds{1795000000123}};
            event.failure.facts.subject = "bước 3";
        }
    }
    void operator()(AppStarted &event) const { event.journalFound = random() % 8 != 0; }
    void operator()(Located &event) const { event = anyPlace(random); }
    template<class Plain>
    void operator()(Plain &) const
    {}
};

} // namespace

Failed failed(FailureCode code)
{
    return {{.code = code, .detail = "test", .facts = {}}};
}

State after(State state, const std::vector<Event> &events)
{
    for (const auto &event : events) {
        auto transition = activation::advance(state, event);
        EXPECT_TRUE(!transition.effects.empty() || !(transition.next == state))
            << nameOf(event) << " does nothing at " << nameOf(state.stage);
        state = std::move(transition.next);
    }
    return state;
}

std::vector<std::string> effectsOf(const Transition &transition)
{
    std::vector<std::string> names;
    for (const auto &effect : transition.effects)
        names.emplace_back(nameOf(effect));
    return names;
}

std::vector<SecretSlot> wipedBy(const Transition &transition)
{
    std::vector<SecretSlot> slots;
    for (const auto &effect : transition.effects)
        if (const auto *wiped = std::get_if<WipeSecrets>(&effect))
            slots.insert(slots.end(), wiped->slots.begin(), wiped->slots.end());
    return slots;
}

std::optional<FailureCode> codeOf(const State &state)
{
    return state.failure ? std::optional(state.failure->code) : std::nullopt;
}

State atDetails()
{
    return after(State{}, {StartPressed{}, PrivacyAccepted{}});
}

State atRedeeming()
{
    return after(atDetails(), {DetailsSubmitted{}});
}

State atPassword(BiometricRule rule)
{
    return after(atRedeeming(), {CodeAccepted{activationId, userId, rule}});
}

State atBiometric(BiometricRule rule)
{
    return after(atPassword(rule), {PasswordChosen{}, PinChosen{}, PinRepeated{true}});
}

State atEnrolling()
{
    return after(atBiometric(), {BiometricRequested{}, BiometricGranted{}});
}

State atAwaiting()
{
    return after(atEnrolling(), {Enrolled{credentialId}});
}

State atReview()
{
    return after(atAwaiting(), {CertificateReceived{serial}});
}

State atReading()
{
    return after(atReview(), {CertificateRight{}, CertificateConfirmed{}, RecordReceived{transactionId}});
}

State atPinSheet()
{
    return after(atReading(), {RecordReadToEnd{}, SignPressed{}, ChallengeReceived{1, freshTries}});
}

State atSigning()
{
    return after(atPinSheet(), {SigningPinEntered{}});
}

State atVerifying()
{
    return after(atSigning(), {SignatureReceived{}});
}

State atHandingIn()
{
    return after(atVerifying(), {RecordVerified{}});
}

State atActive()
{
    return after(atHandingIn(), {HandInAccepted{}});
}

std::vector<State> everyStage()
{
    const auto resuming = after(atReview(), {AppStarted{true}});
    return {State{},
            after(State{}, {StartPressed{}}),
            atDetails(),
            atRedeeming(),
            atPassword(),
            after(atPassword(), {PasswordChosen{}}),
            after(atPassword(), {PasswordChosen{}, PinChosen{}}),
            atBiometric(),
            after(atBiometric(), {BiometricRequested{}}),
            atEnrolling(),
            atAwaiting(),
            atReview(),
            after(atReview(), {CertificateWrongPressed{}}),
            after(atReview(), {CertificateRight{}}),
            after(atReview(), {CertificateWrongPressed{}, CertificateWrong{WrongData::Name}}),
            after(atReview(), {CertificateRight{}, CertificateConfirmed{}}),
            atReading(),
            after(atReading(), {RecordReadToEnd{}}),
            after(atReading(), {RecordReadToEnd{}, SignPressed{}}),
            atPinSheet(),
            atSigning(),
            after(resuming, {ResumeWanted{}, located(Located::At::Signed)}),
            atVerifying(),
            atHandingIn(),
            atActive(),
            after(atActive(), {HomePressed{}}),
            after(resuming, {ResumeWanted{}, located(Located::At::Stopped)}),
            after(resuming, {ResumeWanted{}}),
            resuming};
}

Located located(Located::At where)
{
    using enum Located::At;
    Located answer;
    answer.at = where;
    answer.activationId = activationId;
    answer.userId = userId;
    const bool over = where > Active;
    if (where >= Enrolled)
        answer.credentialId = credentialId;
    if (where >= Issued && !over)
        answer.serial = serial;
    if (where >= Confirmed && !over)
        answer.transactionId = transactionId;
    if (where >= Signed)
        answer.sequence = 1;
    return answer;
}

Event randomEvent(std::mt19937_64 &random)
{
    auto event = eventAt(random() % std::variant_size_v<Event>);
    std::visit(Fill{random}, event);
    return event;
}

} // namespace smartca::journey::activation
