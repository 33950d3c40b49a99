// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/encoding.h"

#include <string_view>

namespace smartca::crypto {

/// Octets from their hex digits.
inline Bytes hex(std::string_view digits)
{
    return hexDecode(digits).value();
}

} // namespace smartca::crypto
