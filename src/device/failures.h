// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "device/device.h"

/// What goes wrong with a device, each failure made in one place, whatever platform meets it.
namespace smartca::device {

/// DSK-101 for a disk without room, else DSK-102. `error` is errno's value.
[[nodiscard]] Failure diskFailure(std::string_view what, const std::string &path, int error);
/// DSK-103: another program works on this home folder.
[[nodiscard]] Failure homeInUse(std::string detail);

/// KEY-101: there were keys once, these are not they (app reinstalled, keys wiped, check value differs).
[[nodiscard]] Failure keysNotOnDevice(std::string detail);
/// KEY-102: the store itself does not answer or is broken; the keys may be fine.
[[nodiscard]] Failure keyStoreUnusable(std::string detail);

/// "noHardware", "noneEnrolled", …: the subject of BIO-101.
[[nodiscard]] std::string_view nameOf(BiometricAvailability availability);
/// Why the prompt cannot be opened: BIO-101, BIO-104 or BIO-106. `availability` is not Available.
[[nodiscard]] Failure biometricUnavailable(BiometricAvailability availability,
                                           std::optional<Seconds> retryAfter = std::nullopt);
/// BIO-102: the person or the app closed the prompt, or it was left alone.
[[nodiscard]] Failure biometricCancelled(std::string detail);
/// BIO-103: no match, or a reader that failed.
[[nodiscard]] Failure biometricFailed(std::string detail);
/// BIO-105: fingers were added or removed since B was made; B is gone.
[[nodiscard]] Failure biometricChanged(std::string detail);

} // namespace smartca::device
