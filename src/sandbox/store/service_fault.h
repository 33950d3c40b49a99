// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/failure.h"

namespace smartca::sandbox {

/// SVC-101: something inside the service did not work (database, file, a bug). The one place that raises it
/// on this side. `detail` goes to the log and never names a secret or a person.
[[nodiscard]] Failure serviceFault(std::string detail);

} // namespace smartca::sandbox
