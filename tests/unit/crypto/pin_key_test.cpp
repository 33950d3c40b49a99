// SPDX-License-Identifier: Apache-2.0
#include "crypto/pin_key.h"
#include "octets.h"

#include <gtest/gtest.h>

namespace smartca::crypto {
namespace {

class SoftwareHash final : public KeyedHash {
public:
    explicit SoftwareHash(std::uint8_t fill = 7) : key_(32, fill) {}
    [[nodiscard]] Result<SecretBytes> mac(std::initializer_list<BytesView> parts) override
    {
        return SecretBytes(hmacSha256(key_, parts));
    }

private:
    Bytes key_;
};

class BrokenHash final : public KeyedHash {
public:
    [[nodiscard]] Result<SecretBytes> mac(std::initializer_list<BytesView>) override
    {
        return tl::unexpected(Failure{.code = FailureCode::KeysNotOnDevice, .detail = "gone", .facts = {}});
    }
};

Sha256 publicHash(KeyedHash &hardware, std::uint8_t salt, std::string_view pin, std::string_view user,
                  std::string_view device)
{
    const auto key =
        derivePinKey(hardware, SecretBytes(Bytes(32, salt)), SecretBytes::fromText(pin), user, device);
    return sha256(key->publicKey().spki());
}

TEST(PinKey, follows_the_written_derivation)
{
    SoftwareHash hardware;
    const auto t = hmacSha256(Bytes(32, 7), {asBytes("pin-v1"), Bytes(32, 1), asBytes("482915")});
    const auto okm = hkdfSha256(t, {}, asBytes("rsign pin key v1|user|device"), 48);
    EXPECT_EQ(publicHash(hardware, 1, "482915", "user", "device"),
              sha256(PrivateKey::p256FromKeyMaterial(okm)->publicKey().spki()));
}

TEST(PinKey, changes_with_every_input)
{
    SoftwareHash hardware;
    SoftwareHash otherHardware(8);
    const auto key = publicHash(hardware, 1, "482915", "user", "device");
    EXPECT_EQ(key, publicHash(hardware, 1, "482915", "user", "device"));
    EXPECT_NE(key, publicHash(otherHardware, 1, "482915", "user", "device"));
    EXPECT_NE(key, publicHash(hardware, 2, "482915", "user", "device"));
    EXPECT_NE(key, publicHash(hardware, 1, "482916", "user", "device"));
    EXPECT_NE(key, publicHash(hardware, 1, "482915", "user2", "device"));
    EXPECT_NE(key, publicHash(hardware, 1, "482915", "user", "device2"));
}

TEST(PinKey, check_value_knows_nothing_of_the_pin)
{
    SoftwareHash hardware;
    const SecretBytes salt(Bytes(32, 1));
    EXPECT_EQ(deviceCheckValue(hardware, salt).value(),
              hmacSha256(Bytes(32, 7), {asBytes("check-v1"), salt.view()}));
    SoftwareHash other(8);
    EXPECT_NE(deviceCheckValue(hardware, salt).value(), deviceCheckValue(other, salt).value());
}

TEST(PinKey, keys_that_are_gone_are_said_to_be_gone)
{
    BrokenHash hardware;
    EXPECT_EQ(derivePinKey(hardware, SecretBytes(32), SecretBytes::fromText("482915"), "u", "d").error().code,
              FailureCode::KeysNotOnDevice);
    EXPECT_EQ(deviceCheckValue(hardware, SecretBytes(32)).error().code, FailureCode::KeysNotOnDevice);
}

} // namespace
} // namespace smartca::crypto
