// SPDX-License-Identifier: Apache-2.0
#include "device/durable_file.h"
#include "platform/linux/sealed_secret_store.h"
#include "tests/unit/device/scratch.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace smartca::platform {
namespace {

TEST(SecretStore, keeps_a_secret_over_a_new_start)
{
    const test::Scratch scratch;
    ASSERT_TRUE(SealedSecretStore(scratch.path()).write("journal", SecretBytes::fromText("secret")));
    SealedSecretStore again(scratch.path());
    EXPECT_EQ(again.read("journal").value().value().text(), "secret");
    EXPECT_FALSE(again.read("other").value().has_value());
    ASSERT_TRUE(again.remove("journal"));
    EXPECT_FALSE(again.read("journal").value().has_value());
}

TEST(SecretStore, without_a_secret_service_lies_in_a_file_and_says_so)
{
    const test::Scratch scratch;
    const SealedSecretStore store(scratch.path());
    EXPECT_EQ(store.describe(), "sealed-file");
    struct stat facts {};
    ASSERT_EQ(::stat(scratch.file("store.key").c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0600U);
}

TEST(SecretStore, lost_key_file_is_said_and_not_made_anew)
{
    const test::Scratch scratch;
    ASSERT_TRUE(SealedSecretStore(scratch.path()).write("journal", SecretBytes::fromText("secret")));
    std::filesystem::remove(scratch.file("store.key"));
    SealedSecretStore store(scratch.path());
    EXPECT_EQ(store.read("journal").error().code, FailureCode::KeysNotOnDevice);
    EXPECT_EQ(store.write("journal", SecretBytes::fromText("x")).error().code, FailureCode::KeysNotOnDevice);
    EXPECT_FALSE(std::filesystem::exists(scratch.file("store.key")));
}

TEST(SecretStore, starts_empty_when_a_lost_one_is_given_up)
{
    const test::Scratch scratch;
    ASSERT_TRUE(SealedSecretStore(scratch.path()).write("journal", SecretBytes::fromText("secret")));
    std::filesystem::remove(scratch.file("store.key"));
    SealedSecretStore store(scratch.path());
    ASSERT_TRUE(store.remove("device-keys"));
    EXPECT_FALSE(store.read("journal").value().has_value());
    EXPECT_TRUE(store.write("journal", SecretBytes::fromText("new")));
}

TEST(SecretStore, home_made_with_a_secret_service_does_not_fall_back_to_a_file)
{
    const test::Scratch scratch;
    ASSERT_TRUE(device::writeDurably(scratch.file("secret-store"), asBytes("secret-service home-x\n")));
    SealedSecretStore store(scratch.path());
    EXPECT_EQ(store.read("journal").error().code, FailureCode::KeyStoreUnusable);
    EXPECT_EQ(store.remove("journal").error().code, FailureCode::KeyStoreUnusable);
    EXPECT_FALSE(std::filesystem::exists(scratch.file("store.key")));
}

TEST(SecretStore, changed_file_is_not_believed)
{
    const test::Scratch scratch;
    ASSERT_TRUE(SealedSecretStore(scratch.path()).write("journal", SecretBytes::fromText("secret")));
    auto content = device::readWhole(scratch.file("secrets.sealed"), 1 << 16).value().value();
    content.back() ^= 1;
    ASSERT_TRUE(device::writeDurably(scratch.file("secrets.sealed"), content));
    EXPECT_FALSE(SealedSecretStore(scratch.path()).read("journal"));
}

} // namespace
} // namespace smartca::platform
