// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/dossier.h"
#include "client/sealed_file.h"

namespace smartca::client {

/// The facts of a dossier as they are sealed into their file: all but the record and the signed record.
[[nodiscard]] std::string encode(const Dossier &dossier);
[[nodiscard]] Result<Dossier> decodeDossier(std::string_view text);

/// The dossier on disk: facts, record and signed record in a sealed file each. Everything in it can be
/// fetched again from the service, so a damaged one reads as an empty one.
class DossierStore {
public:
    DossierStore(const std::string &home, device::SecretStore &secrets);

    /// Failures of disk and secret store alone.
    [[nodiscard]] Result<Dossier> load();
    /// Durable when it returns; the large files are written only when they changed. Failures DSK-101,
    /// DSK-102.
    [[nodiscard]] Outcome save(const Dossier &dossier);
    [[nodiscard]] Outcome remove();

private:
    SealedFile facts_;
    SealedFile record_;
    SealedFile signedRecord_;
    std::weak_ptr<const Bytes> savedRecord_;
    std::weak_ptr<const Bytes> savedSignedRecord_;
};

} // namespace smartca::client
