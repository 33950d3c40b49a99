// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "device/device.h"
#include "platform/linux/wrapping_key.h"

#include <map>
#include <mutex>

namespace smartca::platform {

/// Named secrets in one file of the home folder, sealed under the wrapping key. The wrapping key is fetched
/// once, when the store is made, on the thread that makes it; everything after may come from any thread.
class SealedSecretStore final : public device::SecretStore {
public:
    explicit SealedSecretStore(std::string home, FirstUse firstUse = FirstUse::Makes);

    [[nodiscard]] Result<std::optional<SecretBytes>> read(std::string_view name) override;
    [[nodiscard]] Outcome write(std::string_view name, const SecretBytes &value) override;
    /// On a store whose wrapping key is lost for good (KEY-101) this starts an empty one: nothing in the old
    /// one can ever be read again.
    [[nodiscard]] Outcome remove(std::string_view name) override;
    [[nodiscard]] std::string describe() const override;

private:
    using Entries = std::map<std::string, SecretBytes, std::less<>>;
    [[nodiscard]] std::string path() const { return sealedSecretsPath(home_); }
    [[nodiscard]] Result<Entries> load() const;
    [[nodiscard]] Outcome save(const Entries &entries) const;

    std::string home_;
    mutable std::mutex mutex_;
    Result<WrappingKey> wrapping_;
};

} // namespace smartca::platform
