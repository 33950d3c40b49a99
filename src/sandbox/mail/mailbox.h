// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/result.h"

#include <filesystem>

namespace smartca::sandbox {

/// Writes DIR/mail/20261122T024600Z-000001-activation.eml (0600) in one piece: temporary file, fsync, rename.
/// Failure SVC-101.
[[nodiscard]] Outcome writeToMailbox(const std::filesystem::path &mailbox, std::int64_t number,
                                     std::string_view kind, UtcTime at, BytesView message);

} // namespace smartca::sandbox
