// SPDX-License-Identifier: Apache-2.0
#include "sandbox/hsm/master_key.h"

#include "crypto/cipher.h"
#include "crypto/random.h"
#include "sandbox/hsm/key_files.h"

#include <openssl/evp.h>

namespace smartca::sandbox {
namespace {

// File: one octet of kind, then the key (open), or salt ‖ wrapped key.
constexpr std::uint8_t openKind = 0;
constexpr std::uint8_t wrappedKind = 1;
constexpr std::size_t keySize = 32;
constexpr std::size_t saltSize = 16;
constexpr std::uint64_t scryptN = 1U << 15U;
constexpr std::uint64_t scryptR = 8;
constexpr std::uint64_t scryptP = 1;
constexpr std::uint64_t scryptMemory = 64ULL * 1024 * 1024;

Result<SecretBytes> passphraseKey(const SecretBytes &passphrase, BytesView salt)
{
    SecretBytes key(keySize);
    // maxmem is set on purpose: its default is too small for larger N and fails silently late.
    if (EVP_PBE_scrypt(passphrase.text().data(), passphrase.size(), salt.data(), salt.size(), scryptN,
                       scryptR, scryptP, scryptMemory, key.data(), key.size()) != 1)
        return tl::unexpected(hsmUnavailable("scrypt failed"));
    return key;
}

Result<SecretBytes> fileContent(const SecretBytes &key, const SecretBytes &passphrase)
{
    if (passphrase.empty())
        return SecretBytes::concat({BytesView{&openKind, 1}, key.view()});
    const Bytes salt = crypto::randomBytes(saltSize);
    SMARTCA_TRY(const auto wrapping, passphraseKey(passphrase, salt));
    return SecretBytes::concat({BytesView{&wrappedKind, 1}, salt, crypto::wrapKey(wrapping, key.view())});
}

Result<SecretBytes> fromContent(BytesView content, const SecretBytes &passphrase)
{
    if (content.size() == 1 + keySize && content[0] == openKind)
        return SecretBytes(content.subspan(1));
    if (content.size() <= 1 + saltSize || content[0] != wrappedKind)
        return tl::unexpected(hsmUnavailable("master key file damaged"));
    if (passphrase.empty())
        return tl::unexpected(hsmUnavailable("the master key wants a passphrase"));
    SMARTCA_TRY(const auto wrapping, passphraseKey(passphrase, content.subspan(1, saltSize)));
    auto key = crypto::unwrapKey(wrapping, content.subspan(1 + saltSize));
    if (!key || key->size() != keySize)
        return tl::unexpected(hsmUnavailable("wrong passphrase, or master key file damaged"));
    return std::move(*key);
}

} // namespace

Result<SecretBytes> loadMasterKey(const std::filesystem::path &file, const SecretBytes &passphrase,
                                  bool mayMake)
{
    SMARTCA_TRY(auto content, readKeyFile(file));
    if (!content && !mayMake)
        return tl::unexpected(keyLost(file));
    if (!content) {
        SMARTCA_TRY(const auto fresh, fileContent(crypto::randomSecret(keySize), passphrase));
        SMARTCA_CHECK(writeKeyFile(file, fresh.view(), false));
        SMARTCA_TRY(content, readKeyFile(file));
        if (!content)
            return tl::unexpected(hsmUnavailable("the master key file went away"));
    }
    SMARTCA_TRY(auto key, fromContent(content->view(), passphrase));
    if (content->view()[0] == openKind && !passphrase.empty()) {
        SMARTCA_TRY(const auto wrapped, fileContent(key, passphrase));
        SMARTCA_CHECK(writeKeyFile(file, wrapped.view(), true));
    }
    return key;
}

} // namespace smartca::sandbox
