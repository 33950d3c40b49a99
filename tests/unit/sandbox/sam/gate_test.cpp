// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sandbox/sam/world.h"

/// The gate: DPoP signature → idempotency → replay → time and nonce → activation of this device → lock →
/// If-Match.
namespace smartca::sandbox {
namespace {

using test::Phone;
using test::Twist;
using test::World;

constexpr const char *someKey = "5f1b0d8c-2f9b-4c3e-9f39-4f3a0c6de111";

class GateTest : public testing::Test {
protected:
    GateTest() { phone_.redeem(code_ = world_.addSubscriber()); }

    World world_;
    FreshCode code_;
    Phone phone_{world_};
};

TEST_F(GateTest, request_without_proof_is_refused)
{
    Twist twist;
    twist.withoutProof = true;
    const auto got = phone_.state(twist);
    EXPECT_EQ(got.code, "PRT-106");
    EXPECT_EQ(got.status, 401);
}

TEST_F(GateTest, refusal_that_is_kept_names_its_code_for_the_log)
{
    const auto got = phone_.challenge();
    EXPECT_EQ(got.code, "PRT-112");
    EXPECT_EQ(got.logged, "PRT-112");
}

TEST_F(GateTest, proof_for_another_method_is_refused)
{
    Twist twist;
    twist.method = "POST";
    EXPECT_EQ(phone_.state(twist).code, "PRT-106");
}

TEST_F(GateTest, proof_for_another_address_is_refused)
{
    Twist twist;
    twist.url = "https://elsewhere.example/v1/activations/" + phone_.activationId;
    EXPECT_EQ(phone_.state(twist).code, "PRT-106");
}

TEST_F(GateTest, proof_over_another_body_is_refused)
{
    Twist twist;
    twist.bodyDigest = protocol::bodyDigestOf(asBytes("{}"));
    EXPECT_EQ(phone_.enrol(twist).code, "PRT-106");
    EXPECT_EQ(world_.query<int>("select count(*) from credentials"), 0);
}

TEST_F(GateTest, replayed_proof_is_refused)
{
    Twist twist;
    twist.jti = "5f1b0d8c-2f9b-4c3e-9f39-4f3a0c6de222";
    EXPECT_TRUE(phone_.state(twist).good());
    EXPECT_EQ(phone_.state(twist).code, "PRT-107");
}

TEST_F(GateTest, proof_from_the_future_is_remembered_to_its_last_second)
{
    Twist twist;
    twist.jti = "5f1b0d8c-2f9b-4c3e-9f39-4f3a0c6de223";
    twist.issuedAt = world_.clock.now() + clockTolerance;
    EXPECT_TRUE(phone_.state(twist).good());
    world_.clock.advance(2 * clockTolerance);
    ASSERT_TRUE(world_.sam->sweep());
    EXPECT_EQ(phone_.state(twist).code, "PRT-107");
}

TEST_F(GateTest, replayed_proof_under_a_new_idempotency_key_is_refused)
{
    const auto registration = phone_.registration();
    Twist twist;
    twist.jti = "5f1b0d8c-2f9b-4c3e-9f39-4f3a0c6de333";
    EXPECT_TRUE(phone_.enrol(registration, twist).good());
    EXPECT_EQ(phone_.enrol(registration, twist).code, "PRT-107");
}

TEST_F(GateTest, proofs_are_remembered_over_a_restart)
{
    Twist twist;
    twist.jti = "5f1b0d8c-2f9b-4c3e-9f39-4f3a0c6de444";
    EXPECT_TRUE(phone_.state(twist).good());
    world_.restart();
    EXPECT_EQ(phone_.state(twist).code, "PRT-107");
}

TEST_F(GateTest, two_devices_may_use_the_same_jti)
{
    Twist twist;
    twist.jti = "5f1b0d8c-2f9b-4c3e-9f39-4f3a0c6de555";
    EXPECT_TRUE(phone_.state(twist).good());
    Phone stranger(world_);
    stranger.activationId = phone_.activationId;
    EXPECT_EQ(stranger.state(twist).code, "PRT-113");
}

TEST_F(GateTest, repeat_with_the_same_jti_gets_the_stored_answer)
{
    // The network layer was measured to send a POST again by itself: the very same octets.
    protocol::ChallengeRequest message{"00000000-0000-4000-8000-000000000000"};
    Twist twist;
    twist.idempotencyKey = someKey;
    twist.jti = "5f1b0d8c-2f9b-4c3e-9f39-4f3a0c6de666";
    const auto first = phone_.post(phone_.path("/challenge"), protocol::encode(message), twist);
    const auto again = phone_.post(phone_.path("/challenge"), protocol::encode(message), twist);
    EXPECT_EQ(first.code, "PRT-112");
    EXPECT_EQ(again.body, first.body);
}

TEST_F(GateTest, stored_answer_is_given_to_the_same_device_alone)
{
    Twist twist;
    twist.idempotencyKey = someKey;
    const auto body = protocol::encode(protocol::ChallengeRequest{"00000000-0000-4000-8000-000000000000"});
    EXPECT_EQ(phone_.post(phone_.path("/challenge"), body, twist).code, "PRT-112");
    Phone stranger(world_);
    stranger.activationId = phone_.activationId;
    EXPECT_EQ(stranger.post(phone_.path("/challenge"), body, twist).code, "PRT-113");
}

TEST_F(GateTest, same_key_with_another_body_is_refused)
{
    Twist twist;
    twist.idempotencyKey = someKey;
    phone_.post(phone_.path("/challenge"), R"({"transactionId":"a"})", twist);
    EXPECT_EQ(phone_.post(phone_.path("/challenge"), R"({"transactionId":"b"})", twist).code, "PRT-109");
}

TEST_F(GateTest, stored_answers_end_after_a_day)
{
    Twist twist;
    twist.idempotencyKey = someKey;
    phone_.post(phone_.path("/challenge"), R"({"transactionId":"a"})", twist);
    world_.clock.advance(std::chrono::hours(25));
    EXPECT_EQ(phone_.post(phone_.path("/challenge"), R"({"transactionId":"b"})", twist).code, "PRT-112");
}

TEST_F(GateTest, writing_without_idempotency_key_is_refused)
{
    Twist twist;
    twist.withoutKey = true;
    EXPECT_EQ(phone_.enrol(twist).code, "PRT-108");
}

TEST_F(GateTest, idempotency_key_is_a_uuid_in_quotes)
{
    for (const std::string &bad :
         {std::string(someKey), "\"" + std::string(someKey), "\"" + std::string(36, 'x') + "\"",
          std::string("\"\""), "\"" + std::string(someKey) + "0\""}) {
        auto request = phone_.request("POST", phone_.path("/challenge"), R"({"transactionId":"a"})", {});
        request.headers.set("Idempotency-Key", bad);
        const auto got = world_.send(std::move(request));
        EXPECT_EQ(got.code, "PRT-108") << bad;
        EXPECT_EQ(got.status, 400) << bad;
    }
}

TEST_F(GateTest, time_too_far_off_is_said_with_the_services_time)
{
    Twist twist;
    twist.issuedAt = world_.clock.now() - Seconds(121);
    const auto got = phone_.state(twist);
    EXPECT_EQ(got.code, "PRT-106");
    EXPECT_EQ(got.json["subject"], "time");
    EXPECT_EQ(got.json["serviceTime"], toUnixSeconds(world_.clock.now()));
    twist.issuedAt = world_.clock.now() + Seconds(121);
    EXPECT_EQ(phone_.state(twist).json["subject"], "time");
}

TEST_F(GateTest, nonce_is_wanted_after_the_first_request)
{
    Twist twist;
    twist.withoutNonce = true;
    EXPECT_EQ(phone_.state(twist).json["subject"], "nonce");
    twist.withoutNonce = false;
    twist.nonce = "made-up";
    EXPECT_EQ(phone_.state(twist).json["subject"], "nonce");
}

TEST_F(GateTest, first_request_needs_no_nonce)
{
    Phone other(world_);
    Twist twist;
    twist.withoutNonce = true;
    EXPECT_EQ(other.redeem(code_, true, twist).code, "ACT-205");
}

TEST_F(GateTest, activation_of_another_device_is_unknown)
{
    Phone stranger(world_);
    stranger.activationId = phone_.activationId;
    stranger.etag = phone_.etag;
    const auto theirs = stranger.state();
    stranger.activationId = "00000000-0000-4000-8000-000000000000";
    const auto nobodys = stranger.state();
    EXPECT_EQ(theirs.code, "PRT-113");
    EXPECT_EQ(theirs.body, nobodys.body);
}

TEST_F(GateTest, stale_version_is_refused)
{
    Twist twist;
    twist.ifMatch = "\"999\"";
    const auto got = phone_.enrol(twist);
    EXPECT_EQ(got.code, "PRT-111");
    EXPECT_EQ(got.status, 412);
    EXPECT_TRUE(phone_.enrol().good());
}

TEST_F(GateTest, version_without_quotes_is_none)
{
    Twist twist;
    twist.ifMatch = phone_.etag;
    EXPECT_EQ(phone_.enrol(twist).code, "PRT-111");
    EXPECT_TRUE(phone_.enrol().good());
}

TEST_F(GateTest, locked_account_may_only_look)
{
    world_.execute("update subscriber set locked = 1");
    EXPECT_EQ(phone_.enrol().code, "ACT-206");
    EXPECT_TRUE(phone_.state().good());
}

TEST_F(GateTest, locked_account_is_given_no_certificate_by_any_question)
{
    ASSERT_TRUE(phone_.enrol().good());
    world_.execute("update subscriber set locked = 1");
    EXPECT_EQ(phone_.certificate().code, "ACT-206");
    EXPECT_EQ(phone_.state().json["certificateStatus"], "pending");
    EXPECT_EQ(world_.query<int>("select count(*) from certificates where status = 'issued'"), 0);
    world_.execute("update subscriber set locked = 0");
    EXPECT_EQ(phone_.certificate().json["status"], "issued");
    world_.execute("update subscriber set locked = 1");
    EXPECT_EQ(phone_.certificate().code, "ACT-206");
}

TEST_F(GateTest, steps_out_of_order_are_refused)
{
    EXPECT_EQ(phone_.certificate().code, "PRT-112");
    EXPECT_EQ(phone_.challenge().code, "PRT-112");
    EXPECT_EQ(phone_.storedRecord().code, "PRT-112");
    EXPECT_EQ(phone_.storedSignature().code, "PRT-112");
    ASSERT_TRUE(phone_.enrol().good());
    EXPECT_EQ(phone_.enrol().code, "PRT-112");
    ASSERT_TRUE(phone_.certificate().good());
    EXPECT_EQ(phone_.challenge().code, "PRT-112");
    EXPECT_EQ(phone_.handIn({}, std::string(43, 'A')).status, 409);
}

TEST(GateRate, of_one_device_is_limited_wherever_it_comes_from_and_of_another_is_not)
{
    SamPolicy policy;
    policy.deviceRate = {.burst = 3, .every = std::chrono::minutes{1}};
    World world(crypto::KeyKind::P256, policy);
    Phone phone(world);
    ASSERT_TRUE(phone.redeem(world.addSubscriber()).good());
    EXPECT_TRUE(phone.state().good());
    EXPECT_TRUE(phone.state().good());
    EXPECT_EQ(phone.state().code, "SVC-106");
    EXPECT_EQ(phone.enrol().code, "SVC-106");
    Phone other(world);
    EXPECT_TRUE(other.redeem(world.addSubscriber("001090000001")).code == "ACT-104");
}

TEST_F(GateTest, old_app_is_told_to_update)
{
    auto message = phone_.redeemRequest(code_);
    message.appVersion = "0.0.9";
    const auto got = phone_.post("/v1/activations", std::string(protocol::encode(message).text()), {});
    EXPECT_EQ(got.code, "APP-101");
    EXPECT_EQ(got.json["subject"], "0.1.0");
}

TEST_F(GateTest, old_app_goes_on_where_it_was_once_it_is_updated)
{
    Twist twist;
    twist.appVersion = "0.0.9";
    EXPECT_EQ(phone_.enrol(twist).code, "APP-101");
    twist.appVersion = "no version";
    EXPECT_EQ(phone_.enrol(twist).code, "APP-101");
    twist.appVersion = "0.1.0";
    EXPECT_TRUE(phone_.enrol(twist).good());
}

} // namespace
} // namespace smartca::sandbox
