// SPDX-License-Identifier: Apache-2.0
#include "crypto/cipher.h"

#include "crypto/openssl.h"
#include "crypto/random.h"

#include <openssl/evp.h>
#include <openssl/modes.h>

#include <algorithm>

namespace smartca::crypto {
namespace {

using CipherContext = Owned<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;

constexpr std::size_t nonceSize = 12; // NIST SP 800-38D §8.2.2, at random
constexpr std::size_t tagSize = 16;
constexpr std::size_t sealKeySize = 32;
constexpr std::size_t wrapBlock = 8; // RFC 5649 §4.1: semiblocks
constexpr int blockSize = 16;

/// Looked up once, see digest.cpp.
const EVP_CIPHER *sealCipher()
{
    static const EVP_CIPHER *const found = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    demand(found != nullptr, "AES-GCM");
    return found;
}

const EVP_CIPHER *wrapCipherFor(const SecretBytes &key)
{
    switch (key.size()) {
    case 24:
        return EVP_aes_192_wrap_pad(); // the RFC's own examples use it
    case 32:
        return EVP_aes_256_wrap_pad();
    default:
        cannotGoOn("a wrapping key of the wrong size");
    }
}

/// RFC 5649 decrypts block after block, six times over a whole key. The cipher OpenSSL has for
/// that does it without the processor's AES (240 µs for an RSA-3072 key, 33 µs so), the construction itself
/// is OpenSSL's either way.
const EVP_CIPHER *blockCipherFor(const SecretBytes &key)
{
    demand(key.size() == 24 || key.size() == 32, "a wrapping key of the wrong size");
    return key.size() == 24 ? EVP_aes_192_ecb() : EVP_aes_256_ecb();
}

void decryptBlock(const unsigned char in[16], unsigned char out[16], const void *context)
{
    auto *const cipher = static_cast<EVP_CIPHER_CTX *>(const_cast<void *>(context));
    int written = 0;
    demand(EVP_DecryptUpdate(cipher, out, &written, in, blockSize) == 1 && written == blockSize, "key wrap");
}

} // namespace

Bytes seal(const SecretBytes &key, BytesView context, BytesView plain)
{
    demand(key.size() == sealKeySize, "a sealing key of the wrong size");
    auto box = randomBytes(nonceSize);
    box.resize(nonceSize + plain.size() + tagSize);
    auto *const ciphertext = box.data() + nonceSize;
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    int written = 0;
    int more = 0;
    demand(cipher &&
               EVP_EncryptInit_ex(cipher.get(), sealCipher(), nullptr, key.view().data(), box.data()) == 1 &&
               (context.empty() || EVP_EncryptUpdate(cipher.get(), nullptr, &more, context.data(),
                                                     static_cast<int>(context.size())) == 1) &&
               (plain.empty() || EVP_EncryptUpdate(cipher.get(), ciphertext, &written, plain.data(),
                                                   static_cast<int>(plain.size())) == 1) &&
               EVP_EncryptFinal_ex(cipher.get(), ciphertext + written, &more) == 1 &&
               EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, tagSize, ciphertext + plain.size()) ==
                   1,
           "AES-GCM");
    return box;
}

std::optional<SecretBytes> open(const SecretBytes &key, BytesView context, BytesView box)
{
    if (key.size() != sealKeySize || box.size() < nonceSize + tagSize)
        return std::nullopt;
    const QuietErrors quiet;
    const auto ciphertext = box.subspan(nonceSize, box.size() - nonceSize - tagSize);
    const auto tag = box.last(tagSize);
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    SecretBytes plain(ciphertext.size());
    int written = 0;
    int more = 0;
    demand(cipher != nullptr, "AES-GCM");
    const bool good =
        EVP_DecryptInit_ex(cipher.get(), sealCipher(), nullptr, key.view().data(), box.data()) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, tagSize,
                            const_cast<std::uint8_t *>(tag.data())) == 1 &&
        (context.empty() || EVP_DecryptUpdate(cipher.get(), nullptr, &more, context.data(),
                                              static_cast<int>(context.size())) == 1) &&
        (ciphertext.empty() || EVP_DecryptUpdate(cipher.get(), plain.data(), &written, ciphertext.data(),
                                                 static_cast<int>(ciphertext.size())) == 1);
    std::uint8_t rest[16]; // GCM has none, but the pointer must be one
    if (!good || EVP_DecryptFinal_ex(cipher.get(), rest, &more) != 1)
        return std::nullopt;
    return plain;
}

Bytes wrapKey(const SecretBytes &wrappingKey, BytesView key)
{
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    demand(cipher != nullptr && !key.empty(), "key wrap");
    EVP_CIPHER_CTX_set_flags(cipher.get(), EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
    Bytes wrapped((key.size() + wrapBlock - 1) / wrapBlock * wrapBlock + wrapBlock);
    int written = 0;
    int more = 0;
    demand(EVP_EncryptInit_ex(cipher.get(), wrapCipherFor(wrappingKey), nullptr, wrappingKey.view().data(),
                              nullptr) == 1 &&
               EVP_EncryptUpdate(cipher.get(), wrapped.data(), &written, key.data(),
                                 static_cast<int>(key.size())) == 1 &&
               EVP_EncryptFinal_ex(cipher.get(), wrapped.data() + written, &more) == 1 &&
               written + more == static_cast<int>(wrapped.size()),
           "key wrap");
    return wrapped;
}

std::optional<SecretBytes> unwrapKey(const SecretBytes &wrappingKey, BytesView wrapped)
{
    if (wrapped.size() < 2 * wrapBlock || wrapped.size() % wrapBlock != 0)
        return std::nullopt;
    const QuietErrors quiet;
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    demand(cipher &&
               EVP_DecryptInit_ex(cipher.get(), blockCipherFor(wrappingKey), nullptr,
                                  wrappingKey.view().data(), nullptr) == 1 &&
               EVP_CIPHER_CTX_set_padding(cipher.get(), 0) == 1,
           "key wrap");
    SecretBytes key(wrapped.size());
    const auto size = CRYPTO_128_unwrap_pad(cipher.get(), nullptr, key.data(), wrapped.data(), wrapped.size(),
                                            decryptBlock);
    if (size == 0)
        return std::nullopt;
    key.truncate(size);
    return key;
}

} // namespace smartca::crypto
