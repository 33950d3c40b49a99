// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"

namespace smartca::pdf::testing {

/// What the refusal to show `pdf` names, or "unreadable", or "shown".
[[nodiscard]] std::string subjectOf(BytesView pdf);

} // namespace smartca::pdf::testing
