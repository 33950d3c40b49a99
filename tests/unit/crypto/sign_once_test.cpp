// SPDX-License-Identifier: Apache-2.0
#include "crypto/key_parts.h"
#include "crypto/random.h"
#include "crypto/rsa_blinding.h"
#include "crypto/sign_once.h"

#include <gtest/gtest.h>
#include <openssl/rsa.h>

#include <set>
#include <vector>

namespace smartca::crypto {
namespace {

SecretNumber number(BytesView bigEndian)
{
    return SecretNumber(BN_bin2bn(bigEndian.data(), static_cast<int>(bigEndian.size()), nullptr));
}

Bytes octetsOf(const BIGNUM *value, std::size_t size)
{
    Bytes octets(size);
    EXPECT_EQ(BN_bn2binpad(value, octets.data(), static_cast<int>(size)), static_cast<int>(size));
    return octets;
}

class SignOnce : public testing::TestWithParam<KeyKind> {
protected:
    const PrivateKey key_ = PrivateKey::generate(GetParam());
    const SecretBytes pkcs8_ = key_.toPkcs8();
};

TEST_P(SignOnce, signs_as_the_key_itself_does)
{
    for (int i = 0; i < 20; ++i) {
        const auto digest = sha256(randomBytes(20));
        const auto signature = signDigestOnce(pkcs8_.view(), digest);
        ASSERT_TRUE(signature) << signature.error().detail;
        EXPECT_TRUE(key_.publicKey().verifyDigest(digest, *signature));
        if (GetParam() != KeyKind::P256) { // PKCS #1 v1.5 leaves nothing to chance
            EXPECT_EQ(*signature, PrivateKey::fromPkcs8(pkcs8_.view())->signDigest(digest, EcdsaForm::Der));
        }
    }
}

TEST_P(SignOnce, refuses_what_is_no_key)
{
    const auto digest = sha256(asBytes("content"));
    EXPECT_FALSE(signDigestOnce({}, digest));
    EXPECT_FALSE(signDigestOnce(pkcs8_.view().first(pkcs8_.size() - 1), digest));
}

INSTANTIATE_TEST_SUITE_P(kinds, SignOnce, testing::Values(KeyKind::P256, KeyKind::Rsa2048, KeyKind::Rsa3072),
                         [](const auto &its) { return std::string(nameOf(its.param)); });

/// A key in which one octet of a number is another.
SecretBytes damaged(const SecretBytes &pkcs8, std::size_t which)
{
    SecretBytes copy = pkcs8.clone();
    const auto number = (*key_parts::rsaNumbersFromPkcs8(copy.view()))[which];
    copy.data()[number.data() - copy.data() + static_cast<std::ptrdiff_t>(number.size()) - 1] ^= 0x40U;
    return copy;
}

TEST(SignOnceRsa, gives_no_wrong_signature_away_for_a_damaged_prime)
{
    // What is wrong modulo one prime alone gives the other one away (Boneh, DeMillo, Lipton 1997).
    const auto key = PrivateKey::generate(KeyKind::Rsa2048);
    const auto pkcs8 = key.toPkcs8();
    const auto digest = sha256(asBytes("content"));
    for (const std::size_t crtNumber : {3, 4, 5, 6, 7}) {
        const auto signature = signDigestOnce(damaged(pkcs8, crtNumber).view(), digest);
        EXPECT_TRUE(!signature || key.publicKey().verifyDigest(digest, *signature)) << crtNumber;
    }
}

TEST(SignOnceRsa, refuses_an_even_modulus)
{
    const auto pkcs8 = PrivateKey::generate(KeyKind::Rsa2048).toPkcs8();
    auto even = pkcs8.clone();
    const auto modulus = (*key_parts::rsaNumbersFromPkcs8(even.view()))[0];
    even.data()[modulus.data() - even.data() + static_cast<std::ptrdiff_t>(modulus.size()) - 1] &= 0xFEU;
    EXPECT_FALSE(signDigestOnce(even.view(), sha256(asBytes("content"))));
}

// Only the older interface shows what the private key is given.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

std::vector<Bytes> &given()
{
    static std::vector<Bytes> numbers;
    return numbers;
}

int notingPrivateKey(int size, const unsigned char *from, unsigned char *to, RSA *key, int padding)
{
    given().emplace_back(from, from + size);
    return RSA_meth_get_priv_enc(RSA_PKCS1_OpenSSL())(size, from, to, key, padding);
}

TEST(SignOnceRsa, gives_the_key_another_number_each_time_and_never_the_message)
{
    const auto key = PrivateKey::generate(KeyKind::Rsa2048);
    const auto pkcs8 = key.toPkcs8();
    const auto digest = sha256(asBytes("content"));
    const std::unique_ptr<RSA_METHOD, decltype(&RSA_meth_free)> noting(RSA_meth_dup(RSA_PKCS1_OpenSSL()),
                                                                       &RSA_meth_free);
    RSA_meth_set_priv_enc(noting.get(), &notingPrivateKey);
    given().clear();
    RSA_set_default_method(noting.get());
    const auto first = signDigestOnce(pkcs8.view(), digest);
    const auto second = signDigestOnce(pkcs8.view(), digest);
    RSA_set_default_method(RSA_PKCS1_OpenSSL());
    ASSERT_TRUE(first && second);
    EXPECT_EQ(*first, *second);
    ASSERT_EQ(given().size(), 2U);
    EXPECT_NE(given()[0], given()[1]);
    for (const auto &number : given()) // as EMSA-PKCS1-v1_5 begins
        EXPECT_FALSE(number[0] == 0x00 && number[1] == 0x01 && number[2] == 0xFF && number[3] == 0xFF);
}

#pragma GCC diagnostic pop

class Blinding : public testing::Test {
protected:
    /// value^exponent mod n.
    [[nodiscard]] SecretNumber power(const BIGNUM *value, const SecretNumber &exponent) const
    {
        SecretNumber result(BN_new());
        EXPECT_EQ(BN_mod_exp(result.get(), value, exponent.get(), n_.get(), context_.get()), 1);
        return result;
    }
    [[nodiscard]] RsaBlinding fresh() const { return std::move(*RsaBlinding::fresh(n_.get(), e_.get())); }

    const SecretBytes pkcs8_ = PrivateKey::generate(KeyKind::Rsa3072).toPkcs8();
    const key_parts::RsaNumbers numbers_ = *key_parts::rsaNumbersFromPkcs8(pkcs8_.view());
    const SecretNumber n_ = number(numbers_[0]);
    const SecretNumber e_ = number(numbers_[1]);
    const SecretNumber d_ = number(numbers_[2]);
    const NumberContext context_{BN_CTX_new()};
};

TEST_F(Blinding, is_taken_off_by_what_the_key_does_with_it)
{
    for (int i = 0; i < 20; ++i) {
        auto blinding = fresh();
        auto value = number(randomBytes(numbers_[0].size() - 1));
        const auto wanted = power(value.get(), d_);
        blinding.blind(value.get());
        const auto answer = power(value.get(), d_);
        EXPECT_NE(BN_cmp(answer.get(), wanted.get()), 0);
        blinding.unblind(answer.get());
        EXPECT_EQ(BN_cmp(answer.get(), wanted.get()), 0);
    }
}

TEST_F(Blinding, shows_the_key_another_number_each_time)
{
    std::set<Bytes> shown;
    for (int i = 0; i < 50; ++i) {
        auto value = number(asBytes("the same"));
        fresh().blind(value.get());
        shown.insert(octetsOf(value.get(), numbers_[0].size()));
    }
    EXPECT_EQ(shown.size(), 50U);
}

} // namespace
} // namespace smartca::crypto
