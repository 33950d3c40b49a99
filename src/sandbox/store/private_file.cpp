// SPDX-License-Identifier: Apache-2.0
#include "sandbox/store/private_file.h"

#include "base/replace_file.h"
#include "sandbox/store/service_fault.h"

#include <sys/stat.h>

#include <cerrno>
#include <system_error>

namespace smartca::sandbox {

Outcome preparePrivateFolder(const std::filesystem::path &folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!error && ::chmod(folder.c_str(), 0700) != 0)
        error = std::error_code(errno, std::generic_category());
    if (error)
        return tl::unexpected(
            serviceFault("cannot use the folder " + folder.string() + ": " + error.message()));
    return {};
}

Outcome writePrivateFile(const std::filesystem::path &file, BytesView content)
{
    // Staff and service may write the same file at the same time, each from its own process: whoever renames
    // last wins, and both wrote the same.
    const auto written = replaceFile(file.string(), content);
    if (!written)
        return tl::unexpected(serviceFault(
            written.error().what + " a file: " + std::generic_category().message(written.error().error)));
    return {};
}

} // namespace smartca::sandbox
