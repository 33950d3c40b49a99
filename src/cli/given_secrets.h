// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/secret_bytes.h"
#include "base/text.h"

/// What `smartca-cli activate` gets on standard input: {"username","activationCode","password","pin"}, each
/// a text, each only once, none demanded here. Decoded straight into secure memory.
namespace smartca::cli {

struct GivenSecrets {
    SecretBytes username;
    SecretBytes activationCode; ///< the code as typed, or the link's token
    SecretBytes password;
    SecretBytes pin;
};

/// Reads a descriptor to its end, at most 16 KiB. Failure CLI-101.
[[nodiscard]] Result<SecretBytes> readSecretInput(int descriptor, Language language);
/// Strict: one object, no other members, UTF-8, no control characters. Nothing but white space gives nothing.
/// Failure CLI-101 with field and reason as subject; its texts quote no value.
[[nodiscard]] Result<GivenSecrets> parseSecrets(const SecretBytes &json, Language language);

} // namespace smartca::cli
