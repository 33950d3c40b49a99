// SPDX-License-Identifier: Apache-2.0
#include "device/failures.h"

#include <array>
#include <cerrno>
#include <system_error>

namespace smartca::device {

Failure diskFailure(std::string_view what, const std::string &path, int error)
{
    std::string detail = std::string(what) + " " + path + ": " + std::generic_category().message(error);
    const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    if (full)
        return {.code = FailureCode::DiskFull, .detail = std::move(detail), .facts = {}};
    return {.code = FailureCode::DiskFailed, .detail = std::move(detail), .facts = {}};
}

Failure homeInUse(std::string detail)
{
    return {.code = FailureCode::HomeInUse, .detail = std::move(detail), .facts = {}};
}

Failure keysNotOnDevice(std::string detail)
{
    return {.code = FailureCode::KeysNotOnDevice, .detail = std::move(detail), .facts = {}};
}

Failure keyStoreUnusable(std::string detail)
{
    return {.code = FailureCode::KeyStoreUnusable, .detail = std::move(detail), .facts = {}};
}

std::string_view nameOf(BiometricAvailability availability)
{
    static constexpr std::array<std::string_view, 7> names{
        "available", "noHardware", "noneEnrolled", "noScreenLock", "lockedOut", "serviceMissing", "weakOnly"};
    return names[static_cast<std::size_t>(availability)];
}

Failure biometricUnavailable(BiometricAvailability availability, std::optional<Seconds> retryAfter)
{
    const std::string why(nameOf(availability));
    FailureFacts facts;
    switch (availability) {
    case BiometricAvailability::NoScreenLock:
        return {.code = FailureCode::ScreenLockMissing, .detail = why, .facts = {}};
    case BiometricAvailability::LockedOut:
        facts.retryAfter = retryAfter;
        return {.code = FailureCode::BiometricLockedOut, .detail = why, .facts = facts};
    default:
        facts.subject = why;
        return {.code = FailureCode::BiometricMissing, .detail = why, .facts = facts};
    }
}

Failure biometricCancelled(std::string detail)
{
    return {.code = FailureCode::BiometricCancelled, .detail = std::move(detail), .facts = {}};
}

Failure biometricFailed(std::string detail)
{
    return {.code = FailureCode::BiometricFailed, .detail = std::move(detail), .facts = {}};
}

Failure biometricChanged(std::string detail)
{
    return {.code = FailureCode::BiometricChanged, .detail = std::move(detail), .facts = {}};
}

} // namespace smartca::device
