// SPDX-License-Identifier: Apache-2.0
#include "crypto/key.h"
#include "octets.h"

#include <gtest/gtest.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace smartca::crypto {
namespace {

const auto order = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
const auto orderLessOne = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550";
const auto orderLessTwo = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc63254f";
const auto generatorX = "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296";
const auto generatorY = "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";
const auto generatorMinusY = "b01cbd1c01e58065711814b583f061e9d431cca994cea1313449bf97c840ae0a";

SecretBytes material(std::string_view lowDigits)
{
    std::string digits(96 - lowDigits.size(), '0');
    return SecretBytes(hex(digits.append(lowDigits)));
}

std::string pointOf(const Result<PrivateKey> &key)
{
    return hexEncode(BytesView(key->publicKey().spki()).last(64));
}

Bytes spkiOf(EVP_PKEY *raw)
{
    const PkeyPtr key(raw);
    Bytes der(static_cast<std::size_t>(i2d_PUBKEY(key.get(), nullptr)));
    auto *end = der.data();
    i2d_PUBKEY(key.get(), &end);
    return der;
}

TEST(PrivateKey, of_key_material_is_one_more_than_its_remainder)
{
    const auto generator = std::string(generatorX) + generatorY;
    EXPECT_EQ(pointOf(PrivateKey::p256FromKeyMaterial(material("00"))), generator);         // k = 1
    EXPECT_EQ(pointOf(PrivateKey::p256FromKeyMaterial(material(orderLessOne))), generator); // k = 1
    EXPECT_EQ(pointOf(PrivateKey::p256FromKeyMaterial(material(orderLessTwo))),             // k = n − 1
              std::string(generatorX) + generatorMinusY);
    EXPECT_EQ(pointOf(PrivateKey::p256FromKeyMaterial(material(order))), // k = 2
              "7cf27b188d034f7e8a52380304b51ac3c08969e277f21b35a60b48fc47669978"
              "07775510db8ed040293d9ac69f7430dbba7dade63ce982299e04b79d227873d1");
}

TEST(PrivateKey, of_key_material_uses_all_48_octets)
{
    // 2^384 − 1 mod (n − 1), computed apart.
    const auto all = PrivateKey::p256FromKeyMaterial(SecretBytes(Bytes(48, 0xff)));
    const auto low = PrivateKey::p256FromKeyMaterial(material(std::string(64, 'f')));
    ASSERT_TRUE(all && low);
    EXPECT_NE(pointOf(all), pointOf(low));
    EXPECT_FALSE(PrivateKey::p256FromKeyMaterial(SecretBytes(Bytes(32, 0xff))));
    EXPECT_FALSE(PrivateKey::p256FromKeyMaterial(SecretBytes(Bytes(49, 0xff))));
}

class EveryKind : public testing::TestWithParam<KeyKind> {};

TEST_P(EveryKind, signs_what_its_public_key_verifies_and_nothing_else)
{
    auto key = PrivateKey::generate(GetParam());
    const auto digest = sha256(asBytes("document"));
    const auto signature = key.signDigest(digest, EcdsaForm::Der);
    ASSERT_TRUE(signature);
    const auto publicKey = key.publicKey();
    EXPECT_EQ(publicKey.kind(), GetParam());
    EXPECT_TRUE(publicKey.verifyDigest(digest, *signature));
    EXPECT_TRUE(publicKey.verify(asBytes("document"), *signature));
    EXPECT_FALSE(publicKey.verify(asBytes("Document"), *signature));
    EXPECT_FALSE(PrivateKey::generate(KeyKind::P256).publicKey().verifyDigest(digest, *signature));
    for (std::size_t at = 0; at < signature->size(); ++at) {
        auto changed = *signature;
        changed[at] ^= 0x01U;
        EXPECT_FALSE(publicKey.verifyDigest(digest, changed)) << at;
    }
    auto longer = *signature;
    longer.push_back(0);
    EXPECT_FALSE(publicKey.verifyDigest(digest, longer));
    EXPECT_FALSE(publicKey.verifyDigest(digest, {}));
}

TEST_P(EveryKind, comes_back_from_pkcs8_and_spki)
{
    auto key = PrivateKey::generate(GetParam());
    auto pkcs8 = key.toPkcs8();
    const auto again = PrivateKey::fromPkcs8(pkcs8.view());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->publicKey(), key.publicKey());
    pkcs8.append(hex("00"));
    EXPECT_FALSE(PrivateKey::fromPkcs8(pkcs8.view()));

    auto spki = key.publicKey().spki();
    const auto publicKey = PublicKey::fromSpki(spki);
    ASSERT_TRUE(publicKey);
    EXPECT_EQ(publicKey->spki(), spki);
    spki.push_back(0);
    EXPECT_FALSE(PublicKey::fromSpki(spki));
    EXPECT_EQ(keyKindFromName(nameOf(GetParam())), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Keys, EveryKind, testing::Values(KeyKind::P256, KeyKind::Rsa2048, KeyKind::Rsa3072),
                         [](const auto &parameter) { return std::string(nameOf(parameter.param)); });

TEST(PrivateKey, in_a_form_of_others_is_read_all_the_same)
{
    // RFC 5915 allows the private number alone: without the point our own writer adds.
    const auto bare = hex("3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420"
                          "0000000000000000000000000000000000000000000000000000000000000002");
    auto key = PrivateKey::fromPkcs8(bare);
    ASSERT_TRUE(key);
    EXPECT_EQ(pointOf(key), pointOf(PrivateKey::p256FromKeyMaterial(material(order))));
    const auto digest = sha256(asBytes("x"));
    EXPECT_TRUE(key->publicKey().verifyDigest(digest, key->signDigest(digest, EcdsaForm::Der).value()));
}

/// PKCS#8 with this private number, as we write it (with the generator for its point) and without a point.
std::pair<Bytes, Bytes> pkcs8Of(const std::string &scalar)
{
    const auto point = std::string("04") + generatorX + generatorY;
    return {hex("308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420" + scalar +
                "a144034200" + point),
            hex("3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420" + scalar)};
}

TEST(PrivateKey, whose_number_is_zero_or_not_below_the_order_is_refused)
{
    const std::string orderAndOne = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632552";
    const std::string bitAbove = "ffffffff00000001000000000000000000000000000000000000000000000000";
    for (const auto &scalar :
         {std::string(64, '0'), std::string(order), orderAndOne, bitAbove, std::string(64, 'f')}) {
        const auto [ours, bare] = pkcs8Of(scalar);
        for (const auto &form : {ours, bare}) {
            const auto key = PrivateKey::fromPkcs8(form);
            ASSERT_FALSE(key) << scalar;
            EXPECT_EQ(key.error().code, PrivateKey::fromPkcs8(hex("3000")).error().code);
        }
    }
    EXPECT_TRUE(PrivateKey::fromPkcs8(pkcs8Of(std::string(63, '0') + "1").first));
    EXPECT_TRUE(PrivateKey::fromPkcs8(pkcs8Of(std::string(63, '0') + "1").second));
    const auto most = PrivateKey::fromPkcs8(pkcs8Of(orderLessOne).second);
    ASSERT_TRUE(most);
    EXPECT_EQ(pointOf(most), std::string(generatorX) + generatorMinusY);
}

TEST(PrivateKey, whose_number_is_too_long_is_refused)
{
    // 33 octets, the first not zero.
    const auto key =
        PrivateKey::fromPkcs8(hex("3042020100301306072a8648ce3d020106082a8648ce3d030107042830260201010421"
                                  "01" +
                                  std::string(64, '0')));
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code, PrivateKey::fromPkcs8(hex("3000")).error().code);
}

TEST(PrivateKey, with_a_point_at_infinity_is_refused)
{
    EXPECT_FALSE(
        PrivateKey::fromPkcs8(hex("3047020100301306072a8648ce3d020106082a8648ce3d030107042d302b0201010420" +
                                  std::string(63, '0') + "1" + "a10403020000")));
}

TEST(PrivateKey, with_a_point_beside_the_curve_is_refused)
{
    auto beside = toBytes(PrivateKey::generate(KeyKind::P256).toPkcs8().view());
    beside.back() ^= 0x01U;
    EXPECT_FALSE(PrivateKey::fromPkcs8(beside));
}

TEST(PublicKey, of_rsa_is_read_in_der_alone)
{
    const auto good = PrivateKey::generate(KeyKind::Rsa2048).publicKey().spki();
    ASSERT_TRUE(PublicKey::fromSpki(good));
    // Everything but the modulus itself: headers, algorithm, unused bits, exponent.
    constexpr std::size_t modulusAt = 32; // with its sign octet
    constexpr std::size_t modulusSize = 257;
    for (std::size_t at = 0; at < good.size(); ++at) {
        if (at >= modulusAt && at < modulusAt + modulusSize)
            continue;
        for (const unsigned bit : {0x01U, 0x80U}) {
            auto changed = good;
            changed[at] = static_cast<std::uint8_t>(changed[at] ^ bit);
            EXPECT_FALSE(PublicKey::fromSpki(changed)) << at;
        }
    }
    auto negative = good;
    negative[modulusAt] = 0xFF;
    EXPECT_FALSE(PublicKey::fromSpki(negative));
    auto small = good; // 2047 bits, with a zero too many
    small[modulusAt + 1] &= 0x7FU;
    EXPECT_FALSE(PublicKey::fromSpki(small));
}

TEST(PublicKey, of_a_curve_spelled_out_verifies_nothing)
{
    PkeyPtr key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    ASSERT_EQ(EVP_PKEY_set_utf8_string_param(key.get(), OSSL_PKEY_PARAM_EC_ENCODING,
                                             OSSL_PKEY_EC_ENCODING_EXPLICIT),
              1);
    EVP_PKEY_up_ref(key.get());
    EXPECT_FALSE(PublicKey::fromSpki(spkiOf(key.get())));
    const auto digest = sha256(asBytes("x"));
    Bytes signature(static_cast<std::size_t>(EVP_PKEY_get_size(key.get())));
    auto size = signature.size();
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(key.get(), nullptr);
    ASSERT_EQ(EVP_PKEY_sign_init(context), 1);
    ASSERT_EQ(EVP_PKEY_sign(context, signature.data(), &size, digest.data(), digest.size()), 1);
    EVP_PKEY_CTX_free(context);
    signature.resize(size);
    EXPECT_FALSE(PublicKey(std::move(key)).verifyDigest(digest, signature));
}

TEST(PublicKey, ecdsa_raw_form_is_exactly_64_octets_within_the_order)
{
    auto key = PrivateKey::generate(KeyKind::P256);
    const auto digest = sha256(asBytes("x"));
    const auto raw = key.signDigest(digest, EcdsaForm::Raw);
    ASSERT_TRUE(raw);
    const auto publicKey = key.publicKey();
    ASSERT_EQ(raw->size(), 64U);
    EXPECT_TRUE(publicKey.verifyDigest(digest, *raw, EcdsaForm::Raw));
    EXPECT_FALSE(publicKey.verifyDigest(digest, *raw, EcdsaForm::Der));
    EXPECT_FALSE(publicKey.verifyDigest(digest, BytesView(*raw).first(63), EcdsaForm::Raw));
    EXPECT_FALSE(publicKey.verifyDigest(digest, Bytes(64, 0), EcdsaForm::Raw));
    EXPECT_FALSE(publicKey.verifyDigest(digest, Bytes(64, 0xff), EcdsaForm::Raw));
    auto orders = hex(order);
    orders.insert(orders.end(), orders.begin(), orders.begin() + 32);
    EXPECT_FALSE(publicKey.verifyDigest(digest, orders, EcdsaForm::Raw));
}

TEST(PublicKey, refuses_other_curves_short_rsa_and_small_exponents)
{
    EXPECT_FALSE(PublicKey::fromSpki(spkiOf(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-384"))));
    EXPECT_FALSE(PublicKey::fromSpki(spkiOf(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "secp256k1"))));
    EXPECT_FALSE(PublicKey::fromSpki(spkiOf(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"))));
    EXPECT_FALSE(PublicKey::fromSpki(spkiOf(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{1024}))));

    EVP_PKEY *key = nullptr;
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, nullptr);
    BIGNUM *three = BN_new();
    BN_set_word(three, 3);
    ASSERT_EQ(EVP_PKEY_keygen_init(context), 1);
    ASSERT_EQ(EVP_PKEY_CTX_set_rsa_keygen_bits(context, 2048), 1);
    ASSERT_EQ(EVP_PKEY_CTX_set1_rsa_keygen_pubexp(context, three), 1);
    ASSERT_EQ(EVP_PKEY_keygen(context, &key), 1);
    BN_free(three);
    EVP_PKEY_CTX_free(context);
    EXPECT_FALSE(PublicKey::fromSpki(spkiOf(key)));
}

TEST(PublicKey, refuses_a_point_beside_the_curve_a_compressed_one_and_changed_headers)
{
    const auto good = PrivateKey::generate(KeyKind::P256).publicKey().spki();
    for (std::size_t at = 0; at < good.size(); ++at) {
        auto changed = good;
        changed[at] ^= 0x01U;
        EXPECT_FALSE(PublicKey::fromSpki(changed)) << at;
    }
    // The same point compressed (RFC 5480 §2.2 allows it, we do not).
    auto compressed = hex("3039301306072a8648ce3d020106082a8648ce3d030107032200");
    compressed.push_back(static_cast<std::uint8_t>(2 + (good.back() & 1U)));
    compressed.insert(compressed.end(), good.begin() + 27, good.begin() + 59);
    EXPECT_FALSE(PublicKey::fromSpki(compressed));
}

const auto dpopExampleKey =
    R"({"kty":"EC","x":"l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs","y":"9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA","crv":"P-256"})";

TEST(Jwk, thumbprint_is_the_one_rfc_9449_prints)
{
    const auto key = PublicKey::fromJwk(parseJson(dpopExampleKey).value());
    ASSERT_TRUE(key);
    EXPECT_EQ(key->thumbprint(), "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
    EXPECT_EQ(toText(key->jwk()),
              R"({"crv":"P-256","kty":"EC","x":"l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs",)"
              R"("y":"9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA"})");
    EXPECT_EQ(PublicKey::fromJwk(key->jwk()).value(), *key);
}

TEST(Jwk, refuses_private_members_other_types_and_points_beside_the_curve)
{
    const auto with = [](std::string_view member, const Json &value) {
        auto jwk = parseJson(dpopExampleKey).value();
        jwk[std::string(member)] = value;
        return PublicKey::fromJwk(jwk);
    };
    EXPECT_TRUE(with("kty", "EC"));
    EXPECT_FALSE(with("d", "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"));
    EXPECT_FALSE(with("kid", "1"));
    EXPECT_FALSE(with("kty", "RSA"));
    EXPECT_FALSE(with("crv", "P-384"));
    EXPECT_FALSE(
        with("x", "l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFt")); // stray bits in the last character
    EXPECT_FALSE(with("x", "l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFw"));
    EXPECT_FALSE(with("x", "AAAA"));
    EXPECT_FALSE(with("y", 5));
    EXPECT_FALSE(PublicKey::fromJwk(Json::array()));
}

} // namespace
} // namespace smartca::crypto
