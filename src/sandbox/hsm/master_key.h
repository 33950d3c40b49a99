// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/secret_bytes.h"

#include <filesystem>

namespace smartca::sandbox {

/// The 32 octets everything else in the software HSM is derived from; made at first use. With a passphrase
/// the file holds them wrapped (scrypt N = 2^15, r = 8, p = 1, then AES-KWP); a file that lay open is wrapped
/// when a passphrase is first given. Failure HSM-101, also when there is none and none may be made.
[[nodiscard]] Result<SecretBytes> loadMasterKey(const std::filesystem::path &file,
                                                const SecretBytes &passphrase, bool mayMake);

} // namespace smartca::sandbox
