// SPDX-License-Identifier: Apache-2.0
#include "sandbox/hsm/software_hsm.h"

#include "crypto/certificate.h"
#include "crypto/cipher.h"
#include "crypto/sign_once.h"
#include "sandbox/hsm/key_files.h"
#include "sandbox/hsm/key_pool.h"
#include "sandbox/hsm/master_key.h"

#include <map>

namespace smartca::sandbox {
namespace {

constexpr std::size_t macSize = 32;

std::string_view nameOf(MacPurpose purpose)
{
    switch (purpose) {
    case MacPurpose::ActivationCode:
        return "activation-code";
    case MacPurpose::Password:
        return "password";
    case MacPurpose::TypedUsername:
        return "typed-username";
    case MacPurpose::Idempotency:
        return "idempotency";
    case MacPurpose::Pseudonym:
        return "pseudonym";
    case MacPurpose::RowIntegrity:
        return "row-integrity";
    case MacPurpose::DpopNonce:
        return "dpop-nonce";
    }
    return "";
}

std::string_view nameOf(SealPurpose purpose)
{
    switch (purpose) {
    case SealPurpose::Registration:
        return "registration";
    case SealPurpose::Evidence:
        return "evidence";
    case SealPurpose::Answer:
        return "answer";
    case SealPurpose::PersonData:
        return "person-data";
    case SealPurpose::MailSecret:
        return "mail-secret";
    case SealPurpose::SignedValue:
        return "signed-value";
    }
    return "";
}

std::string_view nameOf(ServiceKey key)
{
    switch (key) {
    case ServiceKey::SamAnswer:
        return "sam-answer";
    case ServiceKey::DocumentRoot:
        return "document-root";
    case ServiceKey::IssuingCa:
        return "issuing-ca";
    case ServiceKey::TimeStamp:
        return "time-stamp";
    case ServiceKey::TlsRoot:
        return "tls-root";
    case ServiceKey::EvidenceHead:
        return "evidence-head";
    }
    return "";
}

/// Each part preceded by its length, so that ("ab","c") and ("a","bc") differ.
SecretBytes joined(std::initializer_list<BytesView> parts)
{
    std::size_t size = 0;
    for (const auto part : parts)
        size += 4 + part.size();
    SecretBytes all(size);
    std::uint8_t *out = all.data();
    for (const auto part : parts) {
        for (const unsigned shift : {24U, 16U, 8U, 0U})
            *out++ = static_cast<std::uint8_t>(part.size() >> shift);
        out = std::copy(part.begin(), part.end(), out);
    }
    return all;
}

/// A service key in this process; OpenSSL lets several threads sign with one key.
class ServiceSigner final : public crypto::Signer {
public:
    explicit ServiceSigner(crypto::PrivateKey key) : key_(std::move(key)) {}
    [[nodiscard]] crypto::PublicKey publicKey() const override { return key_.publicKey(); }
    [[nodiscard]] Result<Bytes> signDigest(const crypto::Sha256 &digest, crypto::EcdsaForm form) override
    {
        return key_.signDigest(digest, form);
    }

private:
    crypto::PrivateKey key_;
};

class SoftwareHsm final : public Hsm {
public:
    SoftwareHsm(SoftwareHsmOptions options, SecretBytes master)
        : folder_(std::move(options.directory)),
          mayMakeKeys_(options.mayMakeKeys),
          master_(std::move(master)),
          wrapping_(derive("wrap", "credential")),
          binding_(derive("mac", "key-binding"))
    {
        if (options.poolSize > 0)
            pool_ = std::make_unique<KeyPool>(folder_ / "pool", derive("wrap", "pool"), options.poolKind,
                                              options.poolSize);
    }

    Result<WrappedKey> generateKey(crypto::KeyKind kind, const KeyBinding &binding) override
    {
        std::optional<SecretBytes> pkcs8;
        if (pool_ && pool_->kind() == kind)
            pkcs8 = pool_->take();
        if (!pkcs8)
            pkcs8 = generateInterruptibly(kind, std::stop_token{});
        if (!pkcs8)
            return tl::unexpected(hsmUnavailable("no key pair was made"));
        SMARTCA_TRY(const auto key, crypto::PrivateKey::fromPkcs8(pkcs8->view()));
        WrappedKey wrapped{.blob = crypto::wrapKey(wrapping_, pkcs8->view()), .spki = key.publicKey().spki()};
        const auto mac = bindingMac(wrapped.blob, wrapped.spki, binding);
        wrapped.blob.insert(wrapped.blob.begin(), mac.begin(), mac.end());
        return wrapped;
    }

    Result<Bytes> signDigest(const WrappedKey &wrapped, const KeyBinding &binding,
                             const crypto::Sha256 &digest) override
    {
        SMARTCA_TRY(const auto pkcs8, unwrap(wrapped, binding));
        return crypto::signDigestOnce(pkcs8.view(), digest);
    }

    Result<Bytes> certificationRequest(const WrappedKey &wrapped, const KeyBinding &binding,
                                       std::string_view commonName) override
    {
        SMARTCA_TRY(const auto pkcs8, unwrap(wrapped, binding));
        SMARTCA_TRY(auto key, crypto::PrivateKey::fromPkcs8(pkcs8.view()));
        return crypto::makeCertificationRequest(key, commonName);
    }

    Result<crypto::Sha256> mac(MacPurpose purpose, std::initializer_list<BytesView> parts) override
    {
        const auto text = joined(parts);
        return crypto::hmacSha256(purposeKey("mac", nameOf(purpose)).view(), {text.view()});
    }

    Result<Bytes> seal(SealPurpose purpose, BytesView context, BytesView plain) override
    {
        return crypto::seal(purposeKey("seal", nameOf(purpose)), context, plain);
    }

    Result<SecretBytes> open(SealPurpose purpose, BytesView context, BytesView box) override
    {
        auto plain = crypto::open(purposeKey("seal", nameOf(purpose)), context, box);
        if (!plain)
            return tl::unexpected(hsmUnavailable("a box does not open: " + std::string(nameOf(purpose))));
        return std::move(*plain);
    }

    [[nodiscard]] bool signsInThisProcess() const override { return true; }

    Result<std::shared_ptr<crypto::Signer>> serviceKey(ServiceKey which) override
    {
        const std::lock_guard lock(mutex_);
        if (const auto known = serviceKeys_.find(which); known != serviceKeys_.end())
            return known->second;
        const auto file = folder_ / (std::string(nameOf(which)) + ".key");
        const auto wrapping = derive("service-key", nameOf(which));
        SMARTCA_TRY(auto content, readKeyFile(file));
        if (!content && !mayMakeKeys_)
            return tl::unexpected(keyLost(file));
        if (!content) {
            const auto fresh = crypto::PrivateKey::generate(crypto::KeyKind::P256).toPkcs8();
            SMARTCA_CHECK(writeKeyFile(file, crypto::wrapKey(wrapping, fresh.view()), false));
            SMARTCA_TRY(content, readKeyFile(file));
        }
        auto pkcs8 = content ? crypto::unwrapKey(wrapping, content->view()) : std::nullopt;
        if (!pkcs8)
            return tl::unexpected(hsmUnavailable("service key damaged: " + std::string(nameOf(which))));
        SMARTCA_TRY(auto key, crypto::PrivateKey::fromPkcs8(pkcs8->view()));
        return serviceKeys_.emplace(which, std::make_shared<ServiceSigner>(std::move(key))).first->second;
    }

private:
    [[nodiscard]] SecretBytes derive(std::string_view use, std::string_view name) const
    {
        const auto info = "smartca-hsm v1|" + std::string(use) + "|" + std::string(name);
        return crypto::hkdfSha256(master_.view(), {}, asBytes(info), 32);
    }

    const SecretBytes &purposeKey(std::string_view use, std::string_view name)
    {
        const std::lock_guard lock(mutex_);
        const auto id = std::pair(std::string(use), std::string(name));
        auto known = purposeKeys_.find(id);
        if (known == purposeKeys_.end())
            known = purposeKeys_.emplace(id, derive(use, name)).first;
        return known->second; // map nodes stay where they are
    }

    [[nodiscard]] crypto::Sha256 bindingMac(BytesView wrapped, BytesView spki,
                                            const KeyBinding &binding) const
    {
        const auto text = joined({wrapped, asBytes(binding.credentialId), asBytes(binding.userId), spki});
        return crypto::hmacSha256(binding_.view(), {text.view()});
    }

    /// PKCS#8.
    Result<SecretBytes> unwrap(const WrappedKey &wrapped, const KeyBinding &binding)
    {
        if (wrapped.blob.size() <= macSize)
            return tl::unexpected(hsmUnavailable("wrapped key damaged"));
        const BytesView blob(wrapped.blob);
        const auto mac = bindingMac(blob.subspan(macSize), wrapped.spki, binding);
        if (!crypto::equalConstantTime(blob.first(macSize), mac))
            return tl::unexpected(hsmUnavailable("wrapped key does not belong to this credential"));
        auto pkcs8 = crypto::unwrapKey(wrapping_, blob.subspan(macSize));
        if (!pkcs8)
            return tl::unexpected(hsmUnavailable("wrapped key does not open"));
        return std::move(*pkcs8);
    }

    std::filesystem::path folder_;
    bool mayMakeKeys_;
    SecretBytes master_;
    SecretBytes wrapping_;
    SecretBytes binding_;
    std::mutex mutex_;
    std::map<std::pair<std::string, std::string>, SecretBytes> purposeKeys_;
    std::map<ServiceKey, std::shared_ptr<crypto::Signer>> serviceKeys_;
    std::unique_ptr<KeyPool> pool_;
};

} // namespace

Result<std::unique_ptr<Hsm>> openSoftwareHsm(SoftwareHsmOptions options)
{
    SMARTCA_CHECK(makeKeyFolder(options.directory));
    SMARTCA_CHECK(makeKeyFolder(options.directory / "pool"));
    SMARTCA_TRY(auto master,
                loadMasterKey(options.directory / "master.key", options.passphrase, options.mayMakeKeys));
    return std::make_unique<SoftwareHsm>(std::move(options), std::move(master));
}

Result<SecretBytes> hsmPassphraseFromEnvironment()
{
    return secretFromEnvironment("SMARTCA_HSM_PASSPHRASE");
}

} // namespace smartca::sandbox
