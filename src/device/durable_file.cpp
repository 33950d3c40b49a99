// SPDX-License-Identifier: Apache-2.0
#include "device/durable_file.h"

#include "base/replace_file.h"
#include "device/failures.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

namespace smartca::device {
namespace {

Outcome told(const FileOutcome &outcome, const std::string &path)
{
    if (outcome)
        return {};
    return tl::unexpected(diskFailure(outcome.error().what, path, outcome.error().error));
}

} // namespace

Outcome makePrivateFolder(const std::string &path)
{
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error)
        return tl::unexpected(diskFailure("cannot make the folder", path, error.value()));
    if (::chmod(path.c_str(), 0700) != 0)
        return tl::unexpected(diskFailure("cannot close the folder to others:", path, errno));
    removeUnfinished(path);
    return {};
}

Outcome writeDurably(const std::string &path, BytesView content)
{
    return told(replaceFile(path, content), path);
}

Result<std::optional<Bytes>> readWhole(const std::string &path, std::size_t maxBytes)
{
    const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd.good()) {
        if (errno == ENOENT)
            return std::nullopt;
        return tl::unexpected(diskFailure("cannot open", path, errno));
    }
    struct stat facts {};
    if (::fstat(fd.get(), &facts) != 0)
        return tl::unexpected(diskFailure("cannot look at", path, errno));
    if (!S_ISREG(facts.st_mode) || static_cast<std::size_t>(facts.st_size) > maxBytes)
        return tl::unexpected(diskFailure("not a file of ours:", path, EINVAL));
    Bytes content(static_cast<std::size_t>(facts.st_size));
    std::size_t have = 0;
    while (have < content.size()) {
        const auto got = ::read(fd.get(), content.data() + have, content.size() - have);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return tl::unexpected(diskFailure("cannot read", path, got < 0 ? errno : EIO));
        have += static_cast<std::size_t>(got);
    }
    return content;
}

Outcome removeDurably(const std::string &path)
{
    if (::unlink(path.c_str()) != 0) {
        if (errno == ENOENT)
            return {};
        return tl::unexpected(diskFailure("cannot remove", path, errno));
    }
    return told(syncFolderOf(path), path);
}

} // namespace smartca::device
