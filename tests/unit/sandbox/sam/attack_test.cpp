// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "sandbox/ca/time_stamp_authority.h"
#include "tests/unit/sandbox/sam/world.h"

/// Attacks that the service answers (docs/protocol.md), one test each.
namespace smartca::sandbox {
namespace {

using test::Got;
using test::Phone;
using test::Twist;
using test::World;

// ---- redemption

TEST(RedemptionAttack, second_device_with_the_right_code_is_refused)
{
    World world;
    const auto code = world.addSubscriber();
    Phone first(world);
    ASSERT_TRUE(first.redeem(code).good());
    Phone second(world);
    EXPECT_EQ(second.redeem(code).code, "ACT-205");
    EXPECT_EQ(second.redeem(code, false).code, "ACT-205");
    EXPECT_EQ(world.query<int>("select count(*) from activations"), 1);
}

TEST(RedemptionAttack, used_code_tells_a_stranger_nothing)
{
    World world;
    Phone phone(world);
    phone.signedRecord(world.addSubscriber());
    ASSERT_TRUE(phone.handIn().good());
    auto wrong = world.newCode();
    wrong.code = SecretBytes::fromText("00000000");
    Phone stranger(world);
    const auto known = stranger.redeem(wrong);
    EXPECT_EQ(known.code, "ACT-104");
    World empty;
    Phone other(empty);
    EXPECT_EQ(other.redeem(wrong).body, known.body);
}

TEST(RedemptionAttack, repeated_wrong_code_is_counted_once)
{
    World world;
    Phone phone(world);
    auto wrong = world.addSubscriber();
    wrong.code = SecretBytes::fromText("00000000");
    Twist twist;
    twist.idempotencyKey = "5f1b0d8c-2f9b-4c3e-9f39-4f3a0c6de111";
    const auto first = phone.redeem(wrong, true, twist);
    EXPECT_EQ(phone.redeem(wrong, true, twist).body, first.body);
    EXPECT_EQ(first.json["triesLeft"], 4);
    EXPECT_EQ(phone.redeem(wrong).json["triesLeft"], 3);
}

TEST(RedemptionAttack, device_that_types_codes_for_many_accounts_is_slowed_and_closes_nobodys_typing)
{
    SamPolicy policy;
    policy.typedCodeRate = {.burst = 2, .every = std::chrono::minutes{3}};
    World world(crypto::KeyKind::P256, policy);
    auto wrong = world.addSubscriber();
    wrong.code = SecretBytes::fromText("00000000");
    Phone phone(world);
    for (const auto *username : {"001090000001", "001090000002"}) {
        phone.username = username;
        EXPECT_EQ(phone.redeem(wrong).code, "ACT-104");
    }
    phone.username = "079162001418";
    const auto slowed = phone.redeem(wrong);
    EXPECT_EQ(slowed.code, "SVC-106");
    EXPECT_GT(slowed.json["retryAfter"], 0);
    Phone other(world);
    EXPECT_EQ(other.redeem(wrong).json["triesLeft"], 4) << "the refused try was not counted";
    EXPECT_TRUE(phone.redeem(wrong, false).good()) << "the token is no guess and is not slowed";
}

// ---- registration

class RegistrationAttack : public testing::Test {
protected:
    RegistrationAttack() { phone_.redeem(world_.addSubscriber()); }
    Got changed(const std::function<void(protocol::Registration &)> &change)
    {
        auto registration = phone_.registration();
        change(registration);
        return phone_.enrol(registration);
    }
    ~RegistrationAttack() override { EXPECT_EQ(world_.query<int>("select count(*) from credentials"), 0); }

    World world_;
    Phone phone_{world_};
};

TEST_F(RegistrationAttack, for_another_service)
{
    EXPECT_EQ(changed([](auto &r) { r.audience = "urn:smartca:sam:other"; }).code, "PRT-114");
}

TEST_F(RegistrationAttack, for_another_subscriber)
{
    EXPECT_EQ(changed([](auto &r) { r.userId = "somebody-else"; }).code, "PRT-114");
}

TEST_F(RegistrationAttack, for_another_activation)
{
    EXPECT_EQ(changed([](auto &r) { r.activationId = "00000000-0000-4000-8000-000000000000"; }).code,
              "PRT-114");
}

TEST_F(RegistrationAttack, with_an_old_challenge)
{
    EXPECT_EQ(changed([](auto &r) { r.nonce = std::string(43, 'A'); }).code, "PRT-114");
}

TEST_F(RegistrationAttack, expired)
{
    EXPECT_EQ(changed([](auto &r) {
                  r.issuedAt -= Seconds(121);
                  r.expiresAt -= Seconds(121);
              }).code,
              "PRT-114");
}

TEST_F(RegistrationAttack, living_too_long)
{
    EXPECT_EQ(changed([](auto &r) { r.expiresAt += Seconds(3600); }).code, "PRT-114");
}

TEST_F(RegistrationAttack, ordering_another_kind_of_key)
{
    EXPECT_EQ(changed([](auto &r) { r.profile = crypto::KeyKind::Rsa2048; }).code, "PRT-114");
}

TEST_F(RegistrationAttack, wrapped_by_another_device)
{
    auto pin = Phone::pinKey("271805");
    auto stranger = crypto::PrivateKey::generate(crypto::KeyKind::P256);
    protocol::EnrolRequest body;
    body.password = SecretBytes::fromText("Hoa-sen-2026");
    body.registration =
        protocol::signRegistration(phone_.registration(), pin, &phone_.biometricKey, stranger).value();
    EXPECT_EQ(phone_.post(phone_.path("/enrolment"), std::string(protocol::encode(body).text()), {}).code,
              "PRT-114");
}

TEST_F(RegistrationAttack, with_a_key_it_cannot_use)
{
    auto registration = phone_.registration();
    auto other = Phone::pinKey("999999");
    protocol::EnrolRequest body;
    body.password = SecretBytes::fromText("Hoa-sen-2026");
    body.registration =
        protocol::signRegistration(registration, other, &phone_.biometricKey, phone_.deviceKey).value();
    EXPECT_EQ(phone_.post(phone_.path("/enrolment"), std::string(protocol::encode(body).text()), {}).code,
              "PRT-114");
}

TEST_F(RegistrationAttack, with_a_weak_password)
{
    const auto got = phone_.enrol(phone_.registration(), {}, "hoasentrang");
    EXPECT_EQ(got.code, "PWD-104");
}

TEST(RegistrationPolicy, software_keys_are_refused_where_the_policy_does_not_name_them)
{
    SamPolicy policy;
    policy.keyLevels = {"tee", "strongbox", "secureEnclave"};
    World world(crypto::KeyKind::P256, policy);
    Phone phone(world);
    phone.redeem(world.addSubscriber());
    EXPECT_EQ(phone.enrol().code, "PRT-114");
}

TEST(RegistrationPolicy, a_level_nobody_can_check_is_refused)
{
    World world;
    Phone phone(world);
    phone.redeem(world.addSubscriber());
    for (const auto *level : {"tpm", "tee", "strongbox", "secureEnclave", "something else"}) {
        auto device = phone.registration();
        device.deviceKeyLevel = level;
        EXPECT_EQ(phone.enrol(device).code, "PRT-114") << level;
        auto biometric = phone.registration();
        biometric.biometricKeyLevel = level;
        EXPECT_EQ(phone.enrol(biometric).code, "PRT-114") << level;
    }
}

TEST(RegistrationPolicy, the_level_enrolled_is_the_level_redeemed)
{
    SamPolicy policy;
    policy.keyLevels = {"software", "tpm"};
    World world(crypto::KeyKind::P256, policy);
    Phone phone(world);
    phone.redeem(world.addSubscriber());
    auto registration = phone.registration();
    registration.deviceKeyLevel = "tpm";
    EXPECT_EQ(phone.enrol(registration).code, "PRT-114") << "redeemed as software";
    EXPECT_TRUE(phone.enrol().good());
}

TEST(RegistrationPolicy, biometric_key_may_be_left_out_only_where_it_is_optional)
{
    World world;
    Phone phone(world);
    phone.redeem(world.addSubscriber());
    auto registration = phone.registration();
    registration.biometricKey = std::nullopt;
    registration.biometricKeyLevel = "";
    EXPECT_TRUE(phone.enrol(registration).good());
}

// ---- certificate confirmation, hand-in

TEST(ConfirmationAttack, serial_of_another_certificate_is_refused)
{
    World world;
    Phone phone(world);
    phone.issued(world.addSubscriber());
    const auto got = phone.post(phone.path("/certificate/confirmation"),
                                protocol::encode(protocol::ConfirmRequest{"0123456789ABCDEF", {}}), {});
    EXPECT_EQ(got.code, "CRT-103");
    EXPECT_EQ(world.query<int>("select count(*) from records"), 0);
}

class HandInAttack : public testing::Test {
protected:
    HandInAttack() { phone_.signedRecord(world_.addSubscriber()); }
    ~HandInAttack() override
    {
        EXPECT_EQ(world_.query<std::string>("select state from activations"), "signed");
        EXPECT_EQ(world_.subscriber().state, AccountState::Activating);
    }
    World world_;
    Phone phone_{world_};
};

TEST_F(HandInAttack, another_digest_of_the_finished_file)
{
    EXPECT_EQ(phone_.handIn(phone_.cms(), base64UrlEncode(Bytes(32, 1))).code, "SIG-102");
}

TEST_F(HandInAttack, changed_signature)
{
    phone_.signature.back() ^= 1U;
    EXPECT_EQ(phone_.handIn().code, "SIG-102");
}

TEST_F(HandInAttack, time_stamp_made_elsewhere)
{
    phone_.token = makeTimeStamp(*world_.authority, crypto::sha256(phone_.signature), std::nullopt).value();
    EXPECT_EQ(phone_.handIn().code, "SIG-102");
}

TEST_F(HandInAttack, no_cms_at_all)
{
    EXPECT_EQ(phone_.handIn(Bytes(100, 0x30), std::string(43, 'A')).code, "SIG-102");
}

// ---- nothing at rest tests a secret

/// `content` without the attributes of certificates that say `text`, alone or after "CCCD:" and the like: a
/// certificate is public and names the person (PrintableString or UTF8String, one octet of length).
std::string outsideOfCertificates(std::string content, const std::string &text)
{
    for (std::size_t at = content.find(text); at != std::string::npos; at = content.find(text, at + 1))
        for (std::size_t before = 0; before <= 8 && before + 2 <= at; ++before) {
            const auto tag = static_cast<unsigned char>(content[at - before - 2]);
            const auto length = static_cast<unsigned char>(content[at - before - 1]);
            if ((tag == 0x13 || tag == 0x0C) && length == before + text.size())
                std::fill_n(content.begin() + static_cast<std::ptrdiff_t>(at), text.size(), '-');
        }
    return content;
}

TEST(AtRest, folder_of_the_service_holds_no_secret_and_no_person_in_clear)
{
    World world;
    const auto code = world.addSubscriber();
    Phone phone(world);
    phone.signedRecord(code);
    ASSERT_TRUE(phone.handIn().good());
    const auto pinSpki = Phone::pinKey("271805").publicKey().spki();
    const BytesView point = BytesView(pinSpki).last(64);
    const std::vector<std::string> secrets{std::string(code.code.text()),
                                           std::string(code.token.text()),
                                           "Hoa-sen-2026",
                                           "079162001418",
                                           "1962-04-13",
                                           "0903123456",
                                           "hoa@example.vn",
                                           "Nguyễn Thị Hoà",
                                           std::string(asText(point.first(32))),
                                           base64UrlEncode(point.first(32)),
                                           hexEncode(point.first(32)),
                                           base64UrlEncode(phone.signature)};
    int certified = 0;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(world.folder.path())) {
        if (!entry.is_regular_file() || entry.path().filename() == "service.db-shm")
            continue;
        const auto content = test::contentOf(entry.path());
        for (const auto &secret : secrets) {
            const auto searched = outsideOfCertificates(content, secret);
            EXPECT_EQ(searched.find(secret), std::string::npos) << entry.path() << ": " << secret;
            certified += searched == content ? 0 : 1;
        }
    }
    EXPECT_GT(certified, 0) << "the certificate's own words were not found either: nothing was searched";
}

} // namespace
} // namespace smartca::sandbox
