// SPDX-License-Identifier: Apache-2.0
#include "platform/linux/key_file.h"

#include "crypto/cipher.h"
#include "crypto/random.h"
#include "device/durable_file.h"
#include "device/failures.h"

namespace smartca::platform {
namespace {

constexpr std::string_view sealingKeyName = "device-keys";
constexpr std::string_view identityContext = "smartca-identity-v1";
constexpr std::string_view biometricContext = "smartca-biometric-v1";
constexpr std::size_t secretSize = 32;
constexpr std::size_t maxFile = 16UL * 1024;

std::string identityPath(const std::string &home)
{
    return home + "/identity.sealed";
}

std::string biometricPath(const std::string &home)
{
    return home + "/biometric.sealed";
}

/// One sealed file under the key of the secret store.
struct SealedFile {
    std::string path;
    std::string_view context;
    device::SecretStore &secrets;

    [[nodiscard]] Result<std::optional<SecretBytes>> load() const
    {
        SMARTCA_TRY(const auto box, device::readWhole(path, maxFile));
        if (!box)
            return std::nullopt;
        SMARTCA_TRY(const auto key, secrets.read(sealingKeyName));
        auto plain = key ? crypto::open(*key, asBytes(context), *box) : std::nullopt;
        if (!plain)
            return tl::unexpected(device::keysNotOnDevice("the key file cannot be opened"));
        return std::move(*plain);
    }

    [[nodiscard]] Outcome save(BytesView plain) const
    {
        SMARTCA_TRY(auto key, secrets.read(sealingKeyName));
        if (!key) {
            key = crypto::randomSecret(secretSize);
            SMARTCA_CHECK(secrets.write(sealingKeyName, *key));
        }
        return device::writeDurably(path, crypto::seal(*key, asBytes(context), plain));
    }
};

class SoftwareHash final : public crypto::KeyedHash {
public:
    explicit SoftwareHash(SecretBytes key) : key_(std::move(key)) {}

    [[nodiscard]] Result<SecretBytes> mac(std::initializer_list<BytesView> parts) override
    {
        auto value = crypto::hmacSha256(key_.view(), parts);
        SecretBytes result{BytesView(value)};
        smartca::wipe(value.data(), value.size());
        return result;
    }

    [[nodiscard]] BytesView key() const { return key_.view(); }

private:
    SecretBytes key_;
};

/// H (32) ‖ S (32) ‖ check value (32, zeros while there is none) ‖ D as PKCS#8.
class SoftwareIdentity final : public device::IdentityKeys {
public:
    SoftwareIdentity(SealedFile file, crypto::PrivateKey deviceKey, SecretBytes hashKey, SecretBytes salt,
                     SecretBytes check)
        : file_(std::move(file)),
          deviceKey_(std::move(deviceKey)),
          hash_(std::move(hashKey)),
          salt_(std::move(salt)),
          check_(std::move(check))
    {}

    [[nodiscard]] static std::unique_ptr<SoftwareIdentity> generate(const SealedFile &file)
    {
        return std::make_unique<SoftwareIdentity>(file, crypto::PrivateKey::generate(crypto::KeyKind::P256),
                                                  crypto::randomSecret(secretSize),
                                                  crypto::randomSecret(secretSize), SecretBytes(secretSize));
    }

    [[nodiscard]] static Result<std::unique_ptr<SoftwareIdentity>> read(const SealedFile &file,
                                                                        BytesView plain)
    {
        if (plain.size() <= 3 * secretSize)
            return tl::unexpected(device::keysNotOnDevice("the key file is too short"));
        auto deviceKey = crypto::PrivateKey::fromPkcs8(plain.subspan(3 * secretSize));
        if (!deviceKey)
            return tl::unexpected(device::keysNotOnDevice("the key file holds no key"));
        return std::make_unique<SoftwareIdentity>(file, std::move(*deviceKey),
                                                  SecretBytes(plain.subspan(0, secretSize)),
                                                  SecretBytes(plain.subspan(secretSize, secretSize)),
                                                  SecretBytes(plain.subspan(2 * secretSize, secretSize)));
    }

    [[nodiscard]] Outcome save() const
    {
        const auto pkcs8 = deviceKey_.toPkcs8();
        const auto plain = SecretBytes::concat({hash_.key(), salt_.view(), check_.view(), pkcs8.view()});
        return file_.save(plain.view());
    }

    [[nodiscard]] device::KeyLevel level() const override { return device::KeyLevel::Software; }
    [[nodiscard]] crypto::Signer &deviceKey() override { return deviceKey_; }
    [[nodiscard]] crypto::KeyedHash &hardwareHash() override { return hash_; }
    [[nodiscard]] Result<SecretBytes> salt() override { return salt_.clone(); }

    [[nodiscard]] Outcome keepCheckValue() override
    {
        SMARTCA_TRY(const auto value, crypto::deviceCheckValue(hash_, salt_));
        if (check_.equals(value))
            return {};
        check_ = SecretBytes(BytesView(value));
        return save();
    }

    [[nodiscard]] Outcome checkPresent() override
    {
        SMARTCA_TRY(const auto value, crypto::deviceCheckValue(hash_, salt_));
        if (!check_.equals(value))
            return tl::unexpected(device::keysNotOnDevice("the check value does not fit"));
        return {};
    }

    [[nodiscard]] std::vector<std::string> attest(BytesView /*challenge*/) override { return {}; }

private:
    SealedFile file_;
    crypto::PrivateKey deviceKey_;
    SoftwareHash hash_;
    SecretBytes salt_;
    SecretBytes check_;
};

} // namespace

KeyFile::KeyFile(std::string home, device::SecretStore &secrets) : home_(std::move(home)), secrets_(secrets)
{}

Result<std::unique_ptr<device::IdentityKeys>> KeyFile::load()
{
    const SealedFile file{identityPath(home_), identityContext, secrets_};
    SMARTCA_TRY(const auto plain, file.load());
    if (!plain)
        return nullptr;
    SMARTCA_TRY(auto identity, SoftwareIdentity::read(file, plain->view()));
    return identity;
}

Result<std::unique_ptr<device::IdentityKeys>> KeyFile::loadOrCreate()
{
    SMARTCA_TRY(auto existing, load());
    if (existing)
        return existing;
    auto identity = SoftwareIdentity::generate({identityPath(home_), identityContext, secrets_});
    SMARTCA_CHECK(identity->save());
    return identity;
}

Outcome KeyFile::destroy()
{
    SMARTCA_CHECK(destroyBiometric());
    SMARTCA_CHECK(device::removeDurably(identityPath(home_)));
    // Without this key no copy of the files can be opened any more.
    return secrets_.remove(sealingKeyName);
}

Result<std::optional<SecretBytes>> KeyFile::loadBiometric() const
{
    return SealedFile{biometricPath(home_), biometricContext, secrets_}.load();
}

Outcome KeyFile::saveBiometric(const SecretBytes &content) const
{
    return SealedFile{biometricPath(home_), biometricContext, secrets_}.save(content.view());
}

Outcome KeyFile::destroyBiometric() const
{
    return device::removeDurably(biometricPath(home_));
}

} // namespace smartca::platform
