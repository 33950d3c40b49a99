// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/secret_bytes.h"

#include <filesystem>

/// Files of the software HSM: 0600, whole or not there, on disk before the call returns.
namespace smartca::sandbox {

/// The one place where HSM-101 is made. `detail` names no secret.
[[nodiscard]] Failure hsmUnavailable(std::string detail);
/// Of a file that was here when the folder was in use.
[[nodiscard]] Failure keyLost(const std::filesystem::path &file);

[[nodiscard]] Outcome makeKeyFolder(const std::filesystem::path &folder);
/// Nothing when there is no such file.
[[nodiscard]] Result<std::optional<SecretBytes>> readKeyFile(const std::filesystem::path &file);
/// What the environment variable says, or the first line of the file that the variable of its name and
/// "_FILE" names (0600); empty when neither is set.
[[nodiscard]] Result<SecretBytes> secretFromEnvironment(const std::string &name);
/// Writes beside, syncs, and puts in place. `replace`: false leaves a file that is there already (another
/// process was first) and still succeeds; the caller reads it back.
[[nodiscard]] Outcome writeKeyFile(const std::filesystem::path &file, BytesView content, bool replace);
/// Overwrites nothing (journaling file systems keep copies anyway): removes, and syncs the folder.
[[nodiscard]] Outcome removeKeyFile(const std::filesystem::path &file);

} // namespace smartca::sandbox
