// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "base/text.h"

/// The files that a person names on the command line; what is wrong with one is CLI-101 and names it.
namespace smartca::cli {

/// At most one octet more than `maxBytes`, which is enough to see that a file is too large.
[[nodiscard]] Result<Bytes> readFile(const std::string &path, std::size_t maxBytes, Language language);

/// Whether writeFile can be expected to succeed; writes nothing.
[[nodiscard]] Outcome checkWritable(const std::string &path, Language language);
/// A link is followed. A file is replaced whole (0600), so that a reader finds the old one or the new one;
/// into a pipe or a device it is written as it stands.
[[nodiscard]] Outcome writeFile(const std::string &path, BytesView content, Language language);

} // namespace smartca::cli
