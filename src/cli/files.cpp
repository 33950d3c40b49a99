// SPDX-License-Identifier: Apache-2.0
#include "cli/files.h"

#include "base/replace_file.h"
#include "cli/input_invalid.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>

namespace smartca::cli {
namespace {

constexpr int linksMax = 40; // as many as Linux itself follows

enum class Kind { Replaceable, Stream, Folder };

/// Of what the path leads to in the end. What is not there yet is replaceable too.
Kind kindOf(const std::string &path)
{
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0 || S_ISREG(facts.st_mode))
        return Kind::Replaceable;
    return S_ISDIR(facts.st_mode) ? Kind::Folder : Kind::Stream;
}

/// The name behind all links, also where the last one leads to nothing yet.
std::string behindLinks(std::filesystem::path path)
{
    std::error_code error;
    for (int links = 0; links < linksMax && std::filesystem::is_symlink(path, error); ++links)
        path = path.parent_path() / std::filesystem::read_symlink(path, error);
    return path.string();
}

/// 0, or errno.
int writeStream(const std::string &path, BytesView content)
{
    // A reader that went away is an error to tell, not the end of this program.
    std::signal(SIGPIPE, SIG_IGN);
    Descriptor fd(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (!fd.good())
        return errno;
    while (!content.empty()) {
        const auto written = ::write(fd.get(), content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        content = content.subspan(static_cast<std::size_t>(written));
    }
    return fd.close() ? 0 : errno;
}

} // namespace

Result<Bytes> readFile(const std::string &path, std::size_t maxBytes, Language language)
{
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    Bytes octets(maxBytes + 1);
    file.read(reinterpret_cast<char *>(octets.data()), static_cast<std::streamsize>(octets.size()));
    if (!file.eof() && !file.good())
        return tl::unexpected(fileUnreadable(path, errno, language));
    octets.resize(static_cast<std::size_t>(file.gcount()));
    return octets;
}

Outcome checkWritable(const std::string &path, Language language)
{
    const auto kind = kindOf(path);
    if (kind == Kind::Folder)
        return tl::unexpected(fileUnwritable(path, EISDIR, language));
    auto touched = path;
    int rights = W_OK;
    if (kind == Kind::Replaceable) { // beside it the new file is made
        touched = std::filesystem::path(behindLinks(path)).parent_path().string();
        touched = touched.empty() ? "." : touched;
        rights = W_OK | X_OK;
        std::error_code error;
        if (!std::filesystem::is_directory(touched, error))
            return tl::unexpected(fileUnwritable(path, ENOENT, language));
    }
    if (::access(touched.c_str(), rights) != 0)
        return tl::unexpected(fileUnwritable(path, errno, language));
    return {};
}

Outcome writeFile(const std::string &path, BytesView content, Language language)
{
    SMARTCA_CHECK(checkWritable(path, language));
    int error = 0;
    if (kindOf(path) == Kind::Stream)
        error = writeStream(path, content);
    else if (const auto done = replaceFile(behindLinks(path), content); !done)
        error = done.error().error;
    if (error != 0)
        return tl::unexpected(fileUnwritable(path, error, language));
    return {};
}

} // namespace smartca::cli
