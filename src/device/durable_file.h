// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"
#include "base/result.h"

/// Small files that survive a power cut: a reader finds the old octets or the new ones, never a mixture, and
/// what was written before is there before what was written after.
namespace smartca::device {

/// A folder only its owner may enter (0700), made when missing, with its parents. An existing one keeps its
/// place but loses the rights of others. Failures DSK-101, DSK-102.
[[nodiscard]] Outcome makePrivateFolder(const std::string &path);

/// Temporary file (0600) beside `path`, fsync, rename, fsync of the folder. Failures DSK-101 (no room; the
/// old file is untouched), DSK-102.
[[nodiscard]] Outcome writeDurably(const std::string &path, BytesView content);

/// Nothing when there is no such file. Failure DSK-102, also for a file above `maxBytes`.
[[nodiscard]] Result<std::optional<Bytes>> readWhole(const std::string &path, std::size_t maxBytes);

/// Gone, and the folder synced. A file that is not there is no failure. Failures DSK-101, DSK-102.
[[nodiscard]] Outcome removeDurably(const std::string &path);

} // namespace smartca::device
