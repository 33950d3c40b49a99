// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "device/device.h"

/// What a Linux desktop offers beside keys and fingers.
namespace smartca::platform {

[[nodiscard]] std::unique_ptr<device::ScreenGuard> makeScreenGuard();
[[nodiscard]] std::unique_ptr<device::Links> makeLinks();
[[nodiscard]] std::unique_ptr<device::Network> makeNetwork();
/// From os-release(5) and what the firmware calls the machine.
[[nodiscard]] device::DeviceDescription describeDevice();
/// TracerPid of /proc/self/status.
[[nodiscard]] device::IntegrityReport integrityReport();

} // namespace smartca::platform
