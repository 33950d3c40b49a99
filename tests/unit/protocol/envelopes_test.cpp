// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "protocol/envelopes.h"
#include "samples.h"

#include <gtest/gtest.h>

namespace smartca::protocol {
namespace {

struct Keys {
    crypto::PrivateKey device = fixedKey(1);
    crypto::PrivateKey pin = fixedKey(2);
    crypto::PrivateKey biometric = fixedKey(3);
    crypto::PrivateKey stranger = fixedKey(4);
};

std::string jws(crypto::Signer &key, std::string_view typ, std::string_view payload,
                std::optional<std::string> kid = std::nullopt,
                std::optional<crypto::PublicKey> jwk = std::nullopt)
{
    return *crypto::signJws(key, {.typ = std::string(typ), .kid = std::move(kid), .jwk = std::move(jwk)},
                            asBytes(payload));
}

std::string biometricOver(crypto::Signer &key, std::string_view registration)
{
    return jws(
        key, "bio+jws",
        toText(Json{{"v", 1}, {"registrationHash", base64UrlEncode(crypto::sha256(asBytes(registration)))}}));
}

std::string outer(crypto::Signer &device, const Json &payload, std::string_view typ = "reg-dev+jws")
{
    return jws(device, typ, toText(payload), device.publicKey().thumbprint());
}

void expectRefused(const Result<Registration> &result)
{
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, FailureCode::RegistrationInvalid) << result.error().detail;
}

TEST(RegistrationEnvelope, with_three_signatures_is_opened)
{
    Keys k;
    const auto registration = sampleRegistration(k.device, k.pin, &k.biometric);
    const auto envelope = signRegistration(registration, k.pin, &k.biometric, k.device);
    ASSERT_TRUE(envelope);
    const auto opened = openRegistration(*envelope, k.device.publicKey());
    ASSERT_TRUE(opened) << opened.error().detail;
    EXPECT_EQ(encode(*opened), encode(registration));
}

TEST(RegistrationEnvelope, without_biometric_key_is_opened)
{
    Keys k;
    const auto registration = sampleRegistration(k.device, k.pin, nullptr);
    const auto opened =
        openRegistration(*signRegistration(registration, k.pin, nullptr, k.device), k.device.publicKey());
    ASSERT_TRUE(opened);
    EXPECT_FALSE(opened->biometricKey);
}

TEST(RegistrationEnvelope, by_another_device_is_refused)
{
    Keys k;
    const auto registration = sampleRegistration(k.device, k.pin, &k.biometric);
    expectRefused(openRegistration(*signRegistration(registration, k.pin, &k.biometric, k.stranger),
                                   k.device.publicKey()));
    expectRefused(openRegistration(*signRegistration(registration, k.pin, &k.biometric, k.device),
                                   k.stranger.publicKey()));
}

TEST(RegistrationEnvelope, naming_another_device_key_is_refused)
{
    Keys k;
    const auto registration = sampleRegistration(k.stranger, k.pin, &k.biometric);
    expectRefused(openRegistration(*signRegistration(registration, k.pin, &k.biometric, k.device),
                                   k.device.publicKey()));
}

TEST(RegistrationEnvelope, signed_inside_by_another_pin_key_is_refused)
{
    Keys k;
    const auto registration = sampleRegistration(k.device, k.pin, &k.biometric);
    expectRefused(openRegistration(*signRegistration(registration, k.stranger, &k.biometric, k.device),
                                   k.device.publicKey()));
}

TEST(RegistrationEnvelope, with_another_biometric_key_is_refused)
{
    Keys k;
    const auto registration = sampleRegistration(k.device, k.pin, &k.biometric);
    expectRefused(openRegistration(*signRegistration(registration, k.pin, &k.stranger, k.device),
                                   k.device.publicKey()));
}

TEST(RegistrationEnvelope, with_swapped_keys_is_refused)
{
    Keys k;
    const auto registration = sampleRegistration(k.device, k.pin, &k.biometric);
    expectRefused(openRegistration(*signRegistration(registration, k.biometric, &k.pin, k.device),
                                   k.device.publicKey()));
}

TEST(RegistrationEnvelope, with_one_key_in_two_roles_is_refused)
{
    Keys k;
    expectRefused(openRegistration(
        *signRegistration(sampleRegistration(k.device, k.device, nullptr), k.device, nullptr, k.device),
        k.device.publicKey()));
    expectRefused(openRegistration(
        *signRegistration(sampleRegistration(k.device, k.pin, &k.pin), k.pin, &k.pin, k.device),
        k.device.publicKey()));
}

TEST(RegistrationEnvelope, whose_biometric_signature_is_over_another_payload_is_refused)
{
    Keys k;
    const auto payload = encode(sampleRegistration(k.device, k.pin, &k.biometric));
    const auto envelope = outer(k.device, {{"registration", jws(k.pin, "reg+jws", payload)},
                                           {"biometric", biometricOver(k.biometric, payload + " ")}});
    expectRefused(openRegistration(envelope, k.device.publicKey()));
    const auto good = outer(k.device, {{"registration", jws(k.pin, "reg+jws", payload)},
                                       {"biometric", biometricOver(k.biometric, payload)}});
    EXPECT_TRUE(openRegistration(good, k.device.publicKey()));
}

TEST(RegistrationEnvelope, with_the_inner_part_of_another_registration_is_refused)
{
    Keys k;
    auto other = sampleRegistration(k.device, k.pin, &k.biometric);
    other.nonce = base64UrlEncode(Bytes(32, 9));
    const auto payload = encode(sampleRegistration(k.device, k.pin, &k.biometric));
    const auto envelope = outer(k.device, {{"registration", jws(k.pin, "reg+jws", encode(other))},
                                           {"biometric", biometricOver(k.biometric, payload)}});
    expectRefused(openRegistration(envelope, k.device.publicKey()));
}

TEST(RegistrationEnvelope, that_drops_the_biometric_signature_is_refused)
{
    Keys k;
    const auto payload = encode(sampleRegistration(k.device, k.pin, &k.biometric));
    const auto inner = jws(k.pin, "reg+jws", payload);
    expectRefused(openRegistration(outer(k.device, {{"registration", inner}, {"biometric", nullptr}}),
                                   k.device.publicKey()));
    expectRefused(openRegistration(outer(k.device, Json{{"registration", inner}}), k.device.publicKey()));
}

TEST(RegistrationEnvelope, that_adds_a_biometric_signature_is_refused)
{
    Keys k;
    const auto payload = encode(sampleRegistration(k.device, k.pin, nullptr));
    expectRefused(openRegistration(outer(k.device, {{"registration", jws(k.pin, "reg+jws", payload)},
                                                    {"biometric", biometricOver(k.biometric, payload)}}),
                                   k.device.publicKey()));
}

TEST(RegistrationEnvelope, with_a_part_of_another_type_is_refused)
{
    Keys k;
    const auto payload = encode(sampleRegistration(k.device, k.pin, nullptr));
    const Json good{{"registration", jws(k.pin, "reg+jws", payload)}, {"biometric", nullptr}};
    expectRefused(openRegistration(outer(k.device, good, "sad-dev+jws"), k.device.publicKey()));
    expectRefused(openRegistration(
        outer(k.device, {{"registration", jws(k.pin, "sad+jws", payload)}, {"biometric", nullptr}}),
        k.device.publicKey()));
}

TEST(RegistrationEnvelope, that_brings_a_key_in_its_header_is_refused)
{
    Keys k;
    const auto payload = encode(sampleRegistration(k.device, k.pin, nullptr));
    const auto inner = jws(k.pin, "reg+jws", payload, std::nullopt, k.pin.publicKey());
    expectRefused(openRegistration(outer(k.device, {{"registration", inner}, {"biometric", nullptr}}),
                                   k.device.publicKey()));
    const Json good{{"registration", jws(k.pin, "reg+jws", payload)}, {"biometric", nullptr}};
    expectRefused(openRegistration(
        jws(k.device, "reg-dev+jws", toText(good), k.device.publicKey().thumbprint(), k.device.publicKey()),
        k.device.publicKey()));
}

TEST(RegistrationEnvelope, whose_key_id_is_another_is_refused)
{
    Keys k;
    const auto payload = encode(sampleRegistration(k.device, k.pin, nullptr));
    const Json good{{"registration", jws(k.pin, "reg+jws", payload)}, {"biometric", nullptr}};
    expectRefused(
        openRegistration(jws(k.device, "reg-dev+jws", toText(good), k.stranger.publicKey().thumbprint()),
                         k.device.publicKey()));
    expectRefused(openRegistration(jws(k.device, "reg-dev+jws", toText(good)), k.device.publicKey()));
}

TEST(SadEnvelope, is_opened_in_two_steps)
{
    Keys k;
    const auto envelope = signSad(sampleSad(), k.pin, k.device);
    ASSERT_TRUE(envelope);
    const auto opened = openOuterSad(*envelope, k.device.publicKey());
    ASSERT_TRUE(opened) << opened.error().detail;
    EXPECT_EQ(encode(opened->claimed), encode(sampleSad()));
    EXPECT_TRUE(innerSadIsBy(*opened, k.pin.publicKey()));
    EXPECT_FALSE(innerSadIsBy(*opened, k.stranger.publicKey()));
    EXPECT_FALSE(innerSadIsBy(*opened, k.device.publicKey()));
}

TEST(SadEnvelope, by_another_device_is_a_wrong_signature_and_no_wrong_pin)
{
    Keys k;
    const auto opened = openOuterSad(*signSad(sampleSad(), k.pin, k.stranger), k.device.publicKey());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, FailureCode::SadSignatureInvalid);
}

TEST(SadEnvelope, with_swapped_signers_is_refused_outside)
{
    Keys k;
    EXPECT_FALSE(openOuterSad(*signSad(sampleSad(), k.device, k.pin), k.device.publicKey()));
}

TEST(SadEnvelope, cut_or_of_another_type_is_malformed)
{
    Keys k;
    const auto inner = jws(k.pin, "sad+jws", encode(sampleSad()));
    const std::string malformed[] = {
        "",
        "a.b.c",
        outer(k.device, Json{{"sad", inner}}, "reg-dev+jws"),
        outer(k.device, Json{{"sad", "x"}}, "sad-dev+jws"),
        outer(k.device, {{"sad", inner}, {"pin", "139570"}}, "sad-dev+jws"),
        outer(k.device, Json{{"sad", jws(k.pin, "reg+jws", encode(sampleSad()))}}, "sad-dev+jws"),
        outer(k.device, Json{{"sad", jws(k.pin, "sad+jws", R"({"v":1})")}}, "sad-dev+jws"),
        outer(k.device,
              Json{{"sad", jws(k.pin, "sad+jws", encode(sampleSad()), std::nullopt, k.pin.publicKey())}},
              "sad-dev+jws")};
    for (const auto &envelope : malformed) {
        const auto opened = openOuterSad(envelope, k.device.publicKey());
        ASSERT_FALSE(opened) << envelope;
        EXPECT_EQ(opened.error().code, FailureCode::SadMalformed) << opened.error().detail;
    }
}

TEST(SadEnvelope, whose_inner_part_was_altered_is_not_by_the_pin_key)
{
    Keys k;
    auto opened = openOuterSad(*signSad(sampleSad(), k.pin, k.device), k.device.publicKey());
    ASSERT_TRUE(opened);
    auto other = sampleSad();
    other.transactionId = "tx-other";
    const auto foreign = jws(k.stranger, "sad+jws", encode(other));
    opened->inner = foreign.substr(0, foreign.rfind('.')) + opened->inner.substr(opened->inner.rfind('.'));
    EXPECT_FALSE(innerSadIsBy(*opened, k.pin.publicKey()));
}

TEST(SignedAnswer, by_the_pinned_key_is_opened)
{
    auto sam = fixedKey(5);
    const auto enrolled = openEnrolAnswer(*signAnswer(sampleEnrolAnswer(), sam), sam.publicKey());
    ASSERT_TRUE(enrolled);
    EXPECT_EQ(encode(*enrolled), encode(sampleEnrolAnswer()));
    const auto receipt = openReceipt(*signAnswer(sampleReceipt(), sam), sam.publicKey());
    ASSERT_TRUE(receipt);
    EXPECT_EQ(encode(*receipt), encode(sampleReceipt()));
}

TEST(SignedAnswer, by_another_key_is_not_authentic)
{
    auto sam = fixedKey(5);
    auto stranger = fixedKey(4);
    const auto opened = openReceipt(*signAnswer(sampleReceipt(), stranger), sam.publicKey());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, FailureCode::AnswerNotAuthentic);
}

TEST(SignedAnswer, of_one_kind_cannot_stand_for_the_other)
{
    auto sam = fixedKey(5);
    EXPECT_FALSE(openReceipt(*signAnswer(sampleEnrolAnswer(), sam), sam.publicKey()));
    const auto relabelled = jws(sam, "receipt+jws", encode(sampleEnrolAnswer()));
    const auto opened = openReceipt(relabelled, sam.publicKey());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, FailureCode::AnswerMalformed);
}

TEST(SignedAnswer, is_unwrapped_from_exactly_its_member)
{
    EXPECT_EQ(wrapAnswer("receipt", "a.b.c"), R"({"receipt":"a.b.c"})");
    EXPECT_EQ(unwrapAnswer("receipt", R"({"receipt":"a.b.c"})"), "a.b.c");
    for (const auto *body :
         {R"({"answer":"a.b.c"})", R"({"receipt":"a.b.c","more":1})", R"({"receipt":1})", "[]", ""}) {
        const auto opened = unwrapAnswer("receipt", body);
        ASSERT_FALSE(opened) << body;
        EXPECT_EQ(opened.error().code, FailureCode::AnswerMalformed);
    }
}

} // namespace
} // namespace smartca::protocol
