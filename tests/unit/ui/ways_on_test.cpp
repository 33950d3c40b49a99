// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/journey/world.h"
#include "tests/unit/ui/desk.h"

#include <QSignalSpy>

/// Every failure at every stage where the journey can leave it: its page leads on.
namespace smartca::ui {
namespace {

using namespace activation;
using Page = ActivationViewModel::Page;

/// Problem pages as the journey itself comes to them.
std::vector<State> everyProblem()
{
    std::vector<State> problems;
    for (const auto &stage : everyStage())
        for (const auto code : allFailureCodes()) {
            const auto state = activation::advance(stage, failed(code)).next;
            if (state.failure && pageOf(state) == Page::Problem)
                problems.push_back(state);
        }
    return problems;
}

std::string nameOf(const State &state)
{
    return std::string(codeText(state.failure->code)) + " at " + std::string(activation::nameOf(state.stage));
}

/// A problem page, and what its buttons bring about.
struct ProblemDesk : Desk {
    QSignalSpy close{activation.failure(), &FailureViewModel::closeWanted};
    State problem;

    explicit ProblemDesk(State state) : problem(std::move(state)) { source.setState(problem); }

    [[nodiscard]] bool ledOn() const
    {
        return std::ranges::any_of(source.events(),
                                   [&](const Event &event) { return takes(problem, event); });
    }
    [[nodiscard]] bool sawNothing() const { return source.asked().empty() && close.isEmpty() && !ledOn(); }
};

TEST(EveryProblemPage, is_reached_while_work_was_under_way)
{
    const auto problems = everyProblem();
    const auto stands = [&](auto stage) {
        return std::ranges::any_of(problems, [&](const State &state) {
            return std::holds_alternative<decltype(stage)>(state.stage);
        });
    };
    EXPECT_TRUE(stands(Redeeming{}) && stands(Enrolling{}) && stands(ConfirmingCertificate{}) &&
                stands(Signing{}) && stands(HandingIn{}));
}

TEST(EveryProblemPage, is_not_busy)
{
    for (const auto &problem : everyProblem()) {
        ProblemDesk desk(problem);
        desk.source.setBusy(true); // a held certificate is asked for all the while
        EXPECT_FALSE(desk.activation.busy()) << nameOf(problem);
    }
}

TEST(EveryProblemPage, has_no_button_that_does_nothing)
{
    for (const auto &problem : everyProblem()) {
        ProblemDesk first(problem);
        first.activation.failure()->primary();
        EXPECT_FALSE(first.sawNothing()) << nameOf(problem);
        ProblemDesk second(problem);
        if (second.activation.failure()->secondaryText().isEmpty())
            continue;
        second.activation.failure()->secondary();
        EXPECT_FALSE(second.sawNothing()) << nameOf(problem);
        EXPECT_NE(second.activation.failure()->primaryText().toStdString(),
                  second.activation.failure()->secondaryText().toStdString())
            << nameOf(problem);
    }
}

TEST(EveryProblemPage, leads_on_in_the_journey)
{
    for (const auto &problem : everyProblem()) {
        const bool askedForAllTheWhile = problem.failure->code == FailureCode::CertificateHeld &&
                                         std::holds_alternative<AwaitingCertificate>(problem.stage);
        if (askedForAllTheWhile)
            continue;
        ProblemDesk desk(problem);
        desk.activation.failure()->primary();
        desk.activation.failure()->secondary();
        EXPECT_TRUE(desk.ledOn()) << nameOf(problem);
    }
}

} // namespace
} // namespace smartca::ui
