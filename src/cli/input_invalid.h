// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/failure.h"

namespace smartca::cli {

/// InputInvalid, made here and nowhere else. `subject`: the argument, file or field it is about; `why` it
/// cannot be used stands behind its name, in the language of the person, and never quotes a value.
[[nodiscard]] Failure inputInvalid(const std::string &subject, const Bilingual &why, Language language);
/// Of arguments that make no command.
[[nodiscard]] Failure argumentsInvalid(Language language);
/// Of an `errno` that opening or reading `path` ended with.
[[nodiscard]] Failure fileUnreadable(const std::string &path, int error, Language language);
/// The same of writing.
[[nodiscard]] Failure fileUnwritable(const std::string &path, int error, Language language);

} // namespace smartca::cli
