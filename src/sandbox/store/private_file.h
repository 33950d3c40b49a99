// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <filesystem>

namespace smartca::sandbox {

/// Makes the folder and those above it; the folder itself 0700. Failure SVC-101.
[[nodiscard]] Outcome preparePrivateFolder(const std::filesystem::path &folder);
/// Writes a file of mode 0600 in one piece: temporary file beside it, fsync, rename, fsync of the folder.
/// Failure SVC-101.
[[nodiscard]] Outcome writePrivateFile(const std::filesystem::path &file, BytesView content);

} // namespace smartca::sandbox
