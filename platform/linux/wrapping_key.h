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

/// What an empty home gets: a key of its own, or nothing (KEY-101), for who only looks.
enum class FirstUse { Makes, LeavesAlone };

/// The key of the home folder, made on first use: in the Secret Service when one runs and is unlocked, else
/// in a file. A home keeps the kind it was made with: a Secret Service that is gone or locked is KEY-102, a
/// key that is not there any more is KEY-101; neither is ever made anew silently, also not when the file that
/// says the kind is lost: a key file is used as it stands, and sealed secrets without any key are KEY-101.
/// Needs a QCoreApplication for the Secret Service; blocks for at most two seconds.
[[nodiscard]] Result<WrappingKey> openWrappingKey(const std::string &home,
                                                  FirstUse firstUse = FirstUse::Makes);

/// Where the secrets lie that are sealed with it.
[[nodiscard]] std::string sealedSecretsPath(const std::string &home);

/// Forgets kind and key, so that the next openWrappingKey makes new ones.
[[nodiscard]] Outcome forgetWrappingKey(const std::string &home);

} // namespace smartca::platform
