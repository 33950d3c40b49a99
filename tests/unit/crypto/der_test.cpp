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

TEST(Der, writes_what_certificates_and_time_stamps_are_made_of)
{
    EXPECT_EQ(hexEncode(der::unsignedInteger(0)), "020100");
    EXPECT_EQ(hexEncode(der::unsignedInteger(200)), "020200c8");
    EXPECT_EQ(hexEncode(der::null()), "0500");
    EXPECT_EQ(hexEncode(der::octetString(hex("0102"))), "04020102");
    EXPECT_EQ(hexEncode(der::bitString(hex("80"))), "03020080");
    EXPECT_EQ(hexEncode(der::utf8String("Lê")), "0c034cc3aa");
    EXPECT_EQ(hexEncode(der::context(1, {der::null(), der::null()})), "a10405000500");
    EXPECT_EQ(hexEncode(der::objectIdentifier("1.2.840.10045.4.3.2")), "06082a8648ce3d040302");
    EXPECT_EQ(hexEncode(der::retagged(hex("3100"), der::contextTag(0))), "a000");
}

TEST(Der, writes_one_flag_without_trailing_zero_bits)
{
    EXPECT_EQ(hexEncode(der::bitFlag(0)), "03020780");
    EXPECT_EQ(hexEncode(der::bitFlag(7)), "03020001");
    EXPECT_EQ(hexEncode(der::bitFlag(15)), "0303000001");
    EXPECT_EQ(hexEncode(der::bitFlag(16)), "030407000080");
    for (const unsigned bit : {0U, 2U, 5U, 15U, 16U})
        EXPECT_TRUE(der::isStrict(der::bitFlag(bit))) << bit;
}

TEST(Der, writes_times_in_whole_seconds_of_utc)
{
    const auto time = fromUnixSeconds(1795315560); // 2026-11-22T02:46:00Z
    EXPECT_EQ(der::generalizedTime(time), der::value(der::generalizedTimeTag, {asBytes("20261122024600Z")}));
    EXPECT_EQ(der::generalizedTime(time + Milliseconds(999)), der::generalizedTime(time));
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
