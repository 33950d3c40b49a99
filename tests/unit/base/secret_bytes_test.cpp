// SPDX-License-Identifier: Apache-2.0
#include "base/secret_bytes.h"

#include <gtest/gtest.h>

namespace smartca {
namespace {

static_assert(!std::is_copy_constructible_v<SecretBytes>);

TEST(SecretBytes, grows_and_keeps_what_it_holds)
{
    auto secret = SecretBytes::fromText("12");
    for (int i = 0; i < 100; ++i)
        secret.append(asBytes("345"));
    EXPECT_EQ(secret.size(), 302U);
    EXPECT_EQ(secret.text().substr(0, 5), "12345");
}

TEST(SecretBytes, truncate_wipes_what_it_cuts_off)
{
    auto secret = SecretBytes::fromText("123456");
    const auto *memory = secret.view().data();
    secret.truncate(2);
    EXPECT_EQ(secret.text(), "12");
    EXPECT_EQ(memory[2], 0);
    EXPECT_EQ(memory[5], 0);
}

TEST(SecretBytes, a_moved_from_secret_is_empty)
{
    auto first = SecretBytes::fromText("123456");
    const auto second = std::move(first);
    EXPECT_TRUE(first.empty()); // NOLINT(bugprone-use-after-move): that is the promise
    EXPECT_EQ(second.text(), "123456");
}

TEST(SecretBytes, compares_content)
{
    EXPECT_EQ(SecretBytes::fromText("a"), SecretBytes::fromText("a"));
    EXPECT_FALSE(SecretBytes::fromText("a") == SecretBytes::fromText("b"));
    EXPECT_FALSE(SecretBytes::fromText("a") == SecretBytes::fromText("ab"));
    EXPECT_EQ(SecretBytes::concat({asBytes("ab"), asBytes(""), asBytes("c")}).text(), "abc");
}

} // namespace
} // namespace smartca
