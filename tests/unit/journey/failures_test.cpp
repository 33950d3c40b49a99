// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include <algorithm>

/// Every failure code at every stage.
namespace smartca::journey::activation {
namespace {

bool isPersons(const Event &event)
{
    return event.index() < Event(CodeAccepted{}).index();
}

/// A way on that a person can take: it asks for work, or leaves the failure behind.
bool leadsOn(const State &state, const Event &event)
{
    const auto transition = activation::advance(state, event);
    return isPersons(event) && (!transition.effects.empty() || transition.next.failure != state.failure);
}

TEST(EveryFailure, leads_at_every_stage_to_a_state_with_a_way_on)
{
    for (const auto &stage : everyStage())
        for (const auto code : allFailureCodes()) {
            const auto state = activation::advance(stage, failed(code)).next;
            const auto ways = waysOn(state);
            EXPECT_FALSE(ways.empty()) << codeText(code) << " at " << nameOf(stage.stage);
            if (!state.failure)
                continue;
            EXPECT_TRUE(std::any_of(ways.begin(), ways.end(),
                                    [&](const Event &event) { return leadsOn(state, event); }))
                << codeText(code) << " at " << nameOf(stage.stage);
        }
}

TEST(EveryFailure, shown_beside_a_field_keeps_its_page)
{
    for (const auto &stage : everyStage())
        for (const auto code : allFailureCodes()) {
            const auto state = activation::advance(stage, failed(code)).next;
            if (!state.failure || state.failure == stage.failure ||
                catalogueEntry(state.failure->code).presentation == Presentation::Page)
                continue;
            EXPECT_EQ(stepOf(state.stage) > 0, stepOf(stage.stage) > 0)
                << codeText(code) << " at " << nameOf(stage.stage);
        }
}

TEST(EveryFailure, is_never_turned_into_a_wrong_pin)
{
    for (const auto &stage : everyStage())
        for (const auto code : allFailureCodes()) {
            if (code == FailureCode::PinWrong)
                continue;
            EXPECT_NE(codeOf(activation::advance(stage, failed(code)).next), FailureCode::PinWrong);
        }
}

TEST(EveryFailure, while_signing_wipes_the_pin)
{
    for (const auto code : allFailureCodes())
        EXPECT_EQ(wipedBy(activation::advance(atSigning(), failed(code))),
                  std::vector{SecretSlot::SigningPin})
            << codeText(code);
}

TEST(EveryFailure, lets_lost_keys_be_replaced_wherever_they_are_missed)
{
    for (const auto &stage : everyStage()) {
        const auto state = activation::advance(stage, failed(FailureCode::KeysNotOnDevice)).next;
        if (codeOf(state) == FailureCode::KeysNotOnDevice) {
            EXPECT_EQ(activation::advance(state, ReactivationWanted{}).next, State{}) << nameOf(stage.stage);
        }
    }
}

} // namespace
} // namespace smartca::journey::activation
