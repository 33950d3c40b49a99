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

/// A home with a secret in it, from which a file is taken away.
void loseOf(const test::Scratch &scratch, const char *file)
{
    ASSERT_TRUE(SealedSecretStore(scratch.path()).write("journal", SecretBytes::fromText("secret")));
    ASSERT_TRUE(std::filesystem::remove(scratch.file(file)));
}

TEST(SecretStore, home_that_lost_the_word_on_its_kind_still_opens_with_its_key_file)
{
    const test::Scratch scratch;
    loseOf(scratch, "secret-store");
    const auto before = device::readWhole(scratch.file("store.key"), 4096).value();
    SealedSecretStore store(scratch.path());
    EXPECT_EQ(store.read("journal").value().value().text(), "secret");
    EXPECT_EQ(device::readWhole(scratch.file("store.key"), 4096).value(), before) << "the key is the old one";
}

TEST(SecretStore, key_file_that_opens_nothing_is_said_and_not_overwritten)
{
    const test::Scratch scratch;
    loseOf(scratch, "secret-store");
    const Bytes foreign(32, 0x5A);
    ASSERT_TRUE(device::writeDurably(scratch.file("store.key"), foreign));
    SealedSecretStore store(scratch.path());
    EXPECT_EQ(store.read("journal").error().code, FailureCode::KeysNotOnDevice);
    EXPECT_EQ(store.write("journal", SecretBytes::fromText("x")).error().code, FailureCode::KeysNotOnDevice);
    EXPECT_EQ(device::readWhole(scratch.file("store.key"), 4096).value(), foreign);
    EXPECT_TRUE(std::filesystem::exists(scratch.file("secrets.sealed")));
}

TEST(SecretStore, sealed_secrets_without_any_key_are_keys_not_on_this_device)
{
    const test::Scratch scratch;
    loseOf(scratch, "secret-store");
    std::filesystem::remove(scratch.file("store.key"));
    SealedSecretStore store(scratch.path());
    EXPECT_EQ(store.read("journal").error().code, FailureCode::KeysNotOnDevice);
    EXPECT_FALSE(std::filesystem::exists(scratch.file("store.key"))) << "made anew it would open nothing";
    ASSERT_TRUE(store.remove("device-keys")) << "given up: it starts empty";
    EXPECT_TRUE(store.write("journal", SecretBytes::fromText("new")));
}

TEST(SecretStore, who_only_looks_makes_no_key)
{
    const test::Scratch scratch;
    SealedSecretStore store(scratch.path(), FirstUse::LeavesAlone);
    EXPECT_EQ(store.read("journal").error().code, FailureCode::KeysNotOnDevice);
    EXPECT_TRUE(std::filesystem::is_empty(scratch.path()));
    ASSERT_TRUE(SealedSecretStore(scratch.path()).write("journal", SecretBytes::fromText("secret")));
    SealedSecretStore again(scratch.path(), FirstUse::LeavesAlone);
    EXPECT_EQ(again.read("journal").value().value().text(), "secret");
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
