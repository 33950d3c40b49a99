// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "device/device.h"

namespace smartca::platform {

/// The desktop as a device, its keys in `home` (made 0700 when missing). Call on the main thread after the
/// QCoreApplication: the Secret Service is asked here, for at most two seconds. A key store that cannot be
/// opened is no failure here; it says so itself (KEY-101, KEY-102), where a page can show it. `clock` is the
/// system's when absent. One device for a home at a time. Failures DSK-101 to DSK-103.
[[nodiscard]] Result<device::Device> makeLinuxDevice(const std::string &home,
                                                     std::unique_ptr<Clock> clock = nullptr);

} // namespace smartca::platform
