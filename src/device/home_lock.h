// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/replace_file.h"
#include "base/result.h"

#include <memory>
#include <string>

namespace smartca::device {

/// One program at a time works on a home folder. The kernel lets go when the holder ends, however it ends.
class HomeLock {
public:
    /// `home` must be there. Failures DSK-102, DSK-103 (another program, or this one, holds it).
    [[nodiscard]] static Result<std::unique_ptr<HomeLock>> take(const std::string &home);

private:
    explicit HomeLock(int fd) : file_(fd) {}
    Descriptor file_;
};

} // namespace smartca::device
