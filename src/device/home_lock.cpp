// SPDX-License-Identifier: Apache-2.0
#include "device/home_lock.h"

#include "device/failures.h"

namespace smartca::device {

Result<std::unique_ptr<FileLock>> lockHome(const std::string &home)
{
    const std::string path = home + "/lock";
    auto lock = FileLock::take(path, FileLock::Wait::No);
    if (!lock)
        return tl::unexpected(diskFailure(lock.error().what, path, lock.error().error));
    if (!*lock)
        return tl::unexpected(homeInUse(path));
    return std::move(*lock);
}

} // namespace smartca::device
