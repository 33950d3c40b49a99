// SPDX-License-Identifier: Apache-2.0
#include "crypto/der.h"
#include "octets.h"

#include <gtest/gtest.h>

namespace smartca::crypto {
namespace {

TEST(Der, writes_shortest_lengths)
{
    EXPECT_EQ(hexEncode(der::value(0x04, {})), "0400");
    EXPECT_EQ(hexEncode(der::value(0x04, {Bytes(127, 0)})).substr(0, 4), "047f");
    EXPECT_EQ(hexEncode(der::value(0x04, {Bytes(128, 0)})).substr(0, 6), "048180");
    EXPECT_EQ(hexEncode(der::value(0x04, {Bytes(256, 0)})).substr(0, 8), "04820100");
    EXPECT_EQ(hexEncode(der::value(0x04, {Bytes(65536, 0)})).substr(0, 10), "0483010000");
}

TEST(Der, writes_unsigned_integers_and_sorted_sets)
{
    EXPECT_EQ(hexEncode(der::unsignedInteger({})), "020100");
    EXPECT_EQ(hexEncode(der::unsignedInteger(hex("0000"))), "020100");
    EXPECT_EQ(hexEncode(der::unsignedInteger(hex("007f"))), "02017f");
    EXPECT_EQ(hexEncode(der::unsignedInteger(hex("80"))), "02020080");
    EXPECT_EQ(hexEncode(der::setOf({hex("020102"), hex("020101")})), "3106020101020102");
}

TEST(Der, reads_nothing_that_is_not_der)
{
    for (const std::string_view bad : {
             "",   // nothing
             "30", // no length
             "3080020101"
             "0000",             // indefinite length
             "30810402020100",   // a long form that is not needed
             "3082000402020100", // a leading zero in the length
             "3003020101"
             "00",               // something behind
             "3004020101",       // too short
             "02020001",         // integer with a needless zero
             "0202ff80",         // and its negative brother
             "0200",             // an empty integer
             "010101",           // TRUE is FF
             "01020000",         // a boolean of two octets
             "050100",           // NULL with content
             "0603550480",       // object identifier that does not end
             "0603805504",       // leading zero in an object identifier
             "0600",             // an empty one
             "03020801",         // nine unused bits
             "03020101",         // an unused bit that is set
             "030101",           // unused bits of nothing
             "0300",             // a bit string without its first octet
             "2403040100",       // an octet string in pieces
             "3106020102020101", // an unsorted set
             "1000",             // a primitive sequence
             "1f8101"
             "0100",               // a tag number above 30
             "308400000003020101", // zeros in the length
             "3085000000000302010100",
         })
        EXPECT_FALSE(der::isStrict(hex(bad))) << bad;
    for (const std::string_view good : {"3000", "3003020101", "020100", "0202ff7f", "03020780", "030100",
                                        "3106020101020102", "a003020101", "80020102",
                                        "01"
                                        "01"
                                        "ff"})
        EXPECT_TRUE(der::isStrict(hex(good))) << good;
}

TEST(Der, refuses_to_go_deeper_than_anything_real)
{
    Bytes nested = hex("020101");
    for (int i = 0; i < 32; ++i)
        nested = der::sequence({nested});
    EXPECT_TRUE(der::isStrict(nested));
    EXPECT_FALSE(der::isStrict(der::sequence({nested})));
}

} // namespace
} // namespace smartca::crypto
