// SPDX-License-Identifier: Apache-2.0
#include "cli/failure_text.h"
#include "cli/given_secrets.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <sstream>

namespace smartca::cli {
namespace {

Result<GivenSecrets> parse(std::string_view text)
{
    return parseSecrets(SecretBytes::fromText(text), Language::English);
}

void expectRefused(std::string_view text, std::string_view subject)
{
    const auto given = parse(text);
    ASSERT_FALSE(given) << text;
    EXPECT_EQ(given.error().code, FailureCode::InputInvalid);
    EXPECT_EQ(given.error().facts.subject, subject) << text;
    // Whatever is said of the input, it is not the input.
    EXPECT_EQ(given.error().detail.find("739164"), std::string::npos);
}

TEST(GivenSecrets, are_read_whole)
{
    const auto given = parse(
        R"( {"username":"079162001418", "activationCode":"K7MP-4QXT","password":"Sen\"Hoa\\2026!","pin":"739164"} )");
    ASSERT_TRUE(given) << given.error().detail;
    EXPECT_EQ(given->username.text(), "079162001418");
    EXPECT_EQ(given->activationCode.text(), "K7MP-4QXT");
    EXPECT_EQ(given->password.text(), R"(Sen"Hoa\2026!)");
    EXPECT_EQ(given->pin.text(), "739164");
}

TEST(GivenSecrets, may_be_fewer_when_an_earlier_run_got_further)
{
    const auto given = parse(R"({"pin":"739164"})");
    ASSERT_TRUE(given);
    EXPECT_TRUE(given->username.empty());
    EXPECT_EQ(given->pin.text(), "739164");
    EXPECT_TRUE(parse("{}"));
    EXPECT_TRUE(parse(""));
    EXPECT_TRUE(parse(" \n"));
}

TEST(GivenSecrets, decode_every_escape)
{
    const auto given = parse(R"({"password":"\/\b\f\n\r\tA\u0042\u00e0\u1ebf\ud83d\ude00"})");
    ASSERT_TRUE(given) << given.error().detail;
    EXPECT_EQ(given->password.text(), "/\b\f\n\r\tABàế😀");
}

TEST(GivenSecrets, with_unknown_repeated_or_empty_fields_are_refused)
{
    const std::string noText = " (not a text, empty, or longer than 1024 octets)";
    expectRefused(R"({"PIN":"739164"})",
                  "stdin (a field that is none of username, activationCode, password, pin)");
    expectRefused(R"({"pin":"739164","pin":"739164"})", "pin (given twice)");
    expectRefused(R"({"pin":""})", "pin" + noText);
    expectRefused(R"({"pin":739164})", "pin" + noText);
    expectRefused(R"({"pin":null})", "pin" + noText);
    expectRefused(R"({"pin":["739164"]})", "pin" + noText);
    expectRefused(R"({"password":")" + std::string(1025, 'x') + R"("})", "password" + noText);
    expectRefused("{\"pin\":\"\xFF\"}", "stdin (not UTF-8)");
    expectRefused("[]", "stdin (not a JSON object)");
}

TEST(GivenSecrets, that_are_no_json_object_are_refused)
{
    for (const auto *text :
         {"[]", "\"739164\"", "{", "{\"pin\"", "{\"pin\":\"739164\"", "{\"pin\":\"739164\",}",
          "{\"pin\":\"739164\"}{}", "{\"pin\" \"739164\"}", "{'pin':'739164'}", "null"})
        EXPECT_FALSE(parse(text)) << text;
    EXPECT_FALSE(parse("{\"pin\":\"7391\n64\"}"));
    EXPECT_FALSE(parse("{\"pin\":\"\xFF\"}"));
    EXPECT_FALSE(parse(R"({"pin":"\u0000"})"));
    EXPECT_FALSE(parse(R"({"pin":"\ud83d"})"));
    EXPECT_FALSE(parse(R"({"pin":"\ude00"})"));
    EXPECT_FALSE(parse(R"({"pin":"\ud83dA"})"));
    EXPECT_FALSE(parse(R"({"pin":"\x41"})"));
    EXPECT_FALSE(parse(R"({"pin":"\u12"})"));
}

TEST(SecretInput, is_read_to_its_end)
{
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    ASSERT_EQ(write(ends[1], "abc", 3), 3);
    close(ends[1]);
    const auto input = readSecretInput(ends[0], Language::English);
    close(ends[0]);
    ASSERT_TRUE(input);
    EXPECT_EQ(input->text(), "abc");
}

TEST(SecretInput, that_is_too_long_or_unreadable_is_refused)
{
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    const std::string much(17UL * 1024, 'x');
    ASSERT_EQ(write(ends[1], much.data(), much.size()), static_cast<ssize_t>(much.size()));
    close(ends[1]);
    EXPECT_EQ(readSecretInput(ends[0], Language::English).error().facts.subject,
              "stdin (longer than 16 KiB)");
    close(ends[0]);
    EXPECT_EQ(readSecretInput(-1, Language::Vietnamese).error().facts.subject, "stdin (không đọc được)");
}

TEST(FailureText, says_code_title_reason_and_action_on_one_line)
{
    std::ostringstream errors;
    const Failure failure{.code = FailureCode::NoNetwork, .detail = "technical", .facts = {}};
    EXPECT_EQ(tellFailure(failure, Language::English, errors), 2);
    EXPECT_TRUE(errors.str().starts_with("NET-101: The device is offline. ")) << errors.str();
    EXPECT_EQ(errors.str().find("technical"), std::string::npos);
    std::ostringstream vietnamese;
    tellFailure(failure, Language::Vietnamese, vietnamese);
    EXPECT_TRUE(vietnamese.str().starts_with("NET-101: Điện thoại đang mất mạng. ")) << vietnamese.str();
}

TEST(FailureText, says_what_to_do_on_the_command_line)
{
    std::ostringstream errors;
    tellFailure({.code = FailureCode::CodeExpired, .detail = {}, .facts = {}}, Language::English, errors);
    EXPECT_EQ(errors.str(), "ACT-203: The account could not be activated. The activation code expired. "
                            "Call the help line for a new code, then run the command again with it.\n");
}

} // namespace
} // namespace smartca::cli
