// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace smartca {

/// Owned octets that are not secret.
using Bytes = std::vector<std::uint8_t>;
/// Borrowed octets.
using BytesView = std::span<const std::uint8_t>;

/// The octets of a text, without a copy.
[[nodiscard]] inline BytesView asBytes(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}

/// The text that octets are, without a copy and without a check.
[[nodiscard]] inline std::string_view asText(BytesView bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

[[nodiscard]] inline Bytes toBytes(BytesView view)
{
    return {view.begin(), view.end()};
}

[[nodiscard]] inline Bytes toBytes(std::string_view text)
{
    return toBytes(asBytes(text));
}

} // namespace smartca
