// SPDX-License-Identifier: Apache-2.0
#include "client/sealed_file.h"

#include "crypto/cipher.h"
#include "crypto/random.h"
#include "device/durable_file.h"

#include <filesystem>

namespace smartca::client {
namespace {

constexpr std::string_view keyName = "journal";
constexpr std::size_t keySize = 32;
constexpr std::size_t maxFile = 16UL * 1024 * 1024;

} // namespace

Result<SealedFile::Loaded> SealedFile::load() const
{
    SMARTCA_TRY(const auto box, device::readWhole(path_, maxFile));
    if (!box)
        return Loaded{};
    SMARTCA_TRY(const auto key, secrets_.read(keyName));
    Loaded loaded;
    if (key)
        loaded.content = crypto::open(*key, asBytes(context_), *box);
    loaded.damaged = !loaded.content;
    return loaded;
}

Outcome SealedFile::save(BytesView content) const
{
    SMARTCA_TRY(auto key, secrets_.read(keyName));
    if (!key) {
        key = crypto::randomSecret(keySize);
        SMARTCA_CHECK(secrets_.write(keyName, *key));
    }
    return device::writeDurably(path_, crypto::seal(*key, asBytes(context_), content));
}

Outcome SealedFile::remove() const
{
    return device::removeDurably(path_);
}

bool SealedFile::exists() const
{
    std::error_code error;
    return std::filesystem::exists(path_, error);
}

} // namespace smartca::client
