// SPDX-License-Identifier: Apache-2.0
#include "sandbox/hsm/key_files.h"

#include "base/environment.h"
#include "base/replace_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace smartca::sandbox {
namespace {

constexpr std::size_t largestKeyFile = 64UL * 1024;

Failure fileFailure(const std::string &what, const std::filesystem::path &file, int error)
{
    return hsmUnavailable(what + " " + file.filename().string() + ": " +
                          std::generic_category().message(error));
}

Failure fileFailure(const std::string &what, const std::filesystem::path &file)
{
    return fileFailure(what, file, errno);
}

Outcome asOutcome(const FileOutcome &outcome, const std::filesystem::path &file)
{
    return outcome ? Outcome{}
                   : tl::unexpected(fileFailure(outcome.error().what, file, outcome.error().error));
}

} // namespace

Failure hsmUnavailable(std::string detail)
{
    return Failure{.code = FailureCode::HsmUnavailable, .detail = std::move(detail), .facts = {}};
}

Failure keyLost(const std::filesystem::path &file)
{
    return hsmUnavailable(
        "missing: " + file.filename().string() +
        "; this folder is in use, and what was sealed opens with that key alone: put it back");
}

Outcome makeKeyFolder(const std::filesystem::path &folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error || ::chmod(folder.c_str(), 0700) != 0)
        return tl::unexpected(fileFailure("cannot make folder", folder));
    return {};
}

Result<std::optional<SecretBytes>> readKeyFile(const std::filesystem::path &file)
{
    const Descriptor input(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!input.good()) {
        if (errno == ENOENT)
            return std::nullopt;
        return tl::unexpected(fileFailure("cannot read", file));
    }
    struct stat status {};
    if (::fstat(input.get(), &status) != 0)
        return tl::unexpected(fileFailure("cannot read", file));
    if ((status.st_mode & 0077) != 0)
        return tl::unexpected(hsmUnavailable("others may read " + file.filename().string()));
    if (static_cast<std::size_t>(status.st_size) > largestKeyFile)
        return tl::unexpected(hsmUnavailable("too large: " + file.filename().string()));
    SecretBytes content(static_cast<std::size_t>(status.st_size));
    std::size_t done = 0;
    while (done < content.size()) {
        const auto got = ::read(input.get(), content.data() + done, content.size() - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return tl::unexpected(fileFailure("cannot read", file));
        done += static_cast<std::size_t>(got);
    }
    return std::optional(std::move(content));
}

Result<SecretBytes> secretFromEnvironment(const std::string &name)
{
    if (const char *text = environmentVariable(name.c_str()))
        return SecretBytes::fromText(text);
    const char *file = environmentVariable((name + "_FILE").c_str());
    if (file == nullptr)
        return SecretBytes{};
    SMARTCA_TRY(auto content, readKeyFile(file));
    if (!content)
        return tl::unexpected(hsmUnavailable("the file of " + name + "_FILE is not there"));
    content->truncate(std::min(content->text().find('\n'), content->size()));
    return std::move(*content);
}

Outcome writeKeyFile(const std::filesystem::path &file, BytesView content, bool replace)
{
    // Of two processes that start at once, one makes the key and both use it.
    return asOutcome(replace ? replaceFile(file.string(), content) : createFile(file.string(), content),
                     file);
}

Outcome removeKeyFile(const std::filesystem::path &file)
{
    if (::unlink(file.c_str()) != 0)
        return tl::unexpected(fileFailure("cannot remove", file));
    return asOutcome(syncFolderOf(file.string()), file);
}

} // namespace smartca::sandbox
