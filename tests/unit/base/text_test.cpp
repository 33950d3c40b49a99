// SPDX-License-Identifier: Apache-2.0
#include "base/failure.h"
#include "base/text.h"

#include <gtest/gtest.h>

#include <set>

namespace smartca {
namespace {

TEST(Text, tells_utf8_from_what_only_looks_like_it)
{
    EXPECT_TRUE(isUtf8("Nguyễn Thị Hoà \xF0\x9F\x93\x84"));
    EXPECT_FALSE(isUtf8("\xC0\x80"));         // overlong
    EXPECT_FALSE(isUtf8("\xED\xA0\x80"));     // surrogate
    EXPECT_FALSE(isUtf8("\xF4\x90\x80\x80")); // above U+10FFFF
    EXPECT_FALSE(isUtf8("\xE1\xBB"));         // cut off
}

TEST(Text, trims_the_no_break_space_that_mail_programs_insert)
{
    EXPECT_EQ(trimmed(" \xC2\xA0 079162001418\xC2\xA0\r\n"), "079162001418");
    EXPECT_EQ(trimmed(" \t "), "");
}

TEST(Text, is_clipped_between_two_characters)
{
    EXPECT_EQ(clipped("Hoà", 3), "Ho");
    EXPECT_EQ(clipped("Hoà", 4), "Hoà");
    EXPECT_EQ(clipped("\xF0\x9F\x93\x84", 3), "");
}

TEST(Failures, every_code_is_its_own)
{
    std::set<std::string_view> seen;
    for (const auto code : allFailureCodes()) {
        EXPECT_TRUE(seen.insert(codeText(code)).second) << codeText(code);
        EXPECT_EQ(failureCodeFromText(codeText(code)), code);
    }
    EXPECT_FALSE(failureCodeFromText("ACT-999"));
}

} // namespace
} // namespace smartca
