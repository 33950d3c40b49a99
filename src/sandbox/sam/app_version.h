// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace smartca::sandbox {

/// Whether a text is a version, as "1.2.3".
[[nodiscard]] bool isVersion(std::string_view text);
/// By numbers, missing ones zero, what follows a dash or plus ignored. What is no version is older than any.
/// Empty, `minimum` stands for “any”.
[[nodiscard]] bool isOlder(std::string_view version, std::string_view minimum);

} // namespace smartca::sandbox
