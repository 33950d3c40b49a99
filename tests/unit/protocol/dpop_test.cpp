// SPDX-License-Identifier: Apache-2.0
#include "protocol/dpop.h"
#include "samples.h"

#include <gtest/gtest.h>

namespace smartca::protocol {
namespace {

constexpr auto requestUrl = "https://127.0.0.1:8443/v1/activations";
const Bytes requestBody = toBytes(R"({"username":"079162001418"})");

DpopProof proof()
{
    return {.method = "POST",
            .url = requestUrl,
            .jti = "5d9c1c5e-0b1f-4c57-9e6b-3f6f0d5a7c21",
            .issuedAt = UtcTime{Seconds{1795320000}},
            .bodyDigest = bodyDigestOf(requestBody),
            .nonce = "n-1"};
}

std::string signedBy(crypto::Signer &key, const DpopProof &what)
{
    return *signDpop(key, what);
}

void expectRefused(const Result<VerifiedDpop> &result)
{
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, FailureCode::DpopInvalid);
}

/// Signed over any header and payload whatever, as an attacker would.
std::string forged(crypto::Signer &key, std::string_view typ, const Json &payload,
                   std::optional<crypto::PublicKey> jwk)
{
    return *crypto::signJws(key, {.typ = std::string(typ), .kid = std::nullopt, .jwk = std::move(jwk)},
                            payload);
}

Json payload()
{
    return {{"jti", proof().jti},
            {"htm", "POST"},
            {"htu", requestUrl},
            {"iat", 1795320000},
            {"bd", proof().bodyDigest}};
}

TEST(Dpop, proof_of_the_request_is_accepted_and_names_the_device)
{
    auto key = fixedKey(1);
    const auto verified = verifyDpop(signedBy(key, proof()), "POST", requestUrl, requestBody);
    ASSERT_TRUE(verified) << verified.error().detail;
    EXPECT_EQ(verified->deviceId, key.publicKey().thumbprint());
    EXPECT_EQ(verified->proof.jti, proof().jti);
    EXPECT_EQ(verified->proof.nonce, "n-1");
    EXPECT_EQ(verified->proof.issuedAt, proof().issuedAt);
}

TEST(Dpop, proof_without_nonce_is_well_formed)
{
    auto key = fixedKey(1);
    auto first = proof();
    first.nonce.reset();
    EXPECT_TRUE(verifyDpop(signedBy(key, first), "POST", requestUrl, requestBody));
}

TEST(Dpop, proof_for_another_method_is_refused)
{
    auto key = fixedKey(1);
    expectRefused(verifyDpop(signedBy(key, proof()), "GET", requestUrl, requestBody));
}

TEST(Dpop, proof_for_another_address_is_refused)
{
    auto key = fixedKey(1);
    expectRefused(
        verifyDpop(signedBy(key, proof()), "POST", "https://127.0.0.1:8443/v1/mail/resend", requestBody));
    expectRefused(
        verifyDpop(signedBy(key, proof()), "POST", "https://127.0.0.1:9443/v1/activations", requestBody));
}

TEST(Dpop, proof_for_another_body_is_refused)
{
    auto key = fixedKey(1);
    expectRefused(verifyDpop(signedBy(key, proof()), "POST", requestUrl, toBytes("{}")));
}

TEST(Dpop, proof_with_somebody_elses_key_in_its_header_is_refused)
{
    auto key = fixedKey(1);
    auto other = fixedKey(2);
    expectRefused(
        verifyDpop(forged(key, "dpop+jwt", payload(), other.publicKey()), "POST", requestUrl, requestBody));
}

TEST(Dpop, jws_of_another_type_is_refused)
{
    auto key = fixedKey(1);
    expectRefused(
        verifyDpop(forged(key, "sad+jws", payload(), key.publicKey()), "POST", requestUrl, requestBody));
}

TEST(Dpop, proof_without_a_key_is_refused)
{
    auto key = fixedKey(1);
    expectRefused(
        verifyDpop(forged(key, "dpop+jwt", payload(), std::nullopt), "POST", requestUrl, requestBody));
}

TEST(Dpop, proof_with_missing_unknown_or_odd_members_is_refused)
{
    auto key = fixedKey(1);
    for (const auto *name : {"jti", "htm", "htu", "iat", "bd"}) {
        auto less = payload();
        less.erase(name);
        expectRefused(
            verifyDpop(forged(key, "dpop+jwt", less, key.publicKey()), "POST", requestUrl, requestBody));
    }
    auto more = payload();
    more["ath"] = "x";
    expectRefused(
        verifyDpop(forged(key, "dpop+jwt", more, key.publicKey()), "POST", requestUrl, requestBody));
    auto odd = payload();
    odd["jti"] = "not-a-uuid";
    expectRefused(verifyDpop(forged(key, "dpop+jwt", odd, key.publicKey()), "POST", requestUrl, requestBody));
}

TEST(Dpop, altered_cut_and_oversized_proofs_are_refused)
{
    auto key = fixedKey(1);
    auto text = signedBy(key, proof());
    expectRefused(verifyDpop(text.substr(0, text.rfind('.')), "POST", requestUrl, requestBody));
    expectRefused(verifyDpop(text + ".x", "POST", requestUrl, requestBody));
    expectRefused(verifyDpop("", "POST", requestUrl, requestBody));
    expectRefused(verifyDpop(std::string(5000, 'A'), "POST", requestUrl, requestBody));
    auto &letter = text[text.find('.') + 5];
    letter = letter == 'A' ? 'B' : 'A';
    expectRefused(verifyDpop(text, "POST", requestUrl, requestBody));
}

} // namespace
} // namespace smartca::protocol
