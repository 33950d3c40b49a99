// SPDX-License-Identifier: Apache-2.0
#include "device/device.h"

#include <array>

namespace smartca::device {

std::string_view nameOf(KeyLevel level)
{
    static constexpr std::array<std::string_view, 5> names{"software", "tpm", "tee", "strongbox",
                                                           "secureEnclave"};
    return names[static_cast<std::size_t>(level)];
}

} // namespace smartca::device
