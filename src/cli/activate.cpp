// SPDX-License-Identifier: Apache-2.0
#include "cli/activate.h"

#include "cli/failure_text.h"
#include "cli/given_secrets.h"
#include "cli/input_invalid.h"
#include "cli/unattended.h"
#include "client/session.h"
#include "device/durable_file.h"
#include "platform/linux/linux_device.h"

#include <QCoreApplication>

#include <unistd.h>

#include <cerrno>
#include <iostream>

namespace smartca::cli {
namespace {

constexpr std::size_t profileMax = 256UL * 1024;

Result<protocol::ServiceProfile> readProfile(const std::string &path, Language language)
{
    SMARTCA_TRY(const auto text, device::readWhole(path, profileMax));
    if (!text)
        return tl::unexpected(fileUnreadable(path, ENOENT, language));
    return protocol::decodeServiceProfile(asText(*text));
}

/// The input itself is wiped at once: from here on each secret is there once.
Result<GivenSecrets> takeSecrets()
{
    SMARTCA_TRY(const auto input, readSecretInput(STDIN_FILENO));
    return parseSecrets(input);
}

Outcome keepRecord(const client::ActivationSession &session, const std::optional<std::string> &path)
{
    if (!path)
        return {};
    const auto record = session.dossier().signedRecord;
    if (!record)
        return tl::unexpected(inputInvalid(*path, "this installation no longer has the signed record"));
    return device::writeDurably(*path, *record);
}

Outcome run(const ActivateOptions &options)
{
    SMARTCA_TRY(auto profile, readProfile(options.profile, options.language));
    SMARTCA_TRY(auto secrets, takeSecrets());
    SMARTCA_TRY(auto device, platform::makeLinuxDevice(options.home));
    client::ActivationSession session({.profile = std::move(profile),
                                       .home = options.home,
                                       .appVersion = SMARTCA_VERSION,
                                       .language = options.language},
                                      std::move(device));
    if (options.json)
        QObject::connect(&session, &client::ActivationSession::entryAdded, &session,
                         [](const trace::Entry &entry) { std::cout << trace::jsonLine(entry) << std::endl; });
    std::optional<Failure> failure;
    Unattended person(session, std::move(secrets), [&failure](std::optional<Failure> how) {
        failure = std::move(how);
        QCoreApplication::quit();
    });
    person.begin();
    QCoreApplication::exec();
    if (failure)
        return tl::unexpected(std::move(*failure));
    return keepRecord(session, options.out);
}

} // namespace

int activate(const ActivateOptions &options)
{
    const auto outcome = run(options);
    return outcome ? exitOk : tellFailure(outcome.error(), options.language, std::cerr);
}

} // namespace smartca::cli
