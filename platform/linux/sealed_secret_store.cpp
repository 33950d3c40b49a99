// SPDX-License-Identifier: Apache-2.0
#include "platform/linux/sealed_secret_store.h"

#include "crypto/cipher.h"
#include "device/durable_file.h"
#include "device/failures.h"

namespace smartca::platform {
namespace {

constexpr std::string_view context = "smartca-secrets-v1";
constexpr std::size_t maxSealedFile = 64UL * 1024;
constexpr std::size_t maxPart = 255;

void appendPart(SecretBytes &out, BytesView part)
{
    const auto size = static_cast<std::uint8_t>(part.size());
    out.append({&size, 1});
    out.append(part);
}

std::optional<BytesView> takePart(BytesView &in)
{
    if (in.empty() || in.size() < 1U + in[0])
        return std::nullopt;
    const auto part = in.subspan(1, in[0]);
    in = in.subspan(1U + part.size());
    return part;
}

} // namespace

SealedSecretStore::SealedSecretStore(std::string home, FirstUse firstUse)
    : home_(std::move(home)), wrapping_(openWrappingKey(home_, firstUse))
{}

Result<SealedSecretStore::Entries> SealedSecretStore::load() const
{
    if (!wrapping_)
        return tl::unexpected(wrapping_.error());
    SMARTCA_TRY(const auto box, device::readWhole(path(), maxSealedFile));
    Entries entries;
    if (!box)
        return entries;
    const auto plain = crypto::open(wrapping_->key, asBytes(context), *box);
    if (!plain)
        return tl::unexpected(device::keysNotOnDevice("the secrets were sealed with another key or changed"));
    auto rest = plain->view();
    while (!rest.empty()) {
        const auto name = takePart(rest);
        const auto value = name ? takePart(rest) : std::nullopt;
        if (!value)
            return tl::unexpected(device::keyStoreUnusable("the secrets' file has a form of its own"));
        entries.insert_or_assign(std::string(asText(*name)), SecretBytes(*value));
    }
    return entries;
}

Outcome SealedSecretStore::save(const Entries &entries) const
{
    SecretBytes plain;
    for (const auto &[name, value] : entries) {
        if (name.size() > maxPart || value.size() > maxPart)
            return tl::unexpected(device::keyStoreUnusable("a secret is too long: " + name));
        appendPart(plain, asBytes(name));
        appendPart(plain, value.view());
    }
    return device::writeDurably(path(), crypto::seal(wrapping_->key, asBytes(context), plain.view()));
}

Result<std::optional<SecretBytes>> SealedSecretStore::read(std::string_view name)
{
    const std::lock_guard lock(mutex_);
    SMARTCA_TRY(auto entries, load());
    const auto found = entries.find(name);
    if (found == entries.end())
        return std::nullopt;
    return std::move(found->second);
}

Outcome SealedSecretStore::write(std::string_view name, const SecretBytes &value)
{
    const std::lock_guard lock(mutex_);
    SMARTCA_TRY(auto entries, load());
    entries.insert_or_assign(std::string(name), value.clone());
    return save(entries);
}

Outcome SealedSecretStore::remove(std::string_view name)
{
    const std::lock_guard lock(mutex_);
    auto entries = load();
    if (!entries && entries.error().code == FailureCode::KeysNotOnDevice) {
        SMARTCA_CHECK(device::removeDurably(path()));
        SMARTCA_CHECK(forgetWrappingKey(home_));
        wrapping_ = openWrappingKey(home_);
        return wrapping_ ? Outcome{} : tl::unexpected(wrapping_.error());
    }
    if (!entries)
        return tl::unexpected(entries.error());
    const auto found = entries->find(name);
    if (found == entries->end())
        return {};
    entries->erase(found);
    return save(*entries);
}

std::string SealedSecretStore::describe() const
{
    const std::lock_guard lock(mutex_);
    return wrapping_ ? wrapping_->kind : "unusable: " + wrapping_.error().detail;
}

} // namespace smartca::platform
