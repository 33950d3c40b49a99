// SPDX-License-Identifier: Apache-2.0
#include "cli/status.h"
#include "client/dossier_store.h"
#include "client/journal.h"
#include "platform/linux/linux_device.h"
#include "sandbox/admin/commands.h"
#include "tests/flow/world.h"

#include <gtest/gtest.h>

namespace smartca::test {
namespace {

using namespace activation;

/// Ends the app at the given stage, starts it anew and goes on: one certificate, no burned try.
template<class Stage>
void expectResumedFrom()
{
    World world;
    const auto [letter, home] = endedAt<Stage>(world);
    App again(world, home, {.letter = letter});
    again.persona.letter.code = "the code is never asked for again";
    ASSERT_TRUE(again.activate()) << codeText(again.failure().value_or(FailureCode::ServiceError)) << " at "
                                  << nameOf(again.state().stage);
    const auto shown = sandbox::admin::showSubscriber(world.service->folder(), letter.username).value();
    EXPECT_EQ(shown.at("certificates").size(), 1U);
    EXPECT_EQ(shown.at("triesLeft"), 3);
}

TEST(Resume, after_redemption_whose_answer_was_lost)
{
    World world;
    const auto [letter, home] = endedAt<ChoosingPassword>(world);
    // As if the app had died between request and answer: the journal still says that the code is on its way.
    {
        auto device = platform::makeLinuxDevice(home);
        ASSERT_TRUE(device);
        client::Journal journal(home, *device->secrets);
        auto entry = journal.load();
        ASSERT_TRUE(entry && *entry);
        (*entry)->state = activation::State{.facts = {}, .stage = activation::Redeeming{}, .failure = {}};
        ASSERT_TRUE(journal.save(**entry));
        ASSERT_TRUE(client::DossierStore(home, *device->secrets).remove());
    }
    App again(world, home, {.letter = letter});
    again.persona.letter.code = "the code is never asked for again";
    EXPECT_TRUE(again.goOnTo<ChoosingPassword>());
    EXPECT_LE(again.session->requestCount(), 2) << "once without and once with the service's nonce";
    EXPECT_TRUE(again.activate());
}

TEST(Resume, while_redeeming_when_nothing_was_redeemed_asks_for_the_code)
{
    World world;
    const auto letter = world.subscribe();
    const auto home = world.scratch.file("home");
    auto wrong = letter;
    wrong.code = "0000-0000";
    {
        App app(world, home, {.letter = wrong});
        ASSERT_FALSE(app.activate());
    }
    App again(world, home, {.letter = letter});
    EXPECT_TRUE(again.activate());
}

TEST(Resume, after_redemption)
{
    expectResumedFrom<ChoosingPassword>();
}

TEST(Resume, while_the_pin_is_chosen)
{
    expectResumedFrom<RepeatingPin>();
}

TEST(Resume, while_enrolling)
{
    expectResumedFrom<Enrolling>();
}

TEST(Resume, while_waiting_for_the_certificate)
{
    expectResumedFrom<AwaitingCertificate>();
}

TEST(Resume, while_the_certificate_is_reviewed)
{
    expectResumedFrom<ReviewingCertificate>();
}

TEST(Resume, while_the_certificate_is_confirmed)
{
    expectResumedFrom<ConfirmingCertificate>();
}

TEST(Resume, while_the_record_is_read)
{
    expectResumedFrom<ReadingRecord>();
}

TEST(Resume, while_the_pin_sheet_is_open)
{
    expectResumedFrom<EnteringSigningPin>();
}

TEST(Resume, while_signing)
{
    expectResumedFrom<Signing>();
}

TEST(Resume, while_verifying)
{
    expectResumedFrom<Verifying>();
}

TEST(Resume, while_handing_in)
{
    expectResumedFrom<HandingIn>();
}

TEST(Resume, after_everything_is_at_home_without_a_request)
{
    World world;
    const auto home = endedAt<Active>(world).home;
    App again(world, home, {});
    EXPECT_TRUE(again.at<AtHome>());
    EXPECT_EQ(again.session->requestCount(), 0);
    EXPECT_TRUE(again.session->dossier().signedRecord) << "the signed record is kept";
}

TEST(Resume, signed_but_not_handed_in_needs_no_pin)
{
    World world;
    const auto [letter, home] = endedAt<HandingIn>(world, [&] { world.stop(); });
    world.start();
    App again(world, home, {.letter = letter, .pin = "000000"});
    again.persona.wrongPins = {"000000"};
    EXPECT_TRUE(again.activate());
    EXPECT_EQ(again.persona.wrongPins.size(), 1U) << "nobody was asked for a PIN";
}

/// The next step as `smartca-cli status --json` names it.
std::string nextStep(const std::string &home)
{
    testing::internal::CaptureStdout();
    EXPECT_EQ(cli::status({.home = home, .language = Language::English, .json = true}), 0);
    const auto said = parseJson(testing::internal::GetCapturedStdout());
    return said ? said->at("nextStep").get<std::string>() : "";
}

TEST(Resume, start_without_the_service_forgets_no_next_step)
{
    World world;
    const auto [letter, home] = endedAt<HandingIn>(world, [&] { world.stop(); });
    ASSERT_EQ(nextStep(home), "handIn");
    world.start();
    const auto profile = world.service->profile();
    world.stop();
    {
        App again(world, home, {.letter = letter}, profile, quickPace());
        ASSERT_FALSE(again.activate());
    }
    EXPECT_EQ(nextStep(home), "handIn");
}

TEST(Resume, service_gone_at_hand_in_is_not_handed_in_yet_and_retry_hands_in)
{
    World world;
    App app(world, world.scratch.file("home"), {.letter = world.subscribe()});
    ASSERT_TRUE(app.goOnTo<Verifying>());
    world.stop();
    EXPECT_FALSE(app.activate());
    EXPECT_EQ(app.failure(), FailureCode::NotHandedIn);
    world.start();
    app.press(RetryPressed{});
    EXPECT_TRUE(app.activate());
}

TEST(Resume, record_is_fetched_again_when_the_dossier_is_gone)
{
    World world;
    const auto [letter, home] = endedAt<ReadingRecord>(world);
    for (const auto *name : {"dossier.sealed", "record.sealed"})
        std::filesystem::remove(home + "/" + name);
    App again(world, home, {.letter = letter});
    EXPECT_TRUE(again.activate());
}

TEST(Resume, signature_is_fetched_again_when_the_dossier_is_gone)
{
    World world;
    const auto [letter, home] = endedAt<HandingIn>(world, [&] { world.stop(); });
    world.start();
    for (const auto *name : {"dossier.sealed", "record.sealed", "signed-record.sealed"})
        std::filesystem::remove(home + "/" + name);
    App again(world, home, {.letter = letter});
    EXPECT_TRUE(again.activate());
}

TEST(Resume, service_restarted_at_any_point_is_not_noticed)
{
    World world;
    const auto letter = world.subscribe();
    App app(world, world.scratch.file("home"), {.letter = letter});
    const auto restartAt = [&](bool reached) {
        ASSERT_TRUE(reached);
        world.start();
    };
    restartAt(app.goOnTo<ChoosingPassword>());
    restartAt(app.goOnTo<ReviewingCertificate>());
    restartAt(app.goOnTo<ReadingRecord>());
    restartAt(app.goOnTo<EnteringSigningPin>());
    EXPECT_TRUE(app.activate());
}

} // namespace
} // namespace smartca::test
