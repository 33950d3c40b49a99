// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

/// Failures of the protocol that more than one place meets: each is raised here and nowhere else.
namespace smartca::protocol {

/// SVC-103: what the service sent cannot be read. `detail` is technical English.
[[nodiscard]] Failure answerMalformed(std::string detail);

} // namespace smartca::protocol
