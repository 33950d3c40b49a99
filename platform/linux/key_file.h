// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "device/device.h"

namespace smartca::platform {

/// Keys of level "software": D, H, S and the check value in one sealed file, B in another. AES-256-GCM under
/// a key of the secret store.
class KeyFile final : public device::KeyStore {
public:
    KeyFile(std::string home, device::SecretStore &secrets);

    [[nodiscard]] Result<std::unique_ptr<device::IdentityKeys>> load() override;
    [[nodiscard]] Result<std::unique_ptr<device::IdentityKeys>> loadOrCreate() override;
    [[nodiscard]] Outcome destroy() override;

    /// What is sealed under the same key for the biometric gate; nothing when there is none.
    [[nodiscard]] Result<std::optional<SecretBytes>> loadBiometric() const;
    [[nodiscard]] Outcome saveBiometric(const SecretBytes &content) const;
    [[nodiscard]] Outcome destroyBiometric() const;

private:
    std::string home_;
    device::SecretStore &secrets_;
};

} // namespace smartca::platform
