// SPDX-License-Identifier: Apache-2.0
#include "samples.h"

#include <gtest/gtest.h>

#include <algorithm>

/// Every message, broken in every way that its form knows.
namespace smartca::protocol {
namespace {

Json jsonOf(const Sample &sample)
{
    return *parseJson(sample.text);
}

std::vector<std::string> membersOf(const Json &json)
{
    std::vector<std::string> names;
    for (const auto &[name, value] : json.items())
        names.push_back(name);
    return names;
}

class BrokenMessage : public ::testing::TestWithParam<Sample> {
protected:
    void expectRefused(const std::string &text, FailureCode code = FailureCode::FieldInvalid)
    {
        const auto result = GetParam().roundTrip(text);
        ASSERT_FALSE(result) << text;
        EXPECT_EQ(result.error().code, code) << result.error().detail << " for " << text;
    }
};

TEST_P(BrokenMessage, is_refused_without_a_member)
{
    for (const auto &name : membersOf(jsonOf(GetParam()))) {
        const auto &optional = GetParam().optional;
        if (std::find(optional.begin(), optional.end(), name) != optional.end())
            continue;
        auto json = jsonOf(GetParam());
        json.erase(name);
        expectRefused(toText(json));
    }
}

TEST_P(BrokenMessage, is_refused_with_an_unknown_member)
{
    auto json = jsonOf(GetParam());
    json["extra"] = 1;
    expectRefused(toText(json));
}

TEST_P(BrokenMessage, is_refused_with_a_member_twice)
{
    for (const auto &name : membersOf(jsonOf(GetParam()))) {
        auto text = GetParam().text;
        text.insert(1, "\"" + name + "\":" + toText(jsonOf(GetParam())[name]) + ",");
        expectRefused(text, FailureCode::JsonMalformed);
    }
}

TEST_P(BrokenMessage, is_refused_with_a_member_of_another_type)
{
    const std::vector<Json> others{Json(nullptr),         Json(true),    Json(-1), Json("?"), Json::array(),
                                   Json::array({1, "x"}), Json::object()};
    for (const auto &name : membersOf(jsonOf(GetParam())))
        for (const auto &other : others) {
            auto json = jsonOf(GetParam());
            if (json[name].type() == other.type() || (json[name].is_number() && other.is_number()))
                continue;
            // "biometricKey": null says that there is none; then its level must be empty as well.
            json[name] = other;
            expectRefused(toText(json));
        }
}

TEST_P(BrokenMessage, is_refused_with_numbers_out_of_range)
{
    for (const auto &name : membersOf(jsonOf(GetParam()))) {
        auto json = jsonOf(GetParam());
        if (!json[name].is_number())
            continue;
        for (const std::int64_t number : {std::int64_t{-1}, std::numeric_limits<std::int64_t>::max()}) {
            json[name] = number;
            expectRefused(toText(json));
        }
        auto text = GetParam().text;
        const auto at = text.find("\"" + name + "\":") + name.size() + 3;
        expectRefused(text.insert(at, "1.5e"), FailureCode::JsonMalformed);
    }
}

TEST_P(BrokenMessage, is_refused_with_a_text_too_long)
{
    for (const auto &name : membersOf(jsonOf(GetParam()))) {
        auto json = jsonOf(GetParam());
        if (!json[name].is_string())
            continue;
        json[name] = std::string(70UL * 1024, 'A');
        expectRefused(toText(json));
    }
}

TEST_P(BrokenMessage, is_refused_when_it_is_no_object)
{
    expectRefused("[" + GetParam().text + "]");
    expectRefused("\"text\"");
    expectRefused("null");
    expectRefused(GetParam().text.substr(0, GetParam().text.size() - 1), FailureCode::JsonMalformed);
    expectRefused(GetParam().text + "x", FailureCode::JsonMalformed);
    expectRefused("", FailureCode::JsonMalformed);
}

INSTANTIATE_TEST_SUITE_P(Negative, BrokenMessage, ::testing::ValuesIn(samples()), testName);

std::string replaced(std::string text, std::string_view what, std::string_view instead)
{
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what << " in " << text;
    return text.replace(at, what.size(), instead);
}

const Sample &named(std::string_view name)
{
    return *std::find_if(samples().begin(), samples().end(), [&](const Sample &s) { return s.name == name; });
}

TEST(Messages, redeem_request_with_code_and_token_is_refused)
{
    const auto &code = named("redeem-request-code");
    EXPECT_FALSE(
        code.roundTrip(replaced(code.text, R"("code":)", R"("token":"AAECAwQFBgcICQoLDA0ODw","code":)")));
}

TEST(Messages, redeem_request_in_a_third_language_is_refused)
{
    const auto &code = named("redeem-request-code");
    EXPECT_FALSE(code.roundTrip(replaced(code.text, R"("language":"vi")", R"("language":"fr")")));
}

TEST(Messages, sad_of_another_version_or_type_is_refused)
{
    const auto &sad = named("sad");
    EXPECT_FALSE(sad.roundTrip(replaced(sad.text, R"("v":1)", R"("v":2)")));
    EXPECT_FALSE(sad.roundTrip(replaced(sad.text, "sad+jws", "reg+jws")));
    EXPECT_FALSE(sad.roundTrip(replaced(sad.text, "acceptanceRecord", "enrolment")));
}

TEST(Messages, sad_whose_count_is_not_its_hashes_is_refused)
{
    const auto &sad = named("sad");
    EXPECT_FALSE(sad.roundTrip(replaced(sad.text, R"("n":1)", R"("n":2)")));
    EXPECT_FALSE(sad.roundTrip(replaced(sad.text, R"("h":[)", R"("h":["AAAA",)")));
}

TEST(Messages, registration_with_a_level_but_no_key_is_refused)
{
    const auto &bare = named("registration-without-biometric");
    EXPECT_FALSE(bare.roundTrip(replaced(bare.text, R"("biometric":"")", R"("biometric":"tee")")));
}

TEST(Messages, certificate_that_is_not_issued_brings_no_certificate)
{
    const auto &issued = named("certificate-answer-issued");
    EXPECT_FALSE(issued.roundTrip(replaced(issued.text, "issued", "pending")));
    const auto &held = named("certificate-answer-held");
    EXPECT_FALSE(held.roundTrip(replaced(held.text, "held", "issued")));
}

TEST(Messages, challenge_is_given_while_redeemed_and_only_then)
{
    const auto &redeemed = named("state-answer-redeemed");
    EXPECT_FALSE(
        redeemed.roundTrip(replaced(redeemed.text, R"("state":"redeemed")", R"("state":"enrolled")")));
}

TEST(Messages, lower_case_serial_is_refused)
{
    const auto &confirm = named("confirm-request");
    EXPECT_FALSE(confirm.roundTrip(replaced(confirm.text, "5A0F", "5a0f")));
}

TEST(Messages, base64_with_stray_bits_or_without_padding_is_refused)
{
    const auto &answer = named("sign-answer");
    EXPECT_FALSE(answer.roundTrip(replaced(answer.text, R"("MAA=")", R"("MAA")")));
    EXPECT_FALSE(answer.roundTrip(replaced(answer.text, R"("MAA=")", R"("MAB=")")));
}

TEST(Messages, more_avoid_strings_than_agreed_are_refused)
{
    const auto &answer = named("redeem-answer");
    std::string many;
    for (int i = 0; i < 31; ++i)
        many += "\"123456\",";
    EXPECT_FALSE(answer.roundTrip(replaced(answer.text, R"("avoid":[)", R"("avoid":[)" + many)));
}

} // namespace
} // namespace smartca::protocol
