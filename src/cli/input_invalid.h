// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/failure.h"

namespace smartca::cli {

/// InputInvalid, made here and nowhere else. `subject`: the argument, file or field it is about.
[[nodiscard]] Failure inputInvalid(std::string subject, std::string detail);

} // namespace smartca::cli
