// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace smartca {

/// &, <, >, " and ' as references: harmless in text and in attributes of HTML and XML.
[[nodiscard]] std::string markupEscaped(std::string_view text);

} // namespace smartca
