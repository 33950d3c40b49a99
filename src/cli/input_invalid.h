// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/failure.h"

namespace smartca::cli {

/// InputInvalid, made here and nowhere else. `subject`: the argument, file or field it is about.
[[nodiscard]] Failure inputInvalid(std::string subject, std::string detail);
/// The same about a file: `why` it cannot be used stands behind its name, in the language of the person.
[[nodiscard]] Failure fileInvalid(const std::string &path, const Bilingual &why, Language language);
/// Of an `errno` that opening or reading `path` ended with.
[[nodiscard]] Failure fileUnreadable(const std::string &path, int error, Language language);

} // namespace smartca::cli
