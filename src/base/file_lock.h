// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/replace_file.h"

#include <memory>

namespace smartca {

/// A lock on a file, held as long as the object lives; the kernel lets go when the process ends, however it
/// ends.
class FileLock {
public:
    enum class Wait { No, Yes };
    /// Makes the file (0600) when it is not there. Nothing when somebody else, or this very process, holds it
    /// and we do not wait.
    [[nodiscard]] static tl::expected<std::unique_ptr<FileLock>, FileError> take(const std::string &path,
                                                                                 Wait wait);

private:
    explicit FileLock(int fd) : file_(fd) {}
    Descriptor file_;
};

} // namespace smartca
