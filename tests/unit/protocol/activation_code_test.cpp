// SPDX-License-Identifier: Apache-2.0
#include "protocol/activation_input.h"

#include <gtest/gtest.h>

namespace smartca::protocol {
namespace {

std::string code(std::string_view typed)
{
    return std::string(normalisedCode(typed).text());
}

std::string username(std::string_view typed)
{
    return std::string(normalisedUsername(typed).text());
}

TEST(Code, is_the_same_with_and_without_dash_spaces_and_capitals)
{
    for (const auto *typed : {"K7MP-4QXT", "k7mp4qxt", " K7MP 4QXT ", "K7MP–4QXT",
                              "K7MP\xC2\xA0"
                              "4QXT",
                              "k7mp - 4qxt\n", "K7MP‑4QXT", "Ｋ７ＭＰ４ＱＸＴ", "K7\u200BMP4QXT"})
        EXPECT_EQ(code(typed), "K7MP4QXT") << typed;
}

TEST(Code, folds_letters_that_look_like_digits)
{
    EXPECT_EQ(code("OoIiLl"), "001111");
}

TEST(Code, undoes_what_telex_made_of_it)
{
    const std::pair<const char *, const char *> pairs[] = {{"đ", "DD"},
                                                           {"Đ", "DD"},
                                                           {"ư", "W"},
                                                           {"Ư", "W"},
                                                           {"â", "AA"},
                                                           {"Â", "AA"},
                                                           {"ê", "EE"},
                                                           {"Ê", "EE"},
                                                           {"ô", "00"},
                                                           {"ă", "AW"},
                                                           {"ơ", "0W"},
                                                           {"á", "AS"},
                                                           {"à", "AF"},
                                                           {"ả", "AR"},
                                                           {"ã", "AX"},
                                                           {"ạ", "AJ"},
                                                           {"ấ", "AAS"},
                                                           {"Ặ", "AWJ"},
                                                           {"é", "ES"},
                                                           {"Ệ", "EEJ"},
                                                           {"ý", "YS"},
                                                           {"ỹ", "YX"},
                                                           {"ớ", "0WS"},
                                                           {"ộ", "00J"},
                                                           {"ự", "WJ"},
                                                           {"ứ", "WS"},
                                                           {"í", "1S"},
                                                           {"ỉ", "1R"},
                                                           {"ó", "0S"},
                                                           {"ò", "0F"},
                                                           {"K7âP-4QXT", "K7AAP4QXT"},
                                                           {"7đK4êXT", "7DDK4EEXT"}};
    for (const auto &[typed, keys] : pairs)
        EXPECT_EQ(code(typed), keys) << typed;
}

TEST(Code, undoes_telex_in_decomposed_text_as_well)
{
    EXPECT_EQ(code("a\u0302\u0301"), "AAS");
    EXPECT_EQ(code("a\u0323\u0302"), "AAJ");
    EXPECT_EQ(code("u\u031B"), "W");
    EXPECT_EQ(code("e\u0302"), "EE");
    EXPECT_EQ(code("A\u0306\u0309"), "AWR");
}

TEST(Code, typed_with_telex_on_is_the_code_of_the_mail)
{
    // DDK4-AS7W: the input method shows ĐK4-Á7Ư.
    EXPECT_EQ(code("ĐK4-Á7Ư"), "DDK4AS7W");
    EXPECT_TRUE(isCompleteCode(normalisedCode("ĐK4-Á7Ư")));
}

TEST(Code, drops_what_no_code_has)
{
    EXPECT_EQ(code("U*K7@"), "K7");
    EXPECT_EQ(code("😀\xFF\xC3"), "");
    EXPECT_EQ(code(""), "");
}

TEST(Code, is_complete_with_eight_characters_only)
{
    EXPECT_FALSE(isCompleteCode(normalisedCode("K7MP-4QX")));
    EXPECT_TRUE(isCompleteCode(normalisedCode("K7MP-4QXT")));
    EXPECT_FALSE(isCompleteCode(normalisedCode("K7MP-4QXTA")));
}

TEST(Code, is_shown_in_two_groups)
{
    EXPECT_EQ(displayedCode(normalisedCode("k7mp4qxt")).text(), "K7MP-4QXT");
    EXPECT_EQ(displayedCode(normalisedCode("k7mp")).text(), "K7MP");
    EXPECT_EQ(displayedCode(normalisedCode("k7mp4")).text(), "K7MP-4");
    EXPECT_EQ(displayedCode(SecretBytes()).text(), "");
}

TEST(Username, may_be_an_id_number_a_passport_or_a_tax_code)
{
    EXPECT_EQ(username("079162001418"), "079162001418");
    EXPECT_EQ(username(" 079 162 001 418 "), "079162001418");
    EXPECT_EQ(username("079.162.001.418"), "079162001418");
    EXPECT_EQ(username("079\xC2\xA0"
                       "162001418"),
              "079162001418");
    EXPECT_EQ(username("024567890"), "024567890");
    EXPECT_EQ(username("c1234567"), "C1234567");
    EXPECT_EQ(username("0100109106"), "0100109106");
    EXPECT_EQ(username("0100109106-001"), "0100109106-001");
    EXPECT_EQ(username("０７９１６２００１４１８"), "079162001418");
}

TEST(Username, keeps_leading_zeros)
{
    EXPECT_EQ(username("001099000001"), "001099000001");
}

TEST(Username, that_cannot_be_one_is_empty)
{
    for (const auto *typed :
         {"", " ", "07916200141", "0791620014180", "hoa.nguyen62", "ABCDEFGH", "A1", "C12345678901",
          "079162001418;", "C123456é", "01001091-06001", "------", "079162001418\x01"})
        EXPECT_EQ(username(typed), "") << typed;
    EXPECT_EQ(username(std::string(100000, '1')), "");
}

} // namespace
} // namespace smartca::protocol
