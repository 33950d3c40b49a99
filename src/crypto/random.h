// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret_bytes.h"

namespace smartca::crypto {

/// From the operating system's generator by OpenSSL. Ends the process when there is no randomness: nothing
/// can go on then.
[[nodiscard]] Bytes randomBytes(std::size_t count);
[[nodiscard]] SecretBytes randomSecret(std::size_t count);
/// RFC 9562 version 4, lower case.
[[nodiscard]] std::string randomUuid();

} // namespace smartca::crypto
