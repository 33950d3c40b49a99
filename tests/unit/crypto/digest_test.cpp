// SPDX-License-Identifier: Apache-2.0
#include "crypto/digest.h"
#include "octets.h"

#include <gtest/gtest.h>

namespace smartca::crypto {
namespace {

TEST(Digest, sha256_of_abc_is_the_published_one)
{
    const auto expected = hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hexEncode(sha256(asBytes("abc"))), hexEncode(expected));
    EXPECT_EQ(hexEncode(sha256({asBytes("a"), BytesView(), asBytes("bc")})), hexEncode(expected));
}

TEST(Digest, hmac_gives_the_values_of_rfc_4231)
{
    struct Vector {
        Bytes key;
        Bytes data;
        std::string_view tag;
    };
    const Vector vectors[] = {
        {Bytes(20, 0x0b), toBytes("Hi There"),
         "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"},
        {toBytes("Jefe"), toBytes("what do ya want for nothing?"),
         "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"},
        {Bytes(20, 0xaa), Bytes(50, 0xdd),
         "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"},
        {Bytes(131, 0xaa), toBytes("Test Using Larger Than Block-Size Key - Hash Key First"),
         "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"},
    };
    for (const auto &vector : vectors) {
        EXPECT_EQ(hexEncode(hmacSha256(vector.key, {vector.data})), vector.tag);
        const BytesView data(vector.data);
        EXPECT_EQ(hexEncode(hmacSha256(vector.key, {data.first(3), data.subspan(3)})), vector.tag);
    }
}

TEST(Digest, hmac_takes_an_empty_key_as_a_key)
{
    EXPECT_EQ(hexEncode(hmacSha256({}, {})),
              "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

TEST(Digest, hkdf_gives_the_values_of_rfc_5869)
{
    EXPECT_EQ(hexEncode(hkdfSha256(Bytes(22, 0x0b), hex("000102030405060708090a0b0c"),
                                   hex("f0f1f2f3f4f5f6f7f8f9"), 42)
                            .view()),
              "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    EXPECT_EQ(hexEncode(hkdfSha256(Bytes(22, 0x0b), {}, {}, 42).view()),
              "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
}

TEST(Digest, equal_constant_time_tells_lengths_and_octets_apart)
{
    EXPECT_TRUE(equalConstantTime(hex("00ff"), hex("00ff")));
    EXPECT_TRUE(equalConstantTime({}, {}));
    EXPECT_FALSE(equalConstantTime(hex("00ff"), hex("00fe")));
    EXPECT_FALSE(equalConstantTime(hex("00ff"), hex("00ff00")));
}

} // namespace
} // namespace smartca::crypto
