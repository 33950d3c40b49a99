// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"

#include <gtest/gtest.h>

namespace smartca {
namespace {

TEST(Encoding, base64_follows_the_vectors_of_rfc_4648)
{
    const std::pair<std::string, std::string> vectors[] = {{"", ""},
                                                           {"f", "Zg=="},
                                                           {"fo", "Zm8="},
                                                           {"foo", "Zm9v"},
                                                           {"foob", "Zm9vYg=="},
                                                           {"fooba", "Zm9vYmE="},
                                                           {"foobar", "Zm9vYmFy"}};
    for (const auto &[plain, encoded] : vectors) {
        EXPECT_EQ(base64Encode(asBytes(plain)), encoded);
        EXPECT_EQ(base64Decode(encoded), toBytes(plain));
    }
}

TEST(Encoding, base64_refuses_what_is_not_canonical)
{
    EXPECT_FALSE(base64Decode("Zg"));   // padding missing
    EXPECT_FALSE(base64Decode("Zh==")); // stray bits
    EXPECT_FALSE(base64Decode("Zg= ="));
    EXPECT_FALSE(base64Decode("Z==="));
    EXPECT_FALSE(base64Decode("Zm9v\n"));
    EXPECT_FALSE(base64Decode("Zm-v"));
}

TEST(Encoding, base64url_has_no_padding_and_its_own_alphabet)
{
    const Bytes bytes{0xFB, 0xFF, 0xFE};
    EXPECT_EQ(base64UrlEncode(bytes), "-__-");
    EXPECT_EQ(base64UrlDecode("-__-"), bytes);
    EXPECT_FALSE(base64UrlDecode("+//+"));
    EXPECT_FALSE(base64UrlDecode("Zg=="));
    EXPECT_FALSE(base64UrlDecode("Z"));
    EXPECT_FALSE(base64UrlDecode("Zh"));
}

TEST(Encoding, hex_reads_both_cases_and_refuses_halves)
{
    EXPECT_EQ(hexEncode(Bytes{0x00, 0xAB, 0x7F}), "00ab7f");
    EXPECT_EQ(hexDecode("00aB7F"), (Bytes{0x00, 0xAB, 0x7F}));
    EXPECT_FALSE(hexDecode("0"));
    EXPECT_FALSE(hexDecode("0g"));
}

} // namespace
} // namespace smartca
