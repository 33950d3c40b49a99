// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace smartca::sandbox {

/// "1.2.3" by numbers, missing ones zero, what follows a dash or plus ignored. What is no version is older
/// than any.
[[nodiscard]] bool isOlder(std::string_view version, std::string_view minimum);

} // namespace smartca::sandbox
