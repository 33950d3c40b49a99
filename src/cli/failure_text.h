// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/failure.h"

#include <iosfwd>

namespace smartca::cli {

constexpr int exitOk = 0;
constexpr int exitFailed = 2;

/// "ACT-104: title. why action" on `errors`; gives the exit code.
int tellFailure(const Failure &failure, Language language, std::ostream &errors);

} // namespace smartca::cli
