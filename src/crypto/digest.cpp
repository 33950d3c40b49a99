// SPDX-License-Identifier: Apache-2.0
#include "crypto/digest.h"

#include "crypto/openssl.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

namespace smartca::crypto {
namespace {

using DigestContext = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;
using MacContext = Owned<EVP_MAC_CTX, EVP_MAC_CTX_free>;
using KdfContext = Owned<EVP_KDF_CTX, EVP_KDF_CTX_free>;

/// OpenSSL takes a null pointer for "keep the old key": an empty view still needs an address.
const unsigned char *addressOf(BytesView bytes)
{
    static constexpr unsigned char nothing = 0;
    return bytes.empty() ? &nothing : bytes.data();
}

OSSL_PARAM octetParam(const char *name, BytesView bytes)
{
    return OSSL_PARAM_construct_octet_string(name, const_cast<unsigned char *>(addressOf(bytes)),
                                             bytes.size());
}

char digestName[] = "SHA256";

// What is looked up once is kept to the end of the process: OpenSSL 3.0 looks an algorithm that is only named
// up at every use, under a lock that all threads share (0.9 µs a SHA-256 instead of 0.3 µs).

const EVP_MD *sha256Algorithm()
{
    static const EVP_MD *const found = EVP_MD_fetch(nullptr, digestName, nullptr);
    demand(found != nullptr, "SHA-256");
    return found;
}

EVP_MAC *hmacAlgorithm()
{
    static EVP_MAC *const found = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    demand(found != nullptr, "HMAC");
    return found;
}

EVP_KDF *hkdfAlgorithm()
{
    static EVP_KDF *const found = EVP_KDF_fetch(nullptr, "HKDF", nullptr);
    demand(found != nullptr, "HKDF");
    return found;
}

} // namespace

Sha256 sha256(BytesView data)
{
    return sha256({data});
}

Sha256 sha256(std::initializer_list<BytesView> parts)
{
    const DigestContext context(EVP_MD_CTX_new());
    demand(context && EVP_DigestInit_ex(context.get(), sha256Algorithm(), nullptr) == 1, "SHA-256");
    for (const auto part : parts)
        demand(EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1, "SHA-256");
    Sha256 digest{};
    demand(EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1, "SHA-256");
    return digest;
}

Sha256 hmacSha256(BytesView key, std::initializer_list<BytesView> parts)
{
    const MacContext context(EVP_MAC_CTX_new(hmacAlgorithm()));
    const OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digestName, 0),
                                 OSSL_PARAM_construct_end()};
    demand(context && EVP_MAC_init(context.get(), addressOf(key), key.size(), params) == 1, "HMAC");
    for (const auto part : parts)
        demand(EVP_MAC_update(context.get(), addressOf(part), part.size()) == 1, "HMAC");
    Sha256 tag{};
    std::size_t size = 0;
    demand(EVP_MAC_final(context.get(), tag.data(), &size, tag.size()) == 1 && size == tag.size(), "HMAC");
    return tag;
}

SecretBytes hkdfSha256(BytesView inputKey, BytesView salt, BytesView info, std::size_t length)
{
    const KdfContext context(EVP_KDF_CTX_new(hkdfAlgorithm()));
    const OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digestName, 0),
                                 octetParam(OSSL_KDF_PARAM_KEY, inputKey),
                                 octetParam(OSSL_KDF_PARAM_SALT, salt), octetParam(OSSL_KDF_PARAM_INFO, info),
                                 OSSL_PARAM_construct_end()};
    SecretBytes output(length);
    demand(context && EVP_KDF_derive(context.get(), output.data(), length, params) == 1, "HKDF");
    return output;
}

bool equalConstantTime(BytesView a, BytesView b)
{
    return a.size() == b.size() && (a.empty() || CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0);
}

} // namespace smartca::crypto
