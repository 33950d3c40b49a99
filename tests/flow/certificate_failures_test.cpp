// SPDX-License-Identifier: Apache-2.0
#include "client/certificate_check.h"
#include "sandbox/admin/commands.h"
#include "tests/fixtures/test_ca.h"
#include "tests/flow/world.h"

#include <gtest/gtest.h>

namespace smartca::test {
namespace {

using namespace activation;
using namespace std::chrono_literals;
namespace admin = sandbox::admin;

/// A service whose certificates take an hour, so that staff can step in before they are made.
struct SlowWorld : World {
    SlowWorld()
    {
        options.issuanceDelay = 3600s;
        start();
    }
};

TEST(CertificateFailure, delayed_one_is_waited_for_and_the_journey_goes_on)
{
    SlowWorld world;
    App app(world, world.scratch.file("home"), {.letter = world.subscribe()});
    ASSERT_TRUE(app.goOnTo<AwaitingCertificate>());
    EXPECT_TRUE(app.waitUntil([&] { return app.session->dossier().waitingSince.has_value(); }));
    world.clock.advance(2h);
    EXPECT_TRUE(app.activate());
    EXPECT_GT(app.session->requestCount(), 7) << "further polls";
}

TEST(CertificateFailure, delayed_one_is_asked_for_gently_and_often_enough_to_see_it_released)
{
    SlowWorld world;
    const auto letter = world.subscribe();
    std::atomic<int> rests = 0;
    std::atomic<bool> allGentle = true;
    auto pace = quickPace();
    pace.wait = [&](Milliseconds duration) {
        ++rests;
        if (duration < 1s || duration > 30s)
            allGentle = false;
    };
    App app(world, world.scratch.file("home"), {.letter = letter}, world.service->profile(), pace);
    ASSERT_TRUE(app.goOnTo<AwaitingCertificate>());
    ASSERT_TRUE(app.waitUntil([&] { return rests >= 2; })) << "an hour is not slept through";
    EXPECT_TRUE(allGentle);
    ASSERT_TRUE(admin::releaseCertificate(world.service->folder(), letter.username));
    EXPECT_TRUE(app.activate());
}

TEST(CertificateFailure, held_one_is_told_and_goes_on_by_itself_when_released)
{
    SlowWorld world;
    const auto letter = world.subscribe();
    App app(world, world.scratch.file("home"), {.letter = letter});
    ASSERT_TRUE(app.goOnTo<AwaitingCertificate>());
    ASSERT_TRUE(admin::holdCertificate(world.service->folder(), letter.username, "address to be checked"));
    ASSERT_TRUE(app.waitUntil([&] { return app.failure() == FailureCode::CertificateHeld; }));
    const auto told = client::toldWith(app.session->dossier(), *app.state().failure);
    EXPECT_EQ(told.facts.subject, "address to be checked");
    EXPECT_FALSE(app.state().failure->facts.subject) << "the state goes to support";
    ASSERT_TRUE(admin::releaseCertificate(world.service->folder(), letter.username));
    ASSERT_TRUE(app.waitUntil([&] { return app.at<ReviewingCertificate>(); }));
    EXPECT_TRUE(app.activate());
}

TEST(CertificateFailure, refused_one_is_told_and_only_a_new_activation_helps)
{
    SlowWorld world;
    const auto letter = world.subscribe();
    App app(world, world.scratch.file("home"), {.letter = letter});
    ASSERT_TRUE(app.goOnTo<AwaitingCertificate>());
    ASSERT_TRUE(admin::refuseCertificate(world.service->folder(), letter.username, "not eligible"));
    ASSERT_TRUE(app.waitUntil([&] { return app.failure() == FailureCode::CertificateRefused; }));
    app.press(ReactivationWanted{});
    EXPECT_TRUE(app.at<Welcome>());
    EXPECT_FALSE(app.failure());
}

TEST(CertificateFailure, locked_account_gets_none_and_goes_on_once_it_is_unlocked)
{
    SlowWorld world;
    const auto letter = world.subscribe();
    App app(world, world.scratch.file("home"), {.letter = letter});
    ASSERT_TRUE(app.goOnTo<AwaitingCertificate>());
    ASSERT_TRUE(admin::lockSubscriber(world.service->folder(), letter.username));
    world.clock.advance(2h);
    ASSERT_TRUE(app.waitUntil([&] { return app.failure() == FailureCode::AccountLocked; }));
    const auto shown = admin::showSubscriber(world.service->folder(), letter.username).value();
    EXPECT_EQ(shown.at("certificates").at(0).at("status"), "pending");
    ASSERT_TRUE(admin::unlockSubscriber(world.service->folder(), letter.username));
    app.press(RetryPressed{});
    EXPECT_TRUE(app.activate());
}

TEST(CertificateFailure, stranger_who_was_first_ends_when_staff_start_again_for_the_owner)
{
    SlowWorld world;
    const auto stolen = world.subscribe();
    App stranger(world, world.scratch.file("stranger"), {.letter = stolen});
    ASSERT_TRUE(stranger.goOnTo<AwaitingCertificate>());
    ASSERT_TRUE(admin::lockSubscriber(world.service->folder(), stolen.username));
    ASSERT_TRUE(stranger.waitUntil([&] { return stranger.failure().has_value(); }));
    EXPECT_EQ(stranger.failure(), FailureCode::AccountLocked);
    ASSERT_TRUE(admin::startAgain(world.service->folder(), stolen.username));
    stranger.press(RetryPressed{});
    ASSERT_TRUE(stranger.waitUntil([&] { return stranger.failure().has_value(); }));
    EXPECT_EQ(stranger.failure(), FailureCode::ActivationEnded);
    App owner(world, world.scratch.file("owner"), {.letter = world.letter()});
    ASSERT_TRUE(owner.goOnTo<AwaitingCertificate>());
    world.clock.advance(2h);
    EXPECT_TRUE(owner.activate());
}

TEST(CertificateFailure, newer_code_on_another_device_ends_the_waiting_and_the_newest_one_leads_on)
{
    SlowWorld world;
    const auto letter = world.subscribe();
    App app(world, world.scratch.file("home"), {.letter = letter});
    ASSERT_TRUE(app.goOnTo<AwaitingCertificate>());
    ASSERT_TRUE(admin::resendMail(world.service->folder(), letter.username));
    App other(world, world.scratch.file("other"), {.letter = world.letter()});
    ASSERT_TRUE(other.goOnTo<ChoosingPassword>());
    ASSERT_TRUE(app.waitUntil([&] { return app.failure().has_value(); }));
    EXPECT_EQ(app.failure(), FailureCode::ActivationEnded) << "nobody has refused it";
    app.press(ReactivationWanted{});
    ASSERT_TRUE(admin::resendMail(world.service->folder(), letter.username));
    app.persona.letter = world.letter();
    EXPECT_TRUE(app.goOnTo<AwaitingCertificate>());
}

TEST(CertificateFailure, wrong_data_stops_the_activation_and_signs_nothing)
{
    World world;
    const auto letter = world.subscribe();
    App app(world, world.scratch.file("home"), {.letter = letter});
    ASSERT_TRUE(app.goOnTo<ReviewingCertificate>());
    app.press(CertificateWrongPressed{});
    app.press(CertificateWrong{WrongData::Birthday});
    ASSERT_TRUE(app.waitUntil([&] { return app.at<Stopped>(); }));
    EXPECT_EQ(app.failure(), FailureCode::CertificateDataWrong);
    const auto shown = admin::showSubscriber(world.service->folder(), letter.username).value();
    EXPECT_EQ(shown.at("certificates").at(0).at("status"), "revoked");
    EXPECT_EQ(app.session->dossier().signature, std::nullopt);
}

TEST(CertificateFailure, not_for_the_key_of_the_enrol_answer_is_a_mismatch)
{
    const auto ca = fixtures::TestCa::make();
    const auto stranger = fixtures::TestCa::make();
    const auto &mine = ca.subscriber.certificate;
    const std::vector chain{ca.issuing.certificate, ca.root.certificate};
    const auto check = [&](const crypto::Certificate &certificate, const crypto::Certificate &root,
                           const std::optional<Bytes> &spki, UtcTime at = fixtures::testNow) {
        const auto outcome = client::checkCertificate(certificate, chain, root, spki, at);
        return outcome ? std::optional<FailureCode>() : std::optional(outcome.error().code);
    };
    const auto spki = mine.publicKey().spki();
    EXPECT_EQ(check(mine, ca.root.certificate, spki), std::nullopt);
    EXPECT_EQ(check(mine, ca.root.certificate, stranger.subscriber.certificate.publicKey().spki()),
              FailureCode::CertificateMismatch);
    EXPECT_EQ(check(mine, ca.root.certificate, std::nullopt), FailureCode::CertificateMismatch);
    EXPECT_EQ(check(mine, stranger.root.certificate, spki), FailureCode::CertificateMismatch);
    EXPECT_EQ(check(mine, ca.root.certificate, spki, fixtures::testNow + 24h * 800),
              FailureCode::CertificateMismatch);
    EXPECT_EQ(check(ca.timeStampAuthority.certificate, ca.root.certificate,
                    ca.timeStampAuthority.certificate.publicKey().spki()),
              FailureCode::CertificateMismatch);
}

} // namespace
} // namespace smartca::test
