// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"

#include <string_view>

namespace smartca::fuzz {

/// What a target does with one input; entry.cpp calls it.
void look(BytesView input);

/// Stops the run when something that must hold does not.
void claim(bool holds, std::string_view what);

/// The text of a file in tests/fuzz/anchors.
[[nodiscard]] std::string anchor(std::string_view name);

} // namespace smartca::fuzz
