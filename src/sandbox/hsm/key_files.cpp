// SPDX-License-Identifier: Apache-2.0
#include "sandbox/hsm/key_files.h"

#include "crypto/random.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace smartca::sandbox {
namespace {

constexpr std::size_t largestKeyFile = 64UL * 1024;

class Descriptor {
public:
    explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
    ~Descriptor()
    {
        if (descriptor_ >= 0)
            ::close(descriptor_);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int get() const { return descriptor_; }
    [[nodiscard]] bool good() const { return descriptor_ >= 0; }

private:
    int descriptor_;
};

Failure fileFailure(const char *what, const std::filesystem::path &file)
{
    const int error = errno;
    return hsmUnavailable(std::string(what) + " " + file.filename().string() + ": " +
                          std::generic_category().message(error));
}

Outcome syncFolder(const std::filesystem::path &folder)
{
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.good() || ::fsync(directory.get()) != 0)
        return tl::unexpected(fileFailure("cannot sync folder of", folder));
    return {};
}

Outcome writeAll(int descriptor, BytesView content, const std::filesystem::path &file)
{
    while (!content.empty()) {
        const auto written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return tl::unexpected(fileFailure("cannot write", file));
        content = content.subspan(static_cast<std::size_t>(written));
    }
    return {};
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

Outcome writeKeyFile(const std::filesystem::path &file, BytesView content, bool replace)
{
    const auto beside = file.parent_path() / ("." + file.filename().string() + "." + crypto::randomUuid());
    {
        const Descriptor output(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        if (!output.good())
            return tl::unexpected(fileFailure("cannot make", file));
        SMARTCA_CHECK(writeAll(output.get(), content, file));
        if (::fsync(output.get()) != 0)
            return tl::unexpected(fileFailure("cannot sync", file));
    }
    // link() refuses to replace: of two processes that start at once, one makes the key and both use it.
    const bool placed = replace ? ::rename(beside.c_str(), file.c_str()) == 0
                                : ::link(beside.c_str(), file.c_str()) == 0 || errno == EEXIST;
    if (!placed) {
        auto failure = fileFailure("cannot place", file);
        ::unlink(beside.c_str());
        return tl::unexpected(std::move(failure));
    }
    if (!replace)
        ::unlink(beside.c_str());
    return syncFolder(file.parent_path());
}

Outcome removeKeyFile(const std::filesystem::path &file)
{
    if (::unlink(file.c_str()) != 0)
        return tl::unexpected(fileFailure("cannot remove", file));
    return syncFolder(file.parent_path());
}

} // namespace smartca::sandbox
