// SPDX-License-Identifier: Apache-2.0
#include "base/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

namespace smartca {

tl::expected<std::unique_ptr<FileLock>, FileError> FileLock::take(const std::string &path, Wait wait)
{
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return tl::unexpected(FileError{"cannot open", errno});
    std::unique_ptr<FileLock> lock(new FileLock(fd));
    while (::flock(fd, LOCK_EX | (wait == Wait::No ? LOCK_NB : 0)) != 0) {
        if (errno == EWOULDBLOCK)
            return nullptr;
        if (errno != EINTR)
            return tl::unexpected(FileError{"cannot lock", errno});
    }
    return lock;
}

} // namespace smartca
