// SPDX-License-Identifier: Apache-2.0
#include "sandbox/admin/commands.h"
#include "tests/flow/world.h"

#include <gtest/gtest.h>

namespace smartca::test {
namespace {

using namespace activation;
using namespace std::chrono_literals;

Letter withCode(Letter letter, std::string code)
{
    letter.code = std::move(code);
    return letter;
}

/// Presses "dismiss", corrects the details and goes on to the end.
bool correctAndFinish(App &app, Letter right)
{
    app.persona.letter = std::move(right);
    app.press(FailureDismissed{});
    return app.activate();
}

TEST(CodeFailure, wrong_code_says_the_tries_left_and_the_right_one_goes_on)
{
    World world;
    const auto letter = world.subscribe();
    App app(world, world.scratch.file("home"), {.letter = withCode(letter, "0000-0000")});
    EXPECT_FALSE(app.activate());
    EXPECT_EQ(app.failure(), FailureCode::ActivationDetailsWrong);
    EXPECT_EQ(app.state().failure->facts.triesLeft, 4);
    EXPECT_TRUE(correctAndFinish(app, letter));
}

TEST(CodeFailure, unknown_account_gets_the_same_answer_as_a_wrong_code)
{
    World world;
    auto letter = world.subscribe();
    const auto right = letter;
    letter.username = "099999999999";
    App app(world, world.scratch.file("home"), {.letter = letter});
    EXPECT_FALSE(app.activate());
    EXPECT_EQ(app.failure(), FailureCode::ActivationDetailsWrong);
    EXPECT_EQ(app.state().failure->facts.triesLeft, 4);
    EXPECT_TRUE(correctAndFinish(app, right));
}

TEST(CodeFailure, typing_is_closed_after_five_wrong_codes_and_the_token_still_works)
{
    World world;
    const auto letter = world.subscribe();
    App app(world, world.scratch.file("home"), {.letter = letter});
    for (int i = 0; i < 5; ++i) {
        app.persona.letter.code = "0000-000" + std::to_string(i);
        EXPECT_FALSE(app.activate());
        if (i < 4) {
            EXPECT_EQ(app.failure(), FailureCode::ActivationDetailsWrong) << i;
        }
        app.press(FailureDismissed{});
    }
    app.persona.letter = letter;
    EXPECT_FALSE(app.activate());
    EXPECT_EQ(app.failure(), FailureCode::CodeTypingClosed);
    app.persona.useToken = true;
    app.press(FailureDismissed{});
    EXPECT_TRUE(app.activate());
}

TEST(CodeFailure, expired_code_is_told_to_who_has_it_and_a_new_mail_leads_on)
{
    World world;
    const auto letter = world.subscribe();
    world.clock.advance(16 * 24h);
    App app(world, world.scratch.file("home"), {.letter = letter});
    EXPECT_FALSE(app.activate());
    EXPECT_EQ(app.failure(), FailureCode::CodeExpired);
    app.press(NewCodeWanted{});
    ASSERT_TRUE(app.waitUntil([&] { return !app.session->busy(); }));
    EXPECT_FALSE(app.failure());
    app.persona.letter = world.letter();
    EXPECT_NE(app.persona.letter.code, letter.code);
    EXPECT_TRUE(app.activate());
}

TEST(CodeFailure, code_redeemed_on_another_device_is_refused_here)
{
    World world;
    const auto letter = world.subscribe();
    App first(world, world.scratch.file("first"), {.letter = letter});
    ASSERT_TRUE(first.goOnTo<ChoosingPassword>());
    App second(world, world.scratch.file("second"), {.letter = letter});
    EXPECT_FALSE(second.activate());
    EXPECT_EQ(second.failure(), FailureCode::CodeOnOtherDevice);
    EXPECT_EQ(second.session->requestCount(), 1) << "a verdict is not asked for twice";
    EXPECT_TRUE(first.activate());
}

TEST(CodeFailure, locked_account_is_told_to_who_has_the_code_and_goes_on_when_unlocked)
{
    World world;
    const auto letter = world.subscribe();
    ASSERT_TRUE(sandbox::admin::lockSubscriber(world.service->folder(), letter.username));
    App app(world, world.scratch.file("home"), {.letter = letter});
    EXPECT_FALSE(app.activate());
    EXPECT_EQ(app.failure(), FailureCode::AccountLocked);
    ASSERT_TRUE(sandbox::admin::unlockSubscriber(world.service->folder(), letter.username));
    EXPECT_TRUE(correctAndFinish(app, letter));
}

TEST(CodeFailure, active_account_is_told_only_to_who_has_the_right_code)
{
    World world;
    const auto letter = world.subscribe();
    App first(world, world.scratch.file("first"), {.letter = letter});
    ASSERT_TRUE(first.activate());
    App second(world, world.scratch.file("second"), {.letter = letter});
    EXPECT_FALSE(second.activate());
    EXPECT_EQ(second.failure(), FailureCode::AccountAlreadyActive);
    App stranger(world, world.scratch.file("third"), {.letter = withCode(letter, "0000-0000")});
    EXPECT_FALSE(stranger.activate());
    EXPECT_EQ(stranger.failure(), FailureCode::ActivationDetailsWrong);
}

TEST(CodeFailure, used_code_is_told_after_its_activation_was_stopped)
{
    World world;
    const auto letter = world.subscribe();
    const auto home = world.scratch.file("home");
    {
        App app(world, home, {.letter = letter});
        ASSERT_TRUE(app.goOnTo<ReviewingCertificate>());
        app.press(CertificateWrongPressed{});
        app.press(CertificateWrong{WrongData::Name});
        ASSERT_TRUE(app.waitUntil([&] { return app.at<Stopped>(); }));
    }
    // The device keys stay, the memory of the activation goes: the same device presents the same code again.
    std::filesystem::remove(home + "/journal.sealed");
    App again(world, home, {.letter = letter});
    EXPECT_FALSE(again.activate());
    EXPECT_EQ(again.failure(), FailureCode::CodeUsed);
    ASSERT_TRUE(sandbox::admin::resendMail(world.service->folder(), letter.username));
    // Its keys went with that activation; the code is still good for new ones.
    EXPECT_FALSE(correctAndFinish(again, world.letter()));
    EXPECT_EQ(again.failure(), FailureCode::KeysRevoked);
    again.press(ReactivationWanted{});
    EXPECT_TRUE(again.activate());
}

TEST(CodeFailure, activation_not_finished_in_fifteen_days_has_ended_and_a_new_code_leads_on)
{
    World world;
    const auto [letter, home] = endedAt<ReviewingCertificate>(world);
    world.clock.advance(std::chrono::hours(15 * 24));
    App again(world, home, {.letter = letter});
    EXPECT_FALSE(again.activate());
    EXPECT_EQ(again.failure(), FailureCode::ActivationEnded);
    again.press(ReactivationWanted{});
    ASSERT_TRUE(sandbox::admin::resendMail(world.service->folder(), letter.username));
    again.persona.letter = world.letter();
    EXPECT_TRUE(again.activate());
}

TEST(CodeFailure, password_that_breaks_the_rules_is_refused_by_the_service_as_well)
{
    World world;
    App app(world, world.scratch.file("home"), {.letter = world.subscribe(), .password = "hoasentrang"});
    EXPECT_FALSE(app.activate());
    EXPECT_EQ(app.failure(), FailureCode::PasswordRefused);
    EXPECT_TRUE(app.at<ChoosingPassword>());
    app.persona.password = "Sen!Trang7";
    app.press(FailureDismissed{});
    EXPECT_TRUE(app.activate());
}

TEST(CodeFailure, app_too_old_is_said_before_anything_is_redeemed)
{
    World world;
    const auto letter = world.subscribe();
    const auto home = world.scratch.file("home");
    {
        App old(world, home, {.letter = letter}, world.service->profile(), quickPace(), "0.0.9");
        EXPECT_FALSE(old.activate());
        EXPECT_EQ(old.failure(), FailureCode::AppTooOld);
    }
    App updated(world, home, {.letter = letter});
    EXPECT_TRUE(updated.activate());
}

} // namespace
} // namespace smartca::test
