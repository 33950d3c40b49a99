// SPDX-License-Identifier: Apache-2.0
#include "device/durable_file.h"
#include "sandbox/admin/commands.h"
#include "tests/flow/world.h"

#include <gtest/gtest.h>

namespace smartca::test {
namespace {

using namespace activation;
using namespace std::chrono_literals;

const std::vector<std::string> threeWrong{"708264", "862940", "350971"};

TEST(PinFailure, wrong_pin_says_the_tries_left_and_the_right_one_signs)
{
    World world;
    App app(world, world.scratch.file("home"), {.letter = world.subscribe(), .wrongPins = {"708264"}});
    ASSERT_TRUE(app.goOn([&](const State &state) {
        return state.failure && std::holds_alternative<EnteringSigningPin>(state.stage);
    }));
    EXPECT_EQ(app.failure(), FailureCode::PinWrong);
    EXPECT_EQ(app.state().failure->facts.triesLeft, 2);
    EXPECT_EQ(app.state().failure->facts.triesUntilBlocked, 8);
    EXPECT_TRUE(app.activate());
}

TEST(PinFailure, three_wrong_lock_for_five_minutes_and_then_the_right_one_signs)
{
    World world;
    App app(world, world.scratch.file("home"), {.letter = world.subscribe(), .wrongPins = threeWrong});
    EXPECT_FALSE(app.activate());
    EXPECT_EQ(app.failure(), FailureCode::PinLocked);
    ASSERT_TRUE(app.session->dossier().pinLockedUntil.has_value());
    const auto left = *app.session->dossier().pinLockedUntil - app.session->serviceNow();
    EXPECT_LE(left, 5min);
    EXPECT_GT(left, 4min);
    app.press(RetryPressed{});
    ASSERT_TRUE(app.waitUntil([&] { return !app.session->busy(); }));
    EXPECT_EQ(app.failure(), FailureCode::PinLocked) << "the service's clock decides";
    world.clock.advance(6min);
    app.press(RetryPressed{});
    EXPECT_TRUE(app.goOnTo<EnteringSigningPin>() && app.activate());
}

TEST(PinFailure, nine_wrong_block_for_good_and_a_new_code_activates_again)
{
    World world;
    const auto letter = world.subscribe();
    App app(world, world.scratch.file("home"), {.letter = letter, .wrongPins = threeWrong});
    EXPECT_FALSE(app.activate());
    for (const auto lock : {6min, 181min}) {
        EXPECT_EQ(app.failure(), FailureCode::PinLocked);
        world.clock.advance(lock);
        app.persona.wrongPins = threeWrong;
        app.press(RetryPressed{});
        EXPECT_FALSE(app.activate());
    }
    EXPECT_EQ(app.failure(), FailureCode::PinBlocked);
    // Whoever only looks at the journal, as smartca-cli status does, finds the end in it.
    EXPECT_TRUE(app.waitUntilKept([](const auto &kept) { return isOverForGood(kept); }));
    // "Nhận mã mới": forgotten here, and the mail ordered for the username that is still known.
    app.press(NewCodeWanted{});
    EXPECT_TRUE(app.at<EnteringDetails>());
    app.press(NewCodeWanted{});
    ASSERT_TRUE(app.waitUntil([&] { return !app.session->busy(); }));
    EXPECT_FALSE(app.failure());
    app.persona.wrongPins.clear();
    app.persona.letter = world.letter();
    EXPECT_TRUE(app.activate());
    const auto shown = sandbox::admin::showSubscriber(world.service->folder(), letter.username).value();
    ASSERT_EQ(shown.at("certificates").size(), 2U);
    int revoked = 0;
    for (const auto &certificate : shown.at("certificates"))
        revoked += certificate.at("status") == "revoked" ? 1 : 0;
    EXPECT_EQ(revoked, 1) << "the old one, and only the old one";
}

TEST(PinFailure, forgotten_pin_is_answered_by_a_mail_with_a_new_code)
{
    World world;
    App app(world, world.scratch.file("home"), {.letter = world.subscribe()});
    ASSERT_TRUE(app.goOnTo<EnteringSigningPin>());
    app.press(NewCodeWanted{});
    app.press(NewCodeWanted{});
    ASSERT_TRUE(app.waitUntil([&] { return !app.session->busy(); }));
    EXPECT_FALSE(app.failure());
    app.persona.letter = world.letter();
    EXPECT_TRUE(app.activate());
}

TEST(PinFailure, lost_keys_are_said_before_any_try_is_burned)
{
    World world;
    const auto [letter, home] = endedAt<ReadingRecord>(world);
    std::filesystem::remove(home + "/identity.sealed");
    App again(world, home, {.letter = letter});
    EXPECT_FALSE(again.activate());
    EXPECT_EQ(again.failure(), FailureCode::KeysNotOnDevice);
    EXPECT_EQ(again.session->requestCount(), 0) << "nothing is sent";
    const auto shown = sandbox::admin::showSubscriber(world.service->folder(), letter.username).value();
    EXPECT_EQ(shown.at("triesLeft"), 3);
}

TEST(PinFailure, expired_challenge_is_replaced_silently)
{
    World world;
    App app(world, world.scratch.file("home"), {.letter = world.subscribe()});
    ASSERT_TRUE(app.goOnTo<EnteringSigningPin>());
    world.clock.advance(3min);
    EXPECT_TRUE(app.activate());
}

TEST(PinFailure, challenge_voided_by_another_start_is_replaced_without_burning_a_try)
{
    World world;
    const auto letter = world.subscribe();
    const auto home = world.scratch.file("home");
    App app(world, home, {.letter = letter});
    ASSERT_TRUE(app.goOnTo<EnteringSigningPin>());
    ASSERT_TRUE(app.waitUntilAllKept());
    {
        // One program at a time has the folder: the other start is that of a copy.
        const auto copy = world.scratch.file("copy");
        std::filesystem::copy(home, copy, std::filesystem::copy_options::recursive);
        App second(world, copy, {.letter = letter});
        ASSERT_TRUE(second.goOnTo<ReadingRecord>());
    }
    EXPECT_TRUE(app.activate());
}

} // namespace
} // namespace smartca::test
