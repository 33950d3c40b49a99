// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/file_lock.h"
#include "sandbox/accounts/accounts.h"
#include "sandbox/mail/letters.h"

#include <filesystem>

namespace smartca::sandbox {

/// What lies in DIR, opened: the service and the commands beside it share it. Folder 0700, files 0600.
struct DataFolder {
    std::filesystem::path directory;
    std::shared_ptr<Hsm> hsm;
    std::unique_ptr<Database> database;
    std::unique_ptr<Accounts> accounts;
    std::string serviceId; ///< a UUID, made with the folder
    bool complete = false; ///< all keys and certificates were made: one that is not there was lost
    const Clock *clock = nullptr;

    struct Options {
        std::size_t keyPool = 0; ///< RSA keys made ahead: for the service alone
        crypto::KeyKind keyKind = crypto::KeyKind::Rsa3072;
        bool mayMake = true; ///< what is not there: not for those who only look
    };
    /// Makes the folder when it is not there; two that come at once wait for each other. Failure SVC-101,
    /// HSM-101, CLI-101 when there is none and none may be made, or one that has lost its database.
    [[nodiscard]] static Result<DataFolder> open(const std::filesystem::path &directory, const Clock &clock,
                                                 Options options);

    [[nodiscard]] std::filesystem::path mailbox() const { return directory / "mail"; }
    [[nodiscard]] std::filesystem::path evidenceHead() const { return directory / "evidence-head.jws"; }
};

/// Failure CLI-101 when somebody else holds it and we do not wait; SVC-101 when the file cannot be made.
[[nodiscard]] Result<std::unique_ptr<FileLock>> lockFile(const std::filesystem::path &file,
                                                         FileLock::Wait wait);

} // namespace smartca::sandbox
