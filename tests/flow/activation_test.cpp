// SPDX-License-Identifier: Apache-2.0
#include "pdf/verify.h"
#include "sandbox/admin/commands.h"
#include "tests/flow/world.h"

#include <gtest/gtest.h>

namespace smartca::test {
namespace {

using namespace activation;

void expectActivated(World &world, App &app, const Letter &letter)
{
    ASSERT_TRUE(app.activate()) << codeText(app.failure().value_or(FailureCode::ServiceError)) << " at "
                                << nameOf(app.state().stage) << ": "
                                << (app.state().failure ? app.state().failure->detail : "");
    const auto &dossier = app.session->dossier();
    ASSERT_TRUE(dossier.signedRecord);
    const auto report =
        pdf::verifySignedPdf(*dossier.signedRecord, {.documentRoot = app.session->profile().documentRoot,
                                                     .timeStampRoot = app.session->profile().timeStampRoot});
    EXPECT_TRUE(report.valid);
    EXPECT_TRUE(report.wholeFileCovered);
    EXPECT_TRUE(dossier.receipt.has_value());
    const auto shown = sandbox::admin::showSubscriber(world.service->folder(), letter.username).value();
    EXPECT_EQ(shown.at("state"), "active");
    EXPECT_EQ(shown.at("certificates").size(), 1U);
}

TEST(Activation, with_typed_code_and_p256_ends_active_in_seven_requests_on_one_connection)
{
    World world(crypto::KeyKind::P256);
    const auto letter = world.subscribe();
    App app(world, world.scratch.file("home"), {.letter = letter});
    expectActivated(world, app, letter);
    EXPECT_EQ(app.session->requestCount(), 7);
    EXPECT_EQ(app.session->connectionCount(), 1);
}

TEST(Activation, with_rsa3072_ends_active)
{
    World world(crypto::KeyKind::Rsa3072);
    const auto letter = world.subscribe();
    App app(world, world.scratch.file("home"), {.letter = letter});
    expectActivated(world, app, letter);
    EXPECT_EQ(app.session->dossier().certificate->publicKey().kind(), crypto::KeyKind::Rsa3072);
}

TEST(Activation, with_the_token_of_link_or_qr_ends_active)
{
    World world;
    const auto letter = world.subscribe();
    App app(world, world.scratch.file("home"), {.letter = letter, .useToken = true});
    expectActivated(world, app, letter);
}

TEST(Activation, signs_the_very_bytes_that_were_shown)
{
    World world;
    App app(world, world.scratch.file("home"), {.letter = world.subscribe()});
    ASSERT_TRUE(app.goOnTo<ReadingRecord>());
    const auto shown = app.session->dossier().record;
    ASSERT_TRUE(app.activate());
    EXPECT_EQ(app.session->dossier().record, shown) << "one immutable buffer, never another";
    const auto &finished = *app.session->dossier().signedRecord;
    ASSERT_EQ(finished.size(), shown->size()) << "nothing but the placeholder was touched";
}

TEST(Activation, leaves_no_secret_in_the_vault)
{
    World world;
    App app(world, world.scratch.file("home"), {.letter = world.subscribe()});
    ASSERT_TRUE(app.activate());
    for (const auto slot : {SecretSlot::Username, SecretSlot::Code, SecretSlot::Token, SecretSlot::Password,
                            SecretSlot::PasswordAgain, SecretSlot::NewPin, SecretSlot::PinAgain,
                            SecretSlot::SigningPin, SecretSlot::Avoid})
        EXPECT_FALSE(app.session->vault().has(slot)) << nameOf(slot);
}

TEST(Activation, own_digits_are_told_to_the_vault_and_refused_as_pin)
{
    World world;
    App app(world, world.scratch.file("home"), {.letter = world.subscribe(), .pin = "345678"});
    app.persona.pin = "916200"; // of the id number
    EXPECT_FALSE(app.activate());
    EXPECT_EQ(app.failure(), FailureCode::PinWeak);
    EXPECT_EQ(app.state().failure->facts.pinRule, PinRule::OwnDigits);
    app.persona.pin = "493817";
    app.press(FailureDismissed{});
    EXPECT_TRUE(app.activate());
}

/// Six digits on the pad, and nobody confirms them; says which slot the session called expired.
std::optional<SecretSlot> leftAlone(World &world, App &app, SecretSlot slot)
{
    std::optional<SecretSlot> expired;
    const QObject here; // heard only as long as this is looked at
    QObject::connect(app.session.get(), &client::ActivationSession::pinExpired, &here,
                     [&](SecretSlot over) { expired = over; });
    for (const int digit : {4, 9, 3, 8, 1, 7})
        app.session->vault().appendDigit(slot, digit);
    world.clock.advance(std::chrono::minutes(1));
    app.waitUntil([&] { return expired.has_value(); });
    EXPECT_FALSE(app.session->vault().has(slot));
    return expired;
}

TEST(Activation, signing_pin_typed_and_never_confirmed_is_wiped_after_its_minute)
{
    World world;
    App app(world, world.scratch.file("home"), {.letter = world.subscribe()});
    ASSERT_TRUE(app.goOnTo<EnteringSigningPin>());
    EXPECT_EQ(leftAlone(world, app, SecretSlot::SigningPin), SecretSlot::SigningPin);
    EXPECT_TRUE(app.at<EnteringSigningPin>()) << "the sheet stays";
    EXPECT_TRUE(app.activate());
}

TEST(Activation, new_pin_left_alone_on_its_page_is_wiped_and_a_chosen_one_waits_for_the_enrolment)
{
    World world;
    App app(world, world.scratch.file("home"), {.letter = world.subscribe()});
    ASSERT_TRUE(app.goOnTo<ChoosingPin>());
    EXPECT_EQ(leftAlone(world, app, SecretSlot::NewPin), SecretSlot::NewPin);
    ASSERT_TRUE(app.goOnTo<RepeatingPin>());
    EXPECT_EQ(leftAlone(world, app, SecretSlot::PinAgain), SecretSlot::PinAgain);
    EXPECT_TRUE(app.session->vault().has(SecretSlot::NewPin)) << "chosen: kept until the key is made";
    EXPECT_TRUE(app.activate());
}

TEST(Activation, trace_replays_to_the_same_states)
{
    World world;
    App app(world, world.scratch.file("home"), {.letter = world.subscribe()});
    ASSERT_TRUE(app.activate());
    EXPECT_EQ(trace::firstDifference(State{}, app.session->trace().entries()), std::nullopt);
}

} // namespace
} // namespace smartca::test
