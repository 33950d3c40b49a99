// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace smartca {

/// Null when it is not set. From any thread: whoever sets variables does so before there are several.
[[nodiscard]] const char *environmentVariable(const char *name) noexcept;

} // namespace smartca
