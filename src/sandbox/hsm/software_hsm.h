// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/hsm/hsm.h"

#include <filesystem>

namespace smartca::sandbox {

struct SoftwareHsmOptions {
    /// DIR/hsm: 0700, files 0600.
    std::filesystem::path directory;
    /// Wraps the master key when not empty. Without it the master key lies open beside the database: a copied
    /// database is protected then, a copied folder is not.
    SecretBytes passphrase;
    /// RSA keys made ahead by a low-priority thread and kept wrapped in the folder. 0: none.
    std::size_t poolSize = 4;
    crypto::KeyKind poolKind = crypto::KeyKind::Rsa3072;
    /// False where there is a service already: its master key and service keys are there, or were lost, and
    /// nothing it has sealed would open with others.
    bool mayMakeKeys = true;
};

/// The HSM in software: master key in `directory`, purposes separated by HKDF, keys wrapped with AES-KWP.
/// Makes the folder and the master key at first use. Failure HSM-101: folder unusable, file damaged or
/// missing, passphrase missing or wrong.
[[nodiscard]] Result<std::unique_ptr<Hsm>> openSoftwareHsm(SoftwareHsmOptions options);

/// The passphrase of SMARTCA_HSM_PASSPHRASE, or the first line of the file SMARTCA_HSM_PASSPHRASE_FILE names;
/// empty when neither is set.
[[nodiscard]] Result<SecretBytes> hsmPassphraseFromEnvironment();

} // namespace smartca::sandbox
