// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace smartca::journey::activation {
namespace {

Json parsed(std::string_view text)
{
    auto json = parseJson(text);
    EXPECT_TRUE(json) << text;
    return json ? *json : Json();
}

TEST(Codec, state_looks_as_the_journal_keeps_it)
{
    const auto state = after(atPassword(), {PasswordChosen{}, PinChosen{}, PinRepeated{false}});
    EXPECT_EQ(
        toText(toJson(state)),
        R"({"v":1,"facts":{"activationId":"5d9c1c5e-0000-4000-8000-000000000001","userId":"u-7","biometric":"required","biometricKey":false,"biometricSkipped":false,"credentialId":"","serial":"","transactionId":"","sequence":0,"handedIn":false},"stage":{"name":"repeatingPin","mismatches":1},"failure":{"code":"PIN-102","detail":"the second entry differs"}})");
}

TEST(Codec, every_stage_reads_back_as_it_was)
{
    for (const auto &state : everyStage()) {
        const auto read = stateFromJson(parsed(toText(toJson(state))));
        ASSERT_TRUE(read) << nameOf(state.stage);
        EXPECT_EQ(*read, state);
    }
}

TEST(Codec, every_event_reads_back_as_it_was)
{
    std::mt19937_64 random(2);
    for (int i = 0; i < 5000; ++i) {
        const auto event = randomEvent(random);
        const auto text = toText(toJson(event));
        const auto read = eventFromJson(parsed(text));
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(toText(toJson(*read)), text);
    }
}

TEST(Codec, refuses_what_is_not_exactly_a_state)
{
    const auto good = toText(toJson(atReview()));
    const auto with = [&](std::string_view what, std::string_view instead) {
        auto text = good;
        const auto found = text.find(what);
        EXPECT_NE(found, std::string::npos) << what;
        return parsed(text.replace(found, what.size(), instead));
    };
    EXPECT_TRUE(stateFromJson(parsed(good)));
    EXPECT_FALSE(stateFromJson(with(R"("v":1)", R"("v":2)")));
    EXPECT_FALSE(stateFromJson(with(R"("v":1,)", "")));
    EXPECT_FALSE(stateFromJson(with(R"("v":1)", R"("v":1,"more":0)")));
    EXPECT_FALSE(stateFromJson(with("reviewingCertificate", "reviewing")));
    EXPECT_FALSE(stateFromJson(with(R"("choosingWrongData":false)", R"("choosingWrongData":0)")));
    EXPECT_FALSE(stateFromJson(with(R"(,"choosingWrongData":false)", "")));
    EXPECT_FALSE(stateFromJson(with(R"("userId":"u-7")", R"("userId":7)")));
    EXPECT_FALSE(stateFromJson(with(R"("biometric":"required")", R"("biometric":"never")")));
    EXPECT_FALSE(stateFromJson(with(R"("sequence":0)", R"("sequence":-1)")));
    EXPECT_FALSE(stateFromJson(parsed("[]")));
}

TEST(Codec, refuses_what_is_not_exactly_an_event)
{
    EXPECT_TRUE(eventFromJson(parsed(R"({"v":1,"name":"pinRepeated","equal":true})")));
    EXPECT_FALSE(eventFromJson(parsed(R"({"v":1,"name":"pinRepeated"})")));
    EXPECT_FALSE(eventFromJson(parsed(R"({"v":1,"name":"pinRepeated","equal":true,"pin":"139570"})")));
    EXPECT_FALSE(eventFromJson(parsed(R"({"v":1,"name":"startPressed","equal":true})")));
    EXPECT_FALSE(eventFromJson(parsed(R"({"v":1,"name":"nothing"})")));
    EXPECT_FALSE(eventFromJson(parsed(R"({"name":"startPressed"})")));
    EXPECT_FALSE(
        eventFromJson(parsed(R"({"v":1,"name":"failed","failure":{"code":"ACT-999","detail":""}})")));
}

/// A seed that is not read any more would teach the fuzzer nothing, and say nothing.
TEST(Codec, kept_corpus_of_the_fuzzer_is_still_read)
{
    std::set<std::string> events;
    for (const auto &file : std::filesystem::directory_iterator(SMARTCA_CORPUS "/journey")) {
        SCOPED_TRACE(file.path().filename());
        std::ifstream in(file.path(), std::ios::binary);
        const auto seed = parsed(std::string(std::istreambuf_iterator<char>(in), {}));
        if (!seed.contains("event")) {
            EXPECT_TRUE(stateFromJson(seed));
            continue;
        }
        const auto state = stateFromJson(seed["state"]);
        const auto event = eventFromJson(seed["event"]);
        ASSERT_TRUE(state && event);
        events.emplace(seed["event"]["name"]);
    }
    EXPECT_TRUE(events.contains("located"));
    EXPECT_TRUE(events.contains("nothingLocated"));
}

TEST(Codec, long_detail_is_cut_at_a_character)
{
    auto state = atDetails();
    state.failure =
        Failure{.code = FailureCode::ServiceError, .detail = std::string(4095, 'x') + "ế", .facts = {}};
    const auto read = stateFromJson(parsed(toText(toJson(state))));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->failure->detail, std::string(4095, 'x'));
}

} // namespace
} // namespace smartca::journey::activation
