// SPDX-License-Identifier: Apache-2.0
#include "crypto/openssl.h"

#include <cstdio>
#include <cstdlib>

namespace smartca::crypto {

void cannotGoOn(std::string_view what) noexcept
{
    std::fprintf(stderr, "smartca: cryptography cannot go on: %.*s\n", static_cast<int>(what.size()),
                 what.data());
    std::abort();
}

} // namespace smartca::crypto
