// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/secret_bytes.h"

/// The one key that seals everything else of an installation, and where it lies: in the Secret Service of the
/// desktop session, or in a file of the home folder. Any program of the same session can ask the Secret
/// Service as well: both protect a copied disk, not a running session (docs/security.md).
namespace smartca::platform {

struct WrappingKey {
    SecretBytes key;
    std::string kind; ///< "secret-service" or "sealed-file"
};

/// The key of the home folder, made on first use: in the Secret Service when one runs and is unlocked, else
/// in a file. A home keeps the kind it was made with: a Secret Service that is gone or locked is KEY-102, a
/// key that is not there any more is KEY-101; neither is ever made anew silently. Needs a QCoreApplication
/// for the Secret Service; blocks for at most two seconds.
[[nodiscard]] Result<WrappingKey> openWrappingKey(const std::string &home);

/// Forgets kind and key, so that the next openWrappingKey makes new ones.
[[nodiscard]] Outcome forgetWrappingKey(const std::string &home);

} // namespace smartca::platform
