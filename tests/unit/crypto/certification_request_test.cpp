// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate.h"
#include "octets.h"

#include <gtest/gtest.h>

namespace smartca::crypto {
namespace {

class RequestOfKind : public testing::TestWithParam<KeyKind> {};

TEST_P(RequestOfKind, proves_possession_and_every_changed_octet_breaks_the_proof)
{
    auto key = PrivateKey::generate(GetParam());
    const auto request = makeCertificationRequest(key, "Nguyễn Văn An");
    ASSERT_TRUE(request) << request.error().detail;
    const auto proven = verifyCertificationRequest(*request);
    ASSERT_TRUE(proven) << proven.error().detail;
    EXPECT_EQ(*proven, key.publicKey());
    for (std::size_t at = 0; at < request->size(); ++at) {
        auto changed = *request;
        changed[at] ^= 0x01U;
        EXPECT_FALSE(verifyCertificationRequest(changed)) << at;
        EXPECT_FALSE(verifyCertificationRequest(BytesView(*request).first(at))) << at;
    }
    auto longer = *request;
    longer.push_back(0);
    EXPECT_FALSE(verifyCertificationRequest(longer));
}

INSTANTIATE_TEST_SUITE_P(Keys, RequestOfKind, testing::Values(KeyKind::P256, KeyKind::Rsa2048),
                         [](const auto &parameter) { return std::string(nameOf(parameter.param)); });

/// Shows one key, signs with another.
class Impostor final : public Signer {
public:
    [[nodiscard]] PublicKey publicKey() const override { return shown.publicKey(); }
    [[nodiscard]] Result<Bytes> signDigest(const Sha256 &digest, EcdsaForm form) override
    {
        return used.signDigest(digest, form);
    }
    PrivateKey shown = PrivateKey::generate(KeyKind::P256);
    PrivateKey used = PrivateKey::generate(KeyKind::P256);
};

TEST(Request, signed_with_another_key_is_refused)
{
    Impostor impostor;
    const auto request = makeCertificationRequest(impostor, "An");
    ASSERT_TRUE(request);
    EXPECT_EQ(verifyCertificationRequest(*request).error().code, FailureCode::AnswerNotAuthentic);
}

TEST(Request, names_that_do_not_fit_are_refused)
{
    auto key = PrivateKey::generate(KeyKind::P256);
    EXPECT_FALSE(makeCertificationRequest(key, std::string(65, 'a')));
    EXPECT_FALSE(makeCertificationRequest(key, "\xff"));
    EXPECT_TRUE(makeCertificationRequest(key, std::string(64, 'a')));
}

} // namespace
} // namespace smartca::crypto
