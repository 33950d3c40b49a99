// SPDX-License-Identifier: Apache-2.0
#include "crypto/cipher.h"
#include "crypto/random.h"
#include "octets.h"

#include <gtest/gtest.h>

namespace smartca::crypto {
namespace {

TEST(Seal, opens_what_it_sealed_with_key_and_context)
{
    const auto key = randomSecret(32);
    for (const std::size_t size : {0UL, 1UL, 16UL, 1000UL}) {
        const auto plain = randomBytes(size);
        const auto box = seal(key, asBytes("journal"), plain);
        EXPECT_EQ(box.size(), 12 + size + 16);
        const auto opened = open(key, asBytes("journal"), box);
        ASSERT_TRUE(opened);
        EXPECT_TRUE(opened->equals(plain));
    }
}

TEST(Seal, never_uses_a_nonce_twice)
{
    const auto key = randomSecret(32);
    EXPECT_NE(seal(key, {}, asBytes("same")), seal(key, {}, asBytes("same")));
}

TEST(Seal, refuses_another_key_another_context_and_every_changed_octet)
{
    const auto key = randomSecret(32);
    const auto box = seal(key, asBytes("journal"), asBytes("a secret"));
    EXPECT_FALSE(open(randomSecret(32), asBytes("journal"), box));
    EXPECT_FALSE(open(key, asBytes("vault"), box));
    EXPECT_FALSE(open(key, {}, box));
    for (std::size_t at = 0; at < box.size(); ++at) {
        auto changed = box;
        changed[at] ^= 0x01U;
        EXPECT_FALSE(open(key, asBytes("journal"), changed)) << at;
        EXPECT_FALSE(open(key, asBytes("journal"), BytesView(box).first(at))) << at;
    }
}

TEST(KeyWrap, gives_the_values_of_rfc_5649)
{
    const SecretBytes key(hex("5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8"));
    struct Vector {
        std::string_view plain;
        std::string_view wrapped;
    };
    for (const auto &vector : {Vector{"c37b7e6492584340bed12207808941155068f738",
                                      "138bdeaa9b8fa7fc61f97742e72248ee5ae6ae5360d1ae6a5f54f373fa543b6a"},
                               Vector{"466f7250617369", "afbeb0f07dfbf5419200f2ccb50bb24f"}}) {
        EXPECT_EQ(hexEncode(wrapKey(key, hex(vector.plain))), vector.wrapped);
        const auto plain = unwrapKey(key, hex(vector.wrapped));
        ASSERT_TRUE(plain);
        EXPECT_EQ(hexEncode(plain->view()), vector.plain);
    }
}

TEST(KeyWrap, refuses_another_key_and_every_changed_octet)
{
    const auto key = randomSecret(32);
    const auto plain = randomBytes(138); // the size of a P-256 key in PKCS#8
    const auto wrapped = wrapKey(key, plain);
    ASSERT_TRUE(unwrapKey(key, wrapped));
    EXPECT_TRUE(unwrapKey(key, wrapped)->equals(plain));
    EXPECT_FALSE(unwrapKey(randomSecret(32), wrapped));
    for (std::size_t at = 0; at < wrapped.size(); ++at) {
        auto changed = wrapped;
        changed[at] ^= 0x80U;
        EXPECT_FALSE(unwrapKey(key, changed)) << at;
        EXPECT_FALSE(unwrapKey(key, BytesView(wrapped).first(at))) << at;
    }
}

} // namespace
} // namespace smartca::crypto
