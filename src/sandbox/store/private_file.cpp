// SPDX-License-Identifier: Apache-2.0
#include "sandbox/store/private_file.h"

#include "sandbox/store/service_fault.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>

namespace smartca::sandbox {

namespace {

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor()
    {
        if (number_ >= 0)
            ::close(number_);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

bool writeAll(int descriptor, BytesView content)
{
    while (!content.empty()) {
        const auto written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        content = content.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

Outcome preparePrivateFolder(const std::filesystem::path &folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error || ::chmod(folder.c_str(), 0700) != 0)
        return tl::unexpected(serviceFault("cannot make a folder"));
    return {};
}

Outcome writePrivateFile(const std::filesystem::path &file, BytesView content)
{
    // Staff and service may write the same file at the same time, each from its own process: whoever renames
    // last wins, and both wrote the same.
    static std::atomic<unsigned> writes{0};
    auto temporary = file;
    temporary += "." + std::to_string(::getpid()) + "-" + std::to_string(++writes) + ".new";
    {
        const Descriptor out(
            ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (out.number() < 0 || ::fchmod(out.number(), 0600) != 0 || !writeAll(out.number(), content) ||
            ::fsync(out.number()) != 0)
            return tl::unexpected(serviceFault("cannot write a file"));
    }
    if (::rename(temporary.c_str(), file.c_str()) != 0)
        return tl::unexpected(serviceFault("cannot rename a file"));
    const Descriptor folder(::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.number() >= 0)
        ::fsync(folder.number());
    return {};
}

} // namespace smartca::sandbox
