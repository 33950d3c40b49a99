// SPDX-License-Identifier: Apache-2.0
#include "device/home_lock.h"

#include "device/failures.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

namespace smartca::device {

Result<std::unique_ptr<HomeLock>> HomeLock::take(const std::string &home)
{
    const std::string path = home + "/lock";
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return tl::unexpected(diskFailure("cannot open", path, errno));
    std::unique_ptr<HomeLock> lock(new HomeLock(fd));
    if (::flock(fd, LOCK_EX | LOCK_NB) == 0)
        return lock;
    if (errno == EWOULDBLOCK)
        return tl::unexpected(homeInUse(path));
    return tl::unexpected(diskFailure("cannot lock", path, errno));
}

} // namespace smartca::device
