// SPDX-License-Identifier: Apache-2.0
#include "device/durable_file.h"
#include "platform/linux/key_file.h"
#include "platform/linux/sealed_secret_store.h"
#include "tests/unit/device/scratch.h"

#include <gtest/gtest.h>

namespace smartca::platform {
namespace {

struct Home {
    test::Scratch scratch;
    SealedSecretStore secrets{scratch.path()};
    KeyFile keys{scratch.path(), secrets};
};

TEST(KeyFile, empty_home_has_no_identity)
{
    Home home;
    EXPECT_EQ(home.keys.load().value(), nullptr);
}

TEST(KeyFile, identity_is_the_same_after_a_new_start)
{
    test::Scratch scratch;
    std::string thumbprint;
    SecretBytes salt;
    SecretBytes mac;
    {
        SealedSecretStore secrets(scratch.path());
        auto identity = std::move(KeyFile(scratch.path(), secrets).loadOrCreate().value());
        thumbprint = identity->deviceKey().publicKey().thumbprint();
        salt = std::move(identity->salt().value());
        mac = std::move(identity->hardwareHash().mac({asBytes("x")}).value());
    }
    SealedSecretStore secrets(scratch.path());
    auto identity = std::move(KeyFile(scratch.path(), secrets).loadOrCreate().value());
    EXPECT_EQ(identity->deviceKey().publicKey().thumbprint(), thumbprint);
    EXPECT_TRUE(identity->salt().value() == salt);
    EXPECT_TRUE(identity->hardwareHash().mac({asBytes("x")}).value() == mac);
}

TEST(KeyFile, check_value_fits_only_after_it_was_kept)
{
    Home home;
    auto identity = std::move(home.keys.loadOrCreate().value());
    EXPECT_EQ(identity->checkPresent().error().code, FailureCode::KeysNotOnDevice);
    ASSERT_TRUE(identity->keepCheckValue());
    EXPECT_TRUE(identity->checkPresent());
    EXPECT_TRUE(home.keys.load().value()->checkPresent());
}

TEST(KeyFile, changed_file_is_keys_not_on_this_device)
{
    Home home;
    ASSERT_TRUE(home.keys.loadOrCreate());
    const auto path = home.scratch.file("identity.sealed");
    auto content = device::readWhole(path, 1 << 16).value().value();
    content[content.size() / 2] ^= 1;
    ASSERT_TRUE(device::writeDurably(path, content));
    EXPECT_EQ(home.keys.load().error().code, FailureCode::KeysNotOnDevice);
    EXPECT_EQ(home.keys.loadOrCreate().error().code, FailureCode::KeysNotOnDevice)
        << "never made anew silently";
}

TEST(KeyFile, another_home_s_file_does_not_open)
{
    Home home;
    Home other;
    ASSERT_TRUE(home.keys.loadOrCreate());
    ASSERT_TRUE(other.keys.loadOrCreate());
    std::filesystem::copy_file(other.scratch.file("identity.sealed"), home.scratch.file("identity.sealed"),
                               std::filesystem::copy_options::overwrite_existing);
    EXPECT_EQ(home.keys.load().error().code, FailureCode::KeysNotOnDevice);
}

TEST(KeyFile, biometric_file_cannot_stand_for_the_identity)
{
    Home home;
    ASSERT_TRUE(home.keys.loadOrCreate());
    ASSERT_TRUE(home.keys.saveBiometric(SecretBytes(200)));
    std::filesystem::copy_file(home.scratch.file("biometric.sealed"), home.scratch.file("identity.sealed"),
                               std::filesystem::copy_options::overwrite_existing);
    EXPECT_EQ(home.keys.load().error().code, FailureCode::KeysNotOnDevice);
}

TEST(KeyFile, destroyed_keys_cannot_be_brought_back_from_a_copy)
{
    Home home;
    ASSERT_TRUE(home.keys.loadOrCreate());
    const auto copy = device::readWhole(home.scratch.file("identity.sealed"), 1 << 16).value().value();
    ASSERT_TRUE(home.keys.destroy());
    EXPECT_EQ(home.keys.load().value(), nullptr);
    ASSERT_TRUE(device::writeDurably(home.scratch.file("identity.sealed"), copy));
    EXPECT_EQ(home.keys.load().error().code, FailureCode::KeysNotOnDevice);
}

TEST(KeyFile, new_identity_after_destruction_is_another_one)
{
    Home home;
    const auto before = home.keys.loadOrCreate().value()->deviceKey().publicKey().thumbprint();
    ASSERT_TRUE(home.keys.destroy());
    EXPECT_NE(home.keys.loadOrCreate().value()->deviceKey().publicKey().thumbprint(), before);
}

} // namespace
} // namespace smartca::platform
