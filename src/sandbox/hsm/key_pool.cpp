// SPDX-License-Identifier: Apache-2.0
#include "sandbox/hsm/key_pool.h"

#include "crypto/cipher.h"
#include "crypto/random.h"
#include "sandbox/hsm/key_files.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <sys/resource.h>
#include <unistd.h>

namespace smartca::sandbox {
namespace {

constexpr int lowestPriority = 19;

int continueUnlessStopped(EVP_PKEY_CTX *context)
{
    const auto *stop = static_cast<const std::stop_token *>(EVP_PKEY_CTX_get_app_data(context));
    return stop->stop_requested() ? 0 : 1;
}

std::optional<SecretBytes> pkcs8Of(EVP_PKEY *key)
{
    const std::unique_ptr<PKCS8_PRIV_KEY_INFO, decltype(&PKCS8_PRIV_KEY_INFO_free)> info(
        EVP_PKEY2PKCS8(key), &PKCS8_PRIV_KEY_INFO_free);
    if (!info)
        return std::nullopt;
    const int size = i2d_PKCS8_PRIV_KEY_INFO(info.get(), nullptr);
    if (size <= 0)
        return std::nullopt;
    SecretBytes der(static_cast<std::size_t>(size));
    std::uint8_t *out = der.data();
    if (i2d_PKCS8_PRIV_KEY_INFO(info.get(), &out) != size)
        return std::nullopt;
    return der;
}

} // namespace

std::optional<SecretBytes> generateInterruptibly(crypto::KeyKind kind, const std::stop_token &stop)
{
    if (kind == crypto::KeyKind::P256)
        return crypto::PrivateKey::generate(kind).toPkcs8();
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, nullptr), &EVP_PKEY_CTX_free);
    const int bits = kind == crypto::KeyKind::Rsa2048 ? 2048 : 3072;
    if (!context || EVP_PKEY_keygen_init(context.get()) <= 0 ||
        EVP_PKEY_CTX_set_rsa_keygen_bits(context.get(), bits) <= 0)
        return std::nullopt;
    EVP_PKEY_CTX_set_app_data(context.get(), const_cast<std::stop_token *>(&stop));
    EVP_PKEY_CTX_set_cb(context.get(), &continueUnlessStopped);
    EVP_PKEY *key = nullptr;
    if (EVP_PKEY_keygen(context.get(), &key) <= 0)
        return std::nullopt;
    const crypto::PkeyPtr owned(key);
    return pkcs8Of(owned.get());
}

KeyPool::KeyPool(std::filesystem::path folder, const SecretBytes &wrappingKey, crypto::KeyKind kind,
                 std::size_t size)
    : folder_(std::move(folder)), wrappingKey_(wrappingKey.clone()), kind_(kind), size_(size)
{
    load();
    filler_ = std::jthread([this](const std::stop_token &stop) {
        try {
            fill(stop);
        } catch (const std::exception &) {
            return; // no pool any more; keys are made when asked for
        }
    });
}

KeyPool::~KeyPool() = default;

void KeyPool::load()
{
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(folder_, error)) {
        if (entry.path().extension() == "." + std::string(crypto::nameOf(kind_)))
            files_.push_back(entry.path());
    }
}

std::size_t KeyPool::ready() const
{
    const std::lock_guard lock(mutex_);
    return files_.size();
}

std::optional<SecretBytes> KeyPool::take()
{
    for (;;) {
        std::filesystem::path file;
        {
            const std::lock_guard lock(mutex_);
            if (files_.empty())
                return std::nullopt;
            file = files_.front();
            files_.pop_front();
        }
        wanted_.notify_all();
        auto content = readKeyFile(file);
        // Gone from disk before it is used: a crash loses a spare key, it never gives one key to two people.
        if (!removeKeyFile(file) || !content || !*content)
            continue;
        if (auto key = crypto::unwrapKey(wrappingKey_, (*content)->view()))
            return key;
    }
}

void KeyPool::fill(const std::stop_token &stop)
{
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), lowestPriority);
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(mutex_);
            wanted_.wait(lock, stop, [this] { return files_.size() < size_; });
        }
        if (stop.stop_requested())
            return;
        const auto key = generateInterruptibly(kind_, stop);
        if (!key)
            return;
        const auto file = folder_ / (crypto::randomUuid() + "." + std::string(crypto::nameOf(kind_)));
        if (!writeKeyFile(file, crypto::wrapKey(wrappingKey_, key->view()), false))
            return; // without a disk there is no pool; keys are made when asked for
        const std::lock_guard lock(mutex_);
        files_.push_back(file);
    }
}

} // namespace smartca::sandbox
