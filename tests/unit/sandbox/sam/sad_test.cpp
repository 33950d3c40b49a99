// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "sandbox/hsm/pseudonym.h"
#include "sandbox/sam/occurrence_table.h"
#include "tests/unit/sandbox/sam/world.h"

/// One negative test for each check of docs/protocol.md §2.6, in its order.
namespace smartca::sandbox {
namespace {

using test::Got;
using test::Phone;
using test::Twist;
using test::World;

class SadTest : public testing::Test {
protected:
    SadTest()
    {
        phone_.confirmed(world_.addSubscriber());
        EXPECT_TRUE(phone_.challenge().good());
    }
    /// The answer to an honest SAD with one thing changed.
    Got changed(const std::function<void(protocol::Sad &)> &change)
    {
        auto sad = phone_.sad();
        change(sad);
        return phone_.sign(sad);
    }
    void expectNothingSigned()
    {
        EXPECT_EQ(world_.query<int>("select count(*) from occurrences where state = 'CONSUMED'"), 0);
    }

    World world_;
    Phone phone_{world_};
};

TEST_F(SadTest, sad_that_is_no_jws_is_malformed)
{
    EXPECT_EQ(phone_.post(phone_.path("/signature"), R"({"sad":"a.b.c"})", {}).code, "SAD-101");
}

TEST_F(SadTest, outer_signature_by_another_key_is_refused)
{
    auto pin = Phone::pinKey("271805");
    auto stranger = crypto::PrivateKey::generate(crypto::KeyKind::P256);
    const auto body = protocol::encode(
        protocol::SignRequest{.sad = protocol::signSad(phone_.sad(), pin, stranger).value()});
    EXPECT_EQ(phone_.post(phone_.path("/signature"), body, {}).code, "SAD-102");
    expectNothingSigned();
}

TEST_F(SadTest, challenge_of_nobody_is_refused_and_voids_the_outstanding_one)
{
    const auto honest = phone_.sad();
    EXPECT_EQ(changed([](auto &sad) { sad.challenge = base64UrlEncode(Bytes(32, 7)); }).code, "SAD-103");
    EXPECT_EQ(phone_.sign(honest).code, "SAD-103");
    expectNothingSigned();
}

TEST_F(SadTest, challenge_is_used_up_also_by_a_failure)
{
    const auto honest = phone_.sad();
    EXPECT_EQ(phone_.sign(honest, "000000").code, "PIN-201");
    EXPECT_EQ(phone_.sign(honest).code, "SAD-103");
    expectNothingSigned();
}

TEST_F(SadTest, new_challenge_voids_the_old_one)
{
    const auto old = phone_.sad();
    ASSERT_TRUE(phone_.challenge().good());
    EXPECT_EQ(phone_.sign(old).code, "SAD-103");
    expectNothingSigned();
}

TEST_F(SadTest, expired_challenge_is_refused)
{
    const auto sad = phone_.sad();
    world_.clock.advance(Seconds(121));
    const auto got = phone_.sign(sad);
    EXPECT_EQ(got.code, "SAD-103");
    EXPECT_EQ(got.json["subject"], "expired");
}

TEST_F(SadTest, sad_that_wants_to_live_longer_is_refused)
{
    EXPECT_EQ(changed([](auto &sad) { sad.expiresAt += Seconds(1); }).code, "SAD-103");
}

TEST_F(SadTest, sad_from_the_future_is_refused)
{
    EXPECT_EQ(changed([](auto &sad) {
                  sad.issuedAt += Seconds(121);
                  sad.expiresAt += Seconds(121);
              }).code,
              "SAD-103");
}

TEST_F(SadTest, inner_signature_by_another_pin_is_a_wrong_pin)
{
    EXPECT_EQ(phone_.sign(phone_.sad(), "000000").code, "PIN-201");
    expectNothingSigned();
}

TEST_F(SadTest, inner_signature_by_the_biometric_key_is_a_wrong_pin)
{
    const auto body = protocol::encode(protocol::SignRequest{
        .sad = protocol::signSad(phone_.sad(), phone_.biometricKey, phone_.deviceKey).value()});
    EXPECT_EQ(phone_.post(phone_.path("/signature"), body, {}).code, "PIN-201");
    expectNothingSigned();
}

TEST_F(SadTest, used_sequence_is_refused)
{
    world_.execute("update activations set sequence = 5");
    EXPECT_EQ(changed([](auto &sad) { sad.sequence = 5; }).code, "SAD-104");
    expectNothingSigned();
}

TEST_F(SadTest, another_service_is_refused)
{
    const auto got = changed([](auto &sad) { sad.audience = "urn:smartca:sam:other"; });
    EXPECT_EQ(got.code, "SAD-105");
    EXPECT_EQ(got.json["subject"], "aud");
}

TEST_F(SadTest, another_subscriber_is_refused)
{
    EXPECT_EQ(changed([](auto &sad) { sad.userId = "somebody-else"; }).json["subject"], "sub");
}

TEST_F(SadTest, another_device_is_refused)
{
    EXPECT_EQ(changed([](auto &sad) { sad.deviceId = std::string(43, 'A'); }).json["subject"], "dev");
}

TEST_F(SadTest, another_credential_is_refused)
{
    EXPECT_EQ(changed([](auto &sad) { sad.credentialId = "another"; }).json["subject"], "cid");
}

TEST_F(SadTest, another_relying_party_is_refused)
{
    EXPECT_EQ(changed([](auto &sad) { sad.relyingParty = "shop"; }).json["subject"], "rp");
}

TEST_F(SadTest, credential_signs_nothing_but_its_record_before_it_is_active)
{
    EXPECT_EQ(changed([](auto &sad) { sad.type = protocol::SadType::Approve; }).code, "SAD-106");
    expectNothingSigned();
}

TEST_F(SadTest, destroyed_key_signs_nothing)
{
    world_.execute("update credentials set blob = null");
    EXPECT_EQ(phone_.sign(phone_.sad()).code, "SAD-106");
}

TEST_F(SadTest, revoked_certificate_signs_nothing)
{
    world_.execute("update certificates set status = 'revoked', revoked_at = 0, revocation_reason = 0");
    EXPECT_EQ(phone_.sign(phone_.sad()).code, "SAD-106");
    expectNothingSigned();
}

/// The stored certificate with another year in one of its two times, 2026 or 2029 (UTCTime, RFC 5280
/// §4.1.2.5.1).
void changeYear(World &world, std::string_view from, std::string_view to)
{
    auto certificate = world.query<std::string>("select hex(certificate) from certificates");
    const auto timeIn = [](std::string_view year) { return "170D" + hexEncode(asBytes(year)); };
    const auto at = certificate.find(timeIn(from));
    ASSERT_NE(at, std::string::npos);
    certificate.replace(at, timeIn(to).size(), timeIn(to));
    world.execute("update certificates set certificate = x'" + certificate + "'");
}

TEST_F(SadTest, expired_certificate_signs_nothing)
{
    changeYear(world_, "29", "25");
    const auto got = phone_.sign(phone_.sad());
    EXPECT_EQ(got.code, "SAD-106");
    EXPECT_EQ(got.json["subject"], "certificate expired");
    expectNothingSigned();
}

TEST_F(SadTest, certificate_of_a_time_to_come_signs_nothing)
{
    changeYear(world_, "26", "27");
    const auto got = phone_.sign(phone_.sad());
    EXPECT_EQ(got.code, "SAD-106");
    EXPECT_EQ(got.json["subject"], "certificate expired");
    expectNothingSigned();
}

TEST_F(SadTest, row_whose_link_was_changed_signs_nothing)
{
    world_.execute("update credentials set link = randomblob(32)");
    EXPECT_EQ(phone_.sign(phone_.sad()).code, "SAD-106");
    expectNothingSigned();
}

TEST_F(SadTest, algorithm_of_another_key_is_refused)
{
    const auto got = changed([](auto &sad) { sad.signAlgorithm = "1.2.840.113549.1.1.11"; });
    EXPECT_EQ(got.code, "SAD-107");
    EXPECT_EQ(got.json["subject"], "alg");
}

TEST_F(SadTest, another_hash_algorithm_is_refused)
{
    EXPECT_EQ(changed([](auto &sad) { sad.hashAlgorithm = "1.3.14.3.2.26"; }).code, "SAD-107");
}

TEST_F(SadTest, hash_of_another_length_is_malformed)
{
    EXPECT_EQ(changed([](auto &sad) { sad.hashes = {Bytes(20, 1)}; }).code, "SAD-101");
}

TEST_F(SadTest, hash_the_service_did_not_compute_itself_is_refused)
{
    EXPECT_EQ(changed([](auto &sad) { sad.hashes.front()[0] ^= 1U; }).code, "SAD-108");
    expectNothingSigned();
}

TEST_F(SadTest, second_hash_beside_the_right_one_is_refused)
{
    EXPECT_EQ(changed([](auto &sad) { sad.hashes.push_back(Bytes(32, 1)); }).code, "SAD-108");
    expectNothingSigned();
}

TEST_F(SadTest, document_that_was_not_sent_is_refused)
{
    EXPECT_EQ(changed([](auto &sad) { sad.documentDigest = base64UrlEncode(Bytes(32, 1)); }).code, "SAD-109");
    expectNothingSigned();
}

TEST_F(SadTest, transaction_of_somebody_else_is_refused)
{
    EXPECT_EQ(changed([](auto &sad) { sad.transactionId = "00000000-0000-4000-8000-000000000000"; }).code,
              "SAD-103");
}

TEST_F(SadTest, signed_hash_is_not_signed_twice)
{
    ASSERT_TRUE(phone_.sign(phone_.sad()).good());
    const auto first = phone_.signature;
    EXPECT_EQ(phone_.challenge().code, "PRT-112");
    EXPECT_EQ(phone_.sign(phone_.sad()).code, "SAD-103");
    EXPECT_EQ(protocol::decode<protocol::SignAnswer>(phone_.storedSignature().body)->signature, first);
    EXPECT_EQ(world_.query<int>("select count(*) from occurrences"), 1);
}

TEST_F(SadTest, consumed_occurrence_refuses_another_use)
{
    ASSERT_TRUE(world_.database->transact([&](Session &session) -> Outcome {
        crypto::Sha256 hash{};
        const auto id = occurrences::authorise(session, "t", "c", hash, "", world_.clock.now()).value();
        EXPECT_TRUE(occurrences::reserve(session, id, "run"));
        EXPECT_EQ(occurrences::authorise(session, "t", "c", hash, "", world_.clock.now()).error().code,
                  FailureCode::SadOutcomeUnknown);
        EXPECT_FALSE(occurrences::reserve(session, id, "run"));
        EXPECT_TRUE(occurrences::consume(session, id, Bytes{1}, Bytes{2}));
        EXPECT_EQ(occurrences::authorise(session, "t", "c", hash, "", world_.clock.now()).error().code,
                  FailureCode::SadAlreadyUsed);
        return {};
    }));
}

TEST_F(SadTest, signature_reserved_by_a_dead_process_is_released_at_start)
{
    const auto hash = world_.query<std::string>("select hex(signed_hash) from records");
    world_.execute(
        "insert into occurrences (transaction_id, credential, hash, state, run, authorised_at) values ('" +
        phone_.transactionId + "', '" + phone_.credentialId + "', x'" + hash + "', 'RESERVED', 'dead', 0)");
    EXPECT_EQ(phone_.sign(phone_.sad()).code, "SAD-111");
    world_.restart();
    EXPECT_EQ(world_.query<std::string>("select state from occurrences"), "RELEASED");
    EXPECT_EQ(world_.query<std::string>("select subject from evidence where kind = 'released'"),
              pseudonymOf(*world_.hsm, phone_.activationId).value())
        << "found with the rest of the case";
    EXPECT_TRUE(phone_.signAnew().good());
    EXPECT_EQ(world_.query<int>("select count(*) from occurrences"), 1);
}

TEST_F(SadTest, signature_that_could_not_be_kept_is_made_again)
{
    world_.execute(
        "create trigger full before insert on evidence begin select raise(abort, 'disk full'); end");
    EXPECT_EQ(phone_.sign(phone_.sad()).code, "SVC-101");
    EXPECT_EQ(world_.query<std::string>("select state from occurrences"), "RESERVED");
    world_.execute("drop trigger full");
    EXPECT_TRUE(phone_.signAnew().good());
    EXPECT_EQ(world_.query<std::string>("select state from occurrences"), "CONSUMED");
    EXPECT_EQ(world_.query<int>("select count(*) from occurrences"), 1);
}

TEST_F(SadTest, sad_for_another_activation_of_the_same_device_signs_nothing)
{
    Phone other(world_);
    other.deviceKey = crypto::PrivateKey::fromPkcs8(phone_.deviceKey.toPkcs8().view()).value();
    other.username = "001090000001";
    other.confirmed(world_.addSubscriber("001090000001"));
    ASSERT_TRUE(other.challenge().good());
    // Everything of the first subscriber, sent to the second one's door: with its own challenge, and with the
    // door's.
    auto sad = phone_.sad();
    const auto send = [&] {
        auto pin = Phone::pinKey("271805");
        return other
            .post(other.path("/signature"),
                  protocol::encode(
                      protocol::SignRequest{.sad = protocol::signSad(sad, pin, phone_.deviceKey).value()}),
                  {})
            .code;
    };
    EXPECT_EQ(send(), "SAD-103");
    ASSERT_TRUE(other.challenge().good());
    sad.challenge = other.challengeText;
    sad.transactionId = other.transactionId;
    EXPECT_EQ(send(), "SAD-105");
    expectNothingSigned();
}

TEST_F(SadTest, wrapped_key_of_another_credential_signs_nothing)
{
    World other;
    const auto key = world_.hsm->generateKey(crypto::KeyKind::P256, {"another", phone_.userId}).value();
    ASSERT_TRUE(world_.database->transact([&](Session &session) -> Outcome {
        Blob blob(session, key.blob);
        session << "update credentials set blob = :b", soci::use(blob.value);
        return {};
    }));
    EXPECT_EQ(phone_.sign(phone_.sad()).code, "HSM-101");
    expectNothingSigned();
    EXPECT_EQ(world_.query<std::string>("select state from occurrences"), "RELEASED");
}

TEST_F(SadTest, locked_account_signs_nothing)
{
    world_.execute("update subscriber set locked = 1");
    EXPECT_EQ(phone_.sign(phone_.sad()).code, "ACT-206");
    expectNothingSigned();
}

} // namespace
} // namespace smartca::sandbox
