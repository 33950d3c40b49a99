// SPDX-License-Identifier: Apache-2.0
#include "journey/activation/transition.h"
#include "world.h"

#include <algorithm>
#include <set>

/// What holds for any sequence of events whatever.
namespace smartca::journey::activation {
namespace {

constexpr int walks = 400;
constexpr int stepsPerWalk = 600;

bool isWork(const Effect &effect)
{
    return !std::holds_alternative<WipeSecrets>(effect) &&
           !std::holds_alternative<ForgetActivation>(effect) && !std::holds_alternative<CancelWork>(effect);
}

/// Now and then a way on, so that walks get far; else anything, rather something that changes the state.
Event nextEvent(const State &state, std::mt19937_64 &random)
{
    if (random() % 6 != 0) {
        auto event = randomEvent(random);
        for (int attempt = 0; attempt < 3 && activation::advance(state, event).next == state; ++attempt)
            event = randomEvent(random);
        return event;
    }
    const auto ways = waysOn(state);
    if (ways.empty())
        return randomEvent(random);
    auto event = ways[random() % ways.size()];
    const bool anew =
        std::holds_alternative<ReactivationWanted>(event) || std::holds_alternative<NewCodeWanted>(event);
    if (anew && random() % 8 != 0)
        return randomEvent(random);
    // Samples name other ids than the walk's; a walk goes on with fitting ones.
    if (std::holds_alternative<Located>(event))
        return located(static_cast<Located::At>(random() % 9));
    return event;
}

void expectSound(const State &state)
{
    const auto &facts = state.facts;
    EXPECT_FALSE(facts.biometricKey && facts.biometricSkipped);
    // Nothing after redemption without an activation, nothing after enrolment without a credential.
    if (stepOf(state.stage) > 1) {
        EXPECT_FALSE(facts.activationId.empty()) << nameOf(state.stage);
    }
    if (at<Enrolling>(state) && facts.biometric == BiometricRule::Required) {
        EXPECT_TRUE(facts.biometricKey);
    }
    if (stepOf(state.stage) == 5 || at<Active>(state)) {
        EXPECT_FALSE(facts.credentialId.empty()) << nameOf(state.stage);
    }
    if (at<Active>(state) || at<AtHome>(state)) {
        EXPECT_TRUE(facts.handedIn);
    }
}

/// Work is under way that brings the next event, or there is something that the person can do.
void expectWays(const State &state)
{
    const auto isPersons = [](const Event &event) { return event.index() < Event(CodeAccepted{}).index(); };
    const auto ways = waysOn(state);
    EXPECT_TRUE(working(state) || std::ranges::any_of(ways, isPersons)) << toText(toJson(state));
}

TEST(Properties, no_sequence_of_events_reaches_an_undefined_state)
{
    std::mt19937_64 random(20261122);
    std::set<std::string_view> seen;
    for (int walk = 0; walk < walks && !::testing::Test::HasFailure(); ++walk) {
        State state;
        for (int step = 0; step < stepsPerWalk; ++step) {
            const auto event = nextEvent(state, random);
            auto transition = activation::advance(state, event);
            const auto again = activation::advance(state, event);
            ASSERT_EQ(transition.next, again.next);
            ASSERT_EQ(effectsOf(transition), effectsOf(again));
            ASSERT_LE(std::count_if(transition.effects.begin(), transition.effects.end(), isWork), 1);
            state = std::move(transition.next);
            seen.insert(nameOf(state.stage));
            expectSound(state);
        }
        expectWays(state);
    }
    EXPECT_EQ(seen.size(), std::variant_size_v<Stage>) << "a stage was never reached";
}

TEST(Properties, every_state_on_the_way_offers_a_way_on)
{
    std::mt19937_64 random(7);
    for (int walk = 0; walk < 40 && !::testing::Test::HasFailure(); ++walk) {
        State state;
        for (int step = 0; step < 200; ++step) {
            state = activation::advance(state, nextEvent(state, random)).next;
            expectWays(state);
        }
    }
}

TEST(Properties, a_journal_of_events_replays_to_the_same_states_through_the_codec)
{
    std::mt19937_64 random(11);
    for (int walk = 0; walk < 20; ++walk) {
        State state;
        State replayed;
        for (int step = 0; step < 300; ++step) {
            const auto event = nextEvent(state, random);
            state = activation::advance(state, event).next;
            const auto readEvent = eventFromJson(*parseJson(toText(toJson(event))));
            ASSERT_TRUE(readEvent);
            replayed = activation::advance(replayed, *readEvent).next;
            ASSERT_EQ(replayed, state);
            const auto readState = stateFromJson(*parseJson(toText(toJson(state))));
            ASSERT_TRUE(readState);
            ASSERT_EQ(*readState, state);
        }
    }
}

/// A second long-running effect while one is under way would mean two requests at once.
TEST(Properties, work_never_overlaps)
{
    std::mt19937_64 random(3);
    for (int walk = 0; walk < 200 && !::testing::Test::HasFailure(); ++walk) {
        State state;
        std::string running;
        for (int step = 0; step < 300; ++step) {
            auto event = nextEvent(state, random);
            const bool outcome =
                event.index() >= Event(CodeAccepted{}).index() && !std::holds_alternative<AppStarted>(event);
            // Outcomes come only from work that is under way.
            if (outcome && running.empty())
                continue;
            if (std::holds_alternative<AppStarted>(event))
                running.clear();
            const auto transition = activation::advance(state, event);
            if (outcome && !(transition.next == state) && !std::holds_alternative<IssuanceReported>(event) &&
                !std::holds_alternative<CertificateConfirmed>(event))
                running.clear();
            for (const auto &effect : transition.effects) {
                if (std::holds_alternative<CancelWork>(effect))
                    running.clear();
                if (!isWork(effect))
                    continue;
                EXPECT_TRUE(running.empty()) << nameOf(effect) << " while " << running << " runs, after "
                                             << nameOf(event) << " at " << nameOf(state.stage);
                running = nameOf(effect);
            }
            state = transition.next;
        }
    }
}

TEST(Properties, the_pin_leaves_the_vault_with_every_way_out_of_the_sheet)
{
    std::mt19937_64 random(5);
    const auto holdsPin = [](const State &state) {
        return at<EnteringSigningPin>(state) || at<Signing>(state);
    };
    for (int walk = 0; walk < 200; ++walk) {
        auto state = atPinSheet();
        for (int step = 0; step < 40; ++step) {
            const auto event = nextEvent(state, random);
            const auto transition = activation::advance(state, event);
            const bool restart = std::holds_alternative<AppStarted>(event);
            if (holdsPin(state) && !holdsPin(transition.next) && !state.failure && !restart) {
                const auto wiped = wipedBy(transition);
                EXPECT_NE(std::find(wiped.begin(), wiped.end(), SecretSlot::SigningPin), wiped.end())
                    << nameOf(event) << " at " << nameOf(state.stage);
            }
            state = transition.next;
        }
    }
}

} // namespace
} // namespace smartca::journey::activation
