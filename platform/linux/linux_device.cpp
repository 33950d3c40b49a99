// SPDX-License-Identifier: Apache-2.0
#include "platform/linux/linux_device.h"

#include "device/durable_file.h"
#include "platform/linux/desktop.h"
#include "platform/linux/fingerprint_gate.h"
#include "platform/linux/sealed_secret_store.h"

namespace smartca::platform {

Result<device::Device> makeLinuxDevice(const std::string &home, std::unique_ptr<Clock> clock)
{
    SMARTCA_CHECK(device::makePrivateFolder(home));
    SMARTCA_TRY(auto lock, device::lockHome(home));
    device::Device made;
    made.lock = std::move(lock);
    made.clock = clock ? std::move(clock) : std::make_unique<SystemClock>();
    made.secrets = std::make_unique<SealedSecretStore>(home);
    auto keys = std::make_unique<KeyFile>(home, *made.secrets);
    made.biometrics = std::make_unique<FingerprintGate>(*keys, *made.clock);
    made.keys = std::move(keys);
    made.screen = makeScreenGuard();
    made.links = makeLinks();
    made.network = makeNetwork();
    made.description = describeDevice();
    made.integrity = integrityReport;
    return made;
}

} // namespace smartca::platform
