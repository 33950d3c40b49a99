// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "crypto/timestamp.h"
#include "pdf/verify.h"
#include "protocol/headers.h"
#include "tests/unit/sandbox/sam/world.h"

/// The way through, and every request repeated.
namespace smartca::sandbox {
namespace {

using test::Got;
using test::Phone;
using test::Twist;
using test::World;

TEST(Activation, seven_requests_make_an_account_active)
{
    World world;
    Phone phone(world);
    phone.signedRecord(world.addSubscriber());
    const auto got = phone.handIn();
    ASSERT_TRUE(got.good()) << got.body;
    EXPECT_EQ(world.subscriber().state, AccountState::Active);
    const auto key = world.hsm->serviceKey(ServiceKey::SamAnswer).value()->publicKey();
    const auto receipt = protocol::openReceipt(protocol::unwrapAnswer("receipt", got.body).value(), key);
    ASSERT_TRUE(receipt);
    EXPECT_EQ(receipt->documentDigest, base64UrlEncode(crypto::sha256(phone.finished())));
    EXPECT_EQ(receipt->serial, phone.subscriberCertificate->serial());
}

TEST(Activation, every_answer_about_it_names_its_version)
{
    World world;
    Phone phone(world);
    const auto code = world.addSubscriber();
    const auto named = [&](const Got &got) {
        ASSERT_TRUE(got.good()) << got.body;
        EXPECT_EQ(got.headers.get("ETag"), "\"" + phone.etag + "\"") << got.body;
    };
    named(phone.redeem(code));
    named(phone.redeem(code));
    named(phone.state());
    named(phone.enrol());
    named(phone.certificate());
    named(phone.confirm());
    named(phone.storedRecord());
    named(phone.signAnew());
    named(phone.storedSignature());
    named(phone.handIn());
}

TEST(Activation, rsa3072_is_signed_as_well)
{
    World world(crypto::KeyKind::Rsa3072);
    Phone phone(world);
    phone.signedRecord(world.addSubscriber());
    EXPECT_TRUE(phone.handIn().good());
    EXPECT_EQ(phone.signature.size(), 384U);
}

TEST(Activation, link_token_does_as_well_as_the_code)
{
    World world;
    Phone phone(world);
    EXPECT_TRUE(phone.redeem(world.addSubscriber(), false).good());
}

TEST(Activation, finished_record_verifies_with_the_document_root_alone)
{
    World world;
    Phone phone(world);
    phone.signedRecord(world.addSubscriber());
    const auto report = pdf::verifySignedPdf(
        phone.finished(), {.documentRoot = world.authority->documentRoot(), .timeStampRoot = std::nullopt});
    EXPECT_TRUE(report.valid);
    EXPECT_EQ(report.signerName, "Nguyễn Thị Hoà");
    EXPECT_EQ(report.signedAt, world.clock.now());
}

TEST(Activation, time_stamp_carries_the_nonce_of_the_sad)
{
    World world;
    Phone phone(world);
    phone.signedRecord(world.addSubscriber());
    const auto stamp = crypto::verifyTimeStamp(phone.token, crypto::sha256(phone.signature),
                                               world.authority->documentRoot());
    ASSERT_TRUE(stamp) << stamp.error().detail;
    const auto expected = crypto::sha256(asBytes(phone.challengeText));
    Bytes nonce(expected.begin(), expected.begin() + 16);
    while (!nonce.empty() && nonce.front() == 0)
        nonce.erase(nonce.begin());
    EXPECT_EQ(stamp->nonce, nonce);
}

TEST(Activation, every_request_repeated_gets_the_very_same_answer)
{
    World world;
    Phone phone(world);
    const auto code = world.addSubscriber();
    const auto repeated = [&](const http::Request &, const std::function<Got(const Twist &)> &send) {
        Twist twist;
        twist.idempotencyKey = "0d6dbb8e-30be-4a6b-9ad5-" + std::to_string(100000000000 + ::rand() % 1000000);
        const auto first = send(twist);
        const auto again = send(twist);
        EXPECT_TRUE(first.good()) << first.body;
        EXPECT_EQ(first.status, again.status);
        EXPECT_EQ(first.body, again.body);
    };
    // The same bytes must be sent twice, so each message is made once and posted twice.
    const auto twice = [&](const std::string &path, const std::string &body) {
        Got last;
        repeated({}, [&](const Twist &twist) { return last = phone.post(path, body, twist); });
        return last;
    };
    const auto redeem = phone.redeemRequest(code);
    const auto redeemed = protocol::decode<protocol::RedeemAnswer>(
        twice("/v1/activations", std::string(protocol::encode(redeem).text())).body);
    ASSERT_TRUE(redeemed);
    phone.activationId = redeemed->activationId;
    phone.userId = redeemed->userId;
    phone.nonceOfRegistration = redeemed->challenge;
    phone.etag = redeemed->etag;
    protocol::EnrolRequest enrol;
    enrol.password = SecretBytes::fromText("Hoa-sen-2026");
    auto pin = Phone::pinKey("271805");
    enrol.registration =
        protocol::signRegistration(phone.registration(), pin, &phone.biometricKey, phone.deviceKey).value();
    twice(phone.path("/enrolment"), std::string(protocol::encode(enrol).text()));
    EXPECT_EQ(world.query<int>("select count(*) from credentials"), 1);
    phone.credentialId = world.query<std::string>("select id from credentials");
    ASSERT_TRUE(phone.certificate().good());
    const auto confirmed =
        twice(phone.path("/certificate/confirmation"),
              protocol::encode(protocol::ConfirmRequest{phone.subscriberCertificate->serial(), {}}));
    phone.record = toBytes(confirmed.body);
    phone.transactionId = std::string(confirmed.headers.get("SmartCA-Transaction").value());
    const auto challenge = protocol::decode<protocol::ChallengeAnswer>(
        twice(phone.path("/challenge"), protocol::encode(protocol::ChallengeRequest{phone.transactionId}))
            .body);
    ASSERT_TRUE(challenge);
    phone.challengeText = challenge->challenge;
    phone.sequence = challenge->sequence;
    const auto signedSad = protocol::signSad(phone.sad(), pin, phone.deviceKey).value();
    const auto answer = protocol::decode<protocol::SignAnswer>(
        twice(phone.path("/signature"), protocol::encode(protocol::SignRequest{signedSad})).body);
    ASSERT_TRUE(answer);
    phone.signature = answer->signature;
    phone.token = answer->timeStampToken;
    twice(phone.path("/acceptance-record"),
          protocol::encode(
              protocol::HandInRequest{phone.cms(), base64UrlEncode(crypto::sha256(phone.finished()))}));
    EXPECT_EQ(world.query<int>("select count(*) from occurrences"), 1);
    EXPECT_EQ(world.query<int>("select count(*) from certificates"), 1);
}

TEST(Activation, stored_record_and_signature_are_served_again)
{
    World world;
    Phone phone(world);
    phone.signedRecord(world.addSubscriber());
    EXPECT_EQ(toBytes(phone.storedRecord().body), phone.record);
    const auto again = protocol::decode<protocol::SignAnswer>(phone.storedSignature().body);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->signature, phone.signature);
    EXPECT_EQ(again->timeStampToken, phone.token);
}

TEST(Activation, handing_in_again_under_another_key_gives_the_same_receipt)
{
    World world;
    Phone phone(world);
    phone.signedRecord(world.addSubscriber());
    const auto first = phone.handIn();
    EXPECT_EQ(phone.handIn().body, first.body);
}

TEST(Activation, wrong_data_stops_it_and_revokes_the_certificate)
{
    World world;
    Phone phone(world);
    phone.issued(world.addSubscriber());
    const auto got = phone.confirm(protocol::DataVerdict::NameWrong);
    EXPECT_EQ(got.json["state"], "stopped");
    EXPECT_EQ(world.query<std::string>("select status from certificates"), "revoked");
    EXPECT_EQ(world.query<int>("select count(*) from credentials where blob is not null"), 0);
    EXPECT_EQ(phone.state().json["state"], "stopped");
}

TEST(Activation, fifteen_days_end_it)
{
    World world;
    Phone phone(world);
    phone.confirmed(world.addSubscriber());
    world.clock.advance(std::chrono::days(15));
    EXPECT_EQ(phone.challenge().code, "ACT-208");
    EXPECT_EQ(phone.state().json["state"], "ended");
    EXPECT_EQ(world.query<std::string>("select status from certificates"), "revoked");
    EXPECT_EQ(world.query<int>("select count(*) from credentials where blob is not null"), 0);
}

TEST(Activation, sweep_ends_what_nobody_asks_for_any_more)
{
    World world;
    Phone phone(world);
    phone.confirmed(world.addSubscriber());
    world.clock.advance(std::chrono::days(15));
    ASSERT_TRUE(world.sam->sweep());
    EXPECT_EQ(world.query<std::string>("select state from activations"), "ended");
    EXPECT_EQ(world.query<int>("select count(*) from answers"), 0);
    EXPECT_EQ(world.query<int>("select count(*) from proofs"), 0);
}

TEST(Activation, new_code_voids_the_old_activation)
{
    World world;
    Phone old(world);
    old.confirmed(world.addSubscriber());
    const auto fresh = world.newCode();
    Phone phone(world);
    ASSERT_TRUE(phone.redeem(fresh).good());
    EXPECT_EQ(old.state().json["state"], "ended");
    EXPECT_EQ(old.challenge().code, "ACT-208");
    EXPECT_EQ(world.query<std::string>("select status from certificates"), "revoked");
    EXPECT_EQ(world.query<int>("select count(*) from credentials where blob is not null"), 0);
    EXPECT_EQ(world.query<int>("select count(*) from registrations"), 0);
    EXPECT_TRUE(phone.enrol().good());
}

TEST(Activation, device_key_of_an_activation_that_is_over_is_revoked_and_the_code_stays_good)
{
    World world;
    Phone old(world);
    old.confirmed(world.addSubscriber());
    Phone next(world);
    ASSERT_TRUE(next.redeem(world.newCode()).good()); // ends what the old device began
    const auto code = world.newCode();
    const auto refused = old.redeem(code);
    EXPECT_EQ(refused.code, "KEY-103");
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(next.state().json["state"], "redeemed") << "nothing was ended by it";
    EXPECT_TRUE(Phone(world).redeem(code).good());
}

TEST(Activation, device_key_of_the_activation_that_a_new_code_would_end_is_refused_and_nothing_is_ended)
{
    World world;
    Phone phone(world);
    phone.confirmed(world.addSubscriber());
    const auto code = world.newCode();
    EXPECT_EQ(phone.twin().redeem(code).code, "KEY-103");
    EXPECT_EQ(phone.state().json["state"], "confirmed") << "nothing was ended by it";
    EXPECT_TRUE(Phone(world).redeem(code).good());
}

TEST(Activation, device_key_registered_for_one_subscriber_may_come_with_anothers_code)
{
    World world;
    Phone phone(world);
    phone.enrolled(world.addSubscriber());
    phone.username = "001090000001";
    EXPECT_TRUE(phone.redeem(world.addSubscriber(phone.username)).good());
}

TEST(Activation, device_key_that_was_never_registered_may_come_with_another_code)
{
    World world;
    Phone phone(world);
    ASSERT_TRUE(phone.redeem(world.addSubscriber()).good());
    EXPECT_TRUE(phone.redeem(world.newCode()).good());
}

TEST(Activation, where_am_i_leads_to_a_new_registration_challenge)
{
    World world;
    Phone phone(world);
    phone.redeem(world.addSubscriber());
    const auto before = phone.nonceOfRegistration;
    EXPECT_EQ(phone.state().json["state"], "redeemed");
    EXPECT_NE(phone.nonceOfRegistration, before);
    EXPECT_TRUE(phone.enrol().good());
}

TEST(Activation, enrolment_in_flight_before_where_am_i_is_void)
{
    World world;
    Phone phone(world);
    phone.redeem(world.addSubscriber());
    const auto early = phone.registration();
    const auto earlyVersion = phone.etag;
    phone.state();
    Twist twist;
    twist.ifMatch = "\"" + earlyVersion + "\"";
    EXPECT_EQ(phone.enrol(early, twist).code, "PRT-111");
    EXPECT_EQ(phone.enrol(early).code, "PRT-114");
    EXPECT_TRUE(phone.enrol().good());
    EXPECT_EQ(world.query<int>("select count(*) from credentials"), 1);
}

TEST(Activation, device_that_lost_the_answer_to_its_redemption_finds_it_without_the_code)
{
    World world;
    Phone phone(world);
    const std::string all(protocol::activationsPath);
    EXPECT_EQ(phone.get(all, {}).code, "PRT-113") << "before there is one";
    phone.redeem(world.addSubscriber());
    const auto found = phone.get(all, {});
    ASSERT_TRUE(found.good()) << found.body;
    EXPECT_EQ(found.json["activationId"], phone.activationId);
    EXPECT_EQ(found.json["state"], "redeemed");
    EXPECT_TRUE(phone.state().good());
    EXPECT_TRUE(phone.enrol().good());
    Phone stranger(world);
    EXPECT_EQ(stranger.get(all, {}).code, "PRT-113");
}

TEST(Activation, one_that_is_over_is_not_found_by_its_device_alone)
{
    World world;
    Phone phone(world);
    phone.enrolled(world.addSubscriber());
    world.clock.advance(std::chrono::days(15));
    ASSERT_TRUE(world.sam->sweep());
    EXPECT_EQ(phone.get(std::string(protocol::activationsPath), {}).code, "PRT-113");
}

TEST(Activation, same_device_may_redeem_again_and_goes_on)
{
    World world;
    Phone phone(world);
    const auto code = world.addSubscriber();
    phone.redeem(code);
    const auto id = phone.activationId;
    ASSERT_TRUE(phone.redeem(code).good());
    EXPECT_EQ(phone.activationId, id);
    EXPECT_TRUE(phone.enrol().good());
}

TEST(Activation, same_device_may_redeem_again_after_its_enrolment_too)
{
    World world;
    Phone phone(world);
    const auto code = world.addSubscriber();
    phone.enrolled(code);
    const auto id = phone.activationId;
    ASSERT_TRUE(phone.redeem(code).good());
    EXPECT_EQ(phone.activationId, id);
}

TEST(Activation, state_survives_a_restart_at_every_step)
{
    World world;
    Phone phone(world);
    phone.redeem(world.addSubscriber());
    world.restart();
    ASSERT_TRUE(phone.enrol().good());
    world.restart();
    ASSERT_TRUE(phone.certificate().good());
    world.restart();
    ASSERT_TRUE(phone.confirm().good());
    world.restart();
    ASSERT_TRUE(phone.challenge().good());
    world.restart();
    ASSERT_TRUE(phone.sign(phone.sad()).good());
    world.restart();
    EXPECT_TRUE(phone.handIn().good());
}

} // namespace
} // namespace smartca::sandbox
