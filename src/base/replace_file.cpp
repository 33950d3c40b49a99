// SPDX-License-Identifier: Apache-2.0
#include "base/replace_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>

namespace smartca {
namespace {

constexpr std::string_view unfinishedSuffix = ".new";

tl::unexpected<FileError> refused(std::string_view what)
{
    const int error = errno;
    return tl::unexpected(FileError{std::string(what), error});
}

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

FileOutcome writeNew(const std::string &path, BytesView content, Lasting lasting)
{
    Descriptor fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!fd.good())
        return refused("cannot create");
    if (::fchmod(fd.get(), 0600) != 0 || !writeAll(fd.get(), content) ||
        (lasting == Lasting::Synced && ::fsync(fd.get()) != 0))
        return refused("cannot write");
    if (!fd.close())
        return refused("cannot close");
    return {};
}

std::string unfinishedName(const std::string &path)
{
    static std::atomic<unsigned> count{0};
    return path + '.' + std::to_string(::getpid()) + '-' + std::to_string(++count) +
           std::string(unfinishedSuffix);
}

} // namespace

bool Descriptor::close()
{
    const int fd = fd_;
    fd_ = -1;
    return fd < 0 || ::close(fd) == 0;
}

FileOutcome replaceFile(const std::string &path, BytesView content, Lasting lasting)
{
    const std::string temporary = unfinishedName(path);
    auto outcome = writeNew(temporary, content, lasting);
    if (outcome && ::rename(temporary.c_str(), path.c_str()) != 0)
        outcome = refused("cannot rename to");
    if (!outcome) {
        ::unlink(temporary.c_str()); // gives the room back
        return outcome;
    }
    return lasting == Lasting::Synced ? syncFolderOf(path) : outcome;
}

FileOutcome createFile(const std::string &path, BytesView content)
{
    const std::string temporary = unfinishedName(path);
    auto outcome = writeNew(temporary, content, Lasting::Synced);
    // Unlike rename(), link() replaces nothing.
    if (outcome && ::link(temporary.c_str(), path.c_str()) != 0 && errno != EEXIST)
        outcome = refused("cannot link to");
    ::unlink(temporary.c_str());
    return outcome ? syncFolderOf(path) : outcome;
}

FileOutcome syncFolderOf(const std::string &path)
{
    const auto folder = std::filesystem::path(path).parent_path().string();
    const Descriptor fd(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.good() || ::fsync(fd.get()) != 0)
        return refused("cannot sync the folder of");
    return {};
}

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

} // namespace smartca
