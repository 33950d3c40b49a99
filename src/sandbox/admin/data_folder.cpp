// SPDX-License-Identifier: Apache-2.0
#include "sandbox/admin/data_folder.h"

#include "crypto/random.h"
#include "sandbox/accounts/passwords.h"
#include "sandbox/accounts/refusals.h"
#include "sandbox/admin/settings.h"
#include "sandbox/ca/certificate_table.h"
#include "sandbox/hsm/software_hsm.h"
#include "sandbox/mail/outbox.h"
#include "sandbox/sam/sam.h"
#include "sandbox/store/private_file.h"

#include <system_error>

namespace smartca::sandbox {

namespace {

std::vector<Migrations> allMigrations()
{
    std::vector<Migrations> rooms{settings::migrations(), Accounts::migrations(), Passwords::migrations(),
                                  outbox::migrations(), certificates::migrations()};
    for (auto &room : Sam::migrations())
        rooms.push_back(std::move(room));
    return rooms;
}

/// Before anything is made or changed.
Outcome checkFolder(const std::filesystem::path &directory, bool mayMake)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(directory / "service.db", error);
    if (!error && size > 0)
        return {};
    if (std::filesystem::exists(directory / "hsm" / "master.key", error))
        return tl::unexpected(inputInvalid(
            "data", "the folder has keys but no database: put service.db back, or take another folder"));
    if (!mayMake)
        return tl::unexpected(inputInvalid("data", "no service has worked in this folder"));
    return {};
}

Result<bool> isComplete(Database &database)
{
    return database.read([](Session &session) -> Result<bool> {
        return settings::read(session, settings::complete).has_value();
    });
}

Result<std::string> knownServiceId(Database &database)
{
    return database.transact([](Session &session) -> Result<std::string> {
        if (const auto known = settings::read(session, settings::serviceId))
            return *known;
        const auto made = crypto::randomUuid();
        settings::write(session, settings::serviceId, made);
        return made;
    });
}

} // namespace

Result<DataFolder> DataFolder::open(const std::filesystem::path &directory, const Clock &clock,
                                    Options options)
{
    SMARTCA_CHECK(checkFolder(directory, options.mayMake));
    SMARTCA_CHECK(preparePrivateFolder(directory));
    SMARTCA_TRY(const auto lock, lockFile(directory / ".opening", FileLock::Wait::Yes));
    DataFolder folder;
    folder.directory = directory;
    folder.clock = &clock;
    // First the database: it tells whether keys may be made.
    SMARTCA_TRY(folder.database, Database::open(directory / "service.db", allMigrations()));
    SMARTCA_TRY(folder.complete, isComplete(*folder.database));
    SMARTCA_TRY(auto passphrase, hsmPassphraseFromEnvironment());
    SMARTCA_TRY(auto hsm, openSoftwareHsm({.directory = directory / "hsm",
                                           .passphrase = std::move(passphrase),
                                           .poolSize = options.keyPool,
                                           .poolKind = options.keyKind,
                                           .mayMakeKeys = !folder.complete}));
    folder.hsm = std::move(hsm);
    folder.accounts = std::make_unique<Accounts>(*folder.database, *folder.hsm, clock);
    SMARTCA_TRY(folder.serviceId, knownServiceId(*folder.database));
    return folder;
}

Result<std::unique_ptr<FileLock>> lockFile(const std::filesystem::path &file, FileLock::Wait wait)
{
    auto lock = FileLock::take(file.string(), wait);
    if (!lock)
        return tl::unexpected(serviceFault(
            lock.error().what + " a lock file: " + std::generic_category().message(lock.error().error)));
    if (!*lock)
        return tl::unexpected(inputInvalid("data", "a service is running on this folder"));
    return std::move(*lock);
}

} // namespace smartca::sandbox
