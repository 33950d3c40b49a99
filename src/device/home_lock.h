// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/file_lock.h"
#include "base/result.h"

namespace smartca::device {

/// One program at a time works on a home folder, which must be there. Failures DSK-102, DSK-103 (another
/// program, or this one, holds it).
[[nodiscard]] Result<std::unique_ptr<FileLock>> lockHome(const std::string &home);

} // namespace smartca::device
