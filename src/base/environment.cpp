// SPDX-License-Identifier: Apache-2.0
#include "base/environment.h"

#include <cstdlib>

namespace smartca {

const char *environmentVariable(const char *name) noexcept
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing sets variables once threads run
    return std::getenv(name);
}

} // namespace smartca
