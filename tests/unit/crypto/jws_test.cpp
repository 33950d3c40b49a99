// SPDX-License-Identifier: Apache-2.0
#include "crypto/jws.h"
#include "octets.h"

#include <gtest/gtest.h>

namespace smartca::crypto {
namespace {

std::string part(std::string_view text)
{
    return base64UrlEncode(asBytes(text));
}

/// A JWS with any header and payload, signed well.
std::string signedWith(PrivateKey &key, std::string_view header, std::string_view payload)
{
    const auto input = part(header) + "." + part(payload);
    return input + "." + base64UrlEncode(key.signDigest(sha256(asBytes(input)), EcdsaForm::Raw).value());
}

class JwsTest : public testing::Test {
protected:
    PrivateKey key = PrivateKey::generate(KeyKind::P256);
    PublicKey publicKey = key.publicKey();
    const std::string goodHeader = R"({"alg":"ES256","typ":"sad+jws"})";

    [[nodiscard]] FailureCode refusal(const std::string &compact) const
    {
        const auto result = verifyJws(compact, "sad+jws", publicKey);
        EXPECT_FALSE(result) << compact;
        return result ? FailureCode{} : result.error().code;
    }
};

TEST_F(JwsTest, comes_back_as_it_was_signed)
{
    Json payload = {{"b", 1}, {"a", "Nguyễn"}};
    const auto compact = signJws(key, {.typ = "sad+jws", .kid = publicKey.thumbprint(), .jwk = {}}, payload);
    ASSERT_TRUE(compact);
    const auto jws = verifyJws(*compact, "sad+jws", publicKey);
    ASSERT_TRUE(jws) << jws.error().detail;
    EXPECT_EQ(jws->payload, payload);
    EXPECT_EQ(asText(jws->payloadRaw), toText(payload));
    EXPECT_EQ(jws->header.kid, publicKey.thumbprint());
    EXPECT_EQ(*base64UrlDecode(compact->substr(0, compact->find('.'))),
              toBytes(R"({"alg":"ES256","typ":"sad+jws","kid":")" + publicKey.thumbprint() + "\"}"));
}

TEST_F(JwsTest, signature_of_rfc_7515_a3_verifies_but_its_untyped_header_is_refused)
{
    const auto a3Key = PublicKey::fromJwk(parseJson(R"({"kty":"EC","crv":"P-256",
        "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})")
                                              .value());
    ASSERT_TRUE(a3Key);
    const std::string input =
        "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxl"
        "LmNvbS9pc19yb290Ijp0cnVlfQ";
    const std::string signature =
        "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
    EXPECT_TRUE(a3Key->verify(asBytes(input), base64UrlDecode(signature).value(), EcdsaForm::Raw));
    EXPECT_FALSE(verifyJws(input + "." + signature, "", *a3Key));
}

TEST_F(JwsTest, dpop_proof_of_rfc_9449_verifies_with_the_key_it_brings)
{
    const std::string proof = "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dE"
                              "ZyaHgtMzR0VjNoUklDUkRZOXpDa0Rs"
                              "cEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWcl"
                              "UwQ2R2R1JEQSIsImNydiI6IlAtMjU2"
                              "In19."
                              "eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2Vydm"
                              "VyLmV4YW1wbGUuY29tL3Rva2Vu"
                              "IiwiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-"
                              "FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT"
                              "3Lg";
    const auto jws = verifySelfSignedJws(proof, "dpop+jwt");
    ASSERT_TRUE(jws) << jws.error().detail;
    EXPECT_EQ(jws->header.jwk->thumbprint(), "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
    EXPECT_EQ(jws->payload["htm"], "POST");
    EXPECT_FALSE(verifyJws(proof, "dpop+jwt", *jws->header.jwk)) << "a key in the header outside DPoP";
}

TEST_F(JwsTest, another_type_or_key_is_refused)
{
    const auto compact = signedWith(key, goodHeader, "{}");
    EXPECT_TRUE(verifyJws(compact, "sad+jws", publicKey));
    EXPECT_EQ(verifyJws(compact, "reg+jws", publicKey).error().code, FailureCode::JsonMalformed);
    EXPECT_EQ(verifyJws(compact, "sad+jws", PrivateKey::generate(KeyKind::P256).publicKey()).error().code,
              FailureCode::AnswerNotAuthentic);
    EXPECT_FALSE(verifyJws(compact, "sad+jws", PrivateKey::generate(KeyKind::Rsa2048).publicKey()));
    EXPECT_FALSE(verifySelfSignedJws(compact, "sad+jws"));
}

TEST_F(JwsTest, headers_that_name_keys_elsewhere_or_change_the_rules_are_refused)
{
    for (const std::string_view more :
         {R"("jku":"https://evil.example/k")", R"("x5u":"https://evil.example/c")", R"("x5c":["AA=="])",
          R"("x5t":"AA")", R"("crit":["exp"],"exp":1)", R"("b64":false)", R"("zip":"DEF")", R"("cty":"JWT")",
          R"("unknown":1)", R"("typ":"sad+jws")"}) {
        std::string header = goodHeader;
        header.insert(header.size() - 1, "," + std::string(more));
        EXPECT_EQ(refusal(signedWith(key, header, "{}")), FailureCode::JsonMalformed) << more;
    }
    std::string withKey = goodHeader;
    withKey.insert(withKey.size() - 1, ",\"jwk\":" + toText(publicKey.jwk()));
    EXPECT_EQ(refusal(signedWith(key, withKey, "{}")), FailureCode::JsonMalformed);
    EXPECT_TRUE(verifySelfSignedJws(signedWith(key, withKey, "{}"), "sad+jws"));
    std::string namedToo = withKey; // a header carries the key or names it, never both
    namedToo.insert(namedToo.size() - 1, R"(,"kid":"k")");
    EXPECT_FALSE(verifySelfSignedJws(signedWith(key, namedToo, "{}"), "sad+jws"));
    EXPECT_FALSE(readUnverifiedJws(signedWith(key, withKey, "{}"), "sad+jws"));
}

TEST_F(JwsTest, other_algorithms_are_refused)
{
    for (const std::string_view algorithm : {"none", "HS256", "ES384", "RS256", "es256", "ES256K", "EdDSA"})
        EXPECT_EQ(
            refusal(signedWith(key, R"({"alg":")" + std::string(algorithm) + R"(","typ":"sad+jws"})", "{}")),
            FailureCode::JsonMalformed)
            << algorithm;
    EXPECT_EQ(refusal(part(R"({"alg":"none","typ":"sad+jws"})") + "." + part("{}") + "."),
              FailureCode::JsonMalformed);
    EXPECT_EQ(refusal(signedWith(key, R"({"typ":"sad+jws"})", "{}")), FailureCode::JsonMalformed);
}

TEST_F(JwsTest, other_forms_than_three_canonical_parts_are_refused)
{
    const auto good = signedWith(key, goodHeader, R"({"a":1})");
    EXPECT_EQ(refusal(""), FailureCode::JsonMalformed);
    EXPECT_EQ(refusal("."), FailureCode::JsonMalformed);
    EXPECT_EQ(refusal(".."), FailureCode::JsonMalformed);
    EXPECT_EQ(refusal(good + "."), FailureCode::JsonMalformed);
    EXPECT_EQ(refusal("." + good), FailureCode::JsonMalformed);
    EXPECT_EQ(refusal(good + "="), FailureCode::JsonMalformed);
    EXPECT_EQ(refusal(good + " "), FailureCode::JsonMalformed);
    EXPECT_EQ(refusal(good + "AA"), FailureCode::JsonMalformed);
    EXPECT_EQ(refusal(good.substr(0, good.rfind('.'))), FailureCode::JsonMalformed);

    // The signature as DER, which other libraries are known to take.
    const auto input = good.substr(0, good.rfind('.'));
    EXPECT_EQ(refusal(input + "." +
                      base64UrlEncode(key.signDigest(sha256(asBytes(input)), EcdsaForm::Der).value())),
              FailureCode::JsonMalformed);
    EXPECT_EQ(refusal(input + "." + base64UrlEncode(Bytes(64, 0))), FailureCode::AnswerNotAuthentic);
}

TEST_F(JwsTest, payloads_that_the_strict_door_refuses_are_refused)
{
    for (const std::string_view payload :
         {"[]", "1", "null", "", R"({"a":1,"a":2})", R"({"a":1.5})", "{\"a\":\"\xff\"}", "{}x"})
        EXPECT_EQ(refusal(signedWith(key, goodHeader, payload)), FailureCode::JsonMalformed) << payload;
    std::string deep;
    for (int i = 0; i < 20; ++i)
        deep.append(R"({"a":)");
    deep.append("1").append(20, '}');
    EXPECT_EQ(refusal(signedWith(key, goodHeader, deep)), FailureCode::JsonMalformed);
    EXPECT_FALSE(verifyJws(signedWith(key, goodHeader, R"({"a":")" + std::string(2000, 'x') + "\"}"),
                           "sad+jws", publicKey, 1000));
}

TEST_F(JwsTest, every_changed_character_is_refused)
{
    const auto good =
        signJws(key, {.typ = "sad+jws", .kid = "k", .jwk = {}}, Json{{"h", "AAECAw"}, {"n", 1}}).value();
    for (std::size_t at = 0; at < good.size(); ++at)
        for (const char replacement : {'A', 'B', 'z', '0', '-', '.', '='}) {
            auto changed = good;
            changed[at] = replacement;
            if (changed != good) {
                EXPECT_FALSE(verifyJws(changed, "sad+jws", publicKey)) << at << ' ' << replacement;
            }
        }
}

TEST_F(JwsTest, reading_without_verifying_still_keeps_the_form)
{
    const auto good = signedWith(key, goodHeader, R"({"sub":"u"})");
    EXPECT_EQ(readUnverifiedJws(good, "sad+jws")->payload["sub"], "u");
    EXPECT_FALSE(readUnverifiedJws(good, "other+jws"));
    EXPECT_FALSE(readUnverifiedJws(good + "x", "sad+jws"));
}

TEST_F(JwsTest, only_p256_keys_sign)
{
    auto rsa = PrivateKey::generate(KeyKind::Rsa2048);
    EXPECT_FALSE(signJws(rsa, {.typ = "sad+jws", .kid = {}, .jwk = {}}, Json::object()));
}

} // namespace
} // namespace smartca::crypto
