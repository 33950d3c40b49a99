// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "crypto/digest.h"
#include "protocol/signing.h"

#include <gtest/gtest.h>

namespace smartca::protocol {
namespace {

TEST(SigningTerms, algorithm_is_that_of_the_key)
{
    EXPECT_EQ(signAlgorithmOf(crypto::KeyKind::P256), "1.2.840.10045.4.3.2");
    for (const auto kind : {crypto::KeyKind::Rsa2048, crypto::KeyKind::Rsa3072})
        EXPECT_EQ(signAlgorithmOf(kind), "1.2.840.113549.1.1.11");
}

TEST(SigningTerms, nonce_of_the_time_stamp_begins_the_challenges_digest)
{
    EXPECT_EQ(hexEncode(timeStampNonceOf("")), "e3b0c44298fc1c149afbf4c8996fb924");
    // A challenge whose digest begins with a zero: numbers have none.
    int number = 0;
    while (crypto::sha256(asBytes(std::to_string(number)))[0] != 0)
        ++number;
    const auto nonce = timeStampNonceOf(std::to_string(number));
    EXPECT_LT(nonce.size(), 16U);
    EXPECT_NE(nonce.front(), 0);
}

} // namespace
} // namespace smartca::protocol
