// SPDX-License-Identifier: Apache-2.0
#include "device/durable_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace smartca::device {
namespace {

/// What errno means to a person: no room, or a disk that does not do its work.
Failure diskFailure(std::string_view what, const std::string &path, int error)
{
    std::string detail = std::string(what) + " " + path + ": " + std::strerror(error);
    const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    if (full)
        return {.code = FailureCode::DiskFull, .detail = std::move(detail), .facts = {}};
    return {.code = FailureCode::DiskFailed, .detail = std::move(detail), .facts = {}};
}

class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] bool good() const { return fd_ >= 0; }
    /// Some file systems report a failed write only here.
    bool close()
    {
        const int fd = fd_;
        fd_ = -1;
        return fd < 0 || ::close(fd) == 0;
    }

private:
    int fd_;
};

bool writeAll(int fd, BytesView content)
{
    while (!content.empty()) {
        const auto written = ::write(fd, content.data(), content.size());
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return false;
        }
        content = content.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

Outcome syncFolderOf(const std::string &path)
{
    const auto folder = std::filesystem::path(path).parent_path().string();
    const Descriptor fd(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.good() || ::fsync(fd.get()) != 0)
        return tl::unexpected(diskFailure("cannot sync the folder of", path, errno));
    return {};
}

Outcome writeAndSync(const std::string &path, BytesView content)
{
    Descriptor fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!fd.good())
        return tl::unexpected(diskFailure("cannot create", path, errno));
    if (::fchmod(fd.get(), 0600) != 0 || !writeAll(fd.get(), content) || ::fsync(fd.get()) != 0)
        return tl::unexpected(diskFailure("cannot write", path, errno));
    if (!fd.close())
        return tl::unexpected(diskFailure("cannot close", path, errno));
    return {};
}

constexpr std::string_view unfinishedSuffix = ".new";

/// A name beside `path` that no other writer has, in this process or another: "journal.sealed.4711-3.new".
std::string unfinishedName(const std::string &path)
{
    static std::atomic<unsigned> count{0};
    return path + '.' + std::to_string(::getpid()) + '-' + std::to_string(++count) +
           std::string(unfinishedSuffix);
}

/// Files that a process was writing when it died.
void removeUnfinished(const std::string &folder)
{
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(folder, error)) {
        const auto name = entry.path().filename().string();
        if (!name.ends_with(unfinishedSuffix))
            continue;
        const auto tail = name.substr(0, name.size() - unfinishedSuffix.size());
        const auto writer = std::strtol(tail.c_str() + tail.rfind('.') + 1, nullptr, 10);
        if (writer > 0 && ::kill(static_cast<pid_t>(writer), 0) != 0 && errno == ESRCH)
            ::unlink(entry.path().c_str());
    }
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
    const std::string temporary = unfinishedName(path);
    if (auto written = writeAndSync(temporary, content); !written) {
        ::unlink(temporary.c_str()); // gives the room back; the old file still stands
        return written;
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0)
        return tl::unexpected(diskFailure("cannot rename to", path, errno));
    return syncFolderOf(path);
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
    return syncFolderOf(path);
}

} // namespace smartca::device
