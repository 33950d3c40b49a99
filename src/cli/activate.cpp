// SPDX-License-Identifier: Apache-2.0
#include "cli/activate.h"

#include "cli/failure_text.h"
#include "cli/files.h"
#include "cli/given_secrets.h"
#include "cli/input_invalid.h"
#include "cli/unattended.h"
#include "client/session.h"
#include "platform/linux/linux_device.h"

#include <QCoreApplication>

#include <unistd.h>

#include <iostream>

namespace smartca::cli {
namespace {

using namespace journey::activation;

constexpr std::size_t profileMax = 256UL * 1024;
constexpr Bilingual recordGone{"máy này không còn giữ biên bản đã ký",
                               "this installation no longer has the signed record"};

Result<protocol::ServiceProfile> readProfile(const std::string &path, Language language)
{
    SMARTCA_TRY(const auto text, readFile(path, profileMax, language));
    return protocol::decodeServiceProfile(asText(text));
}

/// The input itself is wiped at once: from here on each secret is there once.
Result<GivenSecrets> takeSecrets(Language language)
{
    SMARTCA_TRY(const auto input, readSecretInput(STDIN_FILENO, language));
    return parseSecrets(input, language);
}

Outcome keepRecord(const client::ActivationSession &session, const ActivateOptions &options)
{
    if (!options.out)
        return {};
    const auto record = session.dossier().signedRecord;
    if (!record)
        return tl::unexpected(inputInvalid(*options.out, recordGone, options.language));
    return writeFile(*options.out, *record, options.language);
}

void printLine(const trace::Entry &entry)
{
    std::cout << trace::jsonLine(entry) << std::endl;
}

/// `reached`: the state that the session is in; what it says there itself is told already.
Outcome run(const ActivateOptions &options, State &reached)
{
    SMARTCA_TRY(auto profile, readProfile(options.profile, options.language));
    if (options.out)
        SMARTCA_CHECK(checkWritable(*options.out, options.language)); // before anything, not after everything
    SMARTCA_TRY(auto secrets, takeSecrets(options.language));
    SMARTCA_TRY(auto device, platform::makeLinuxDevice(options.home));
    client::ActivationSession session({.profile = std::move(profile),
                                       .home = options.home,
                                       .appVersion = SMARTCA_VERSION,
                                       .language = options.language},
                                      std::move(device));
    if (options.json)
        QObject::connect(&session, &client::ActivationSession::entryAdded, &session, printLine);
    std::optional<Failure> failure;
    Unattended person(session, std::move(secrets), options.language, [&failure](std::optional<Failure> how) {
        failure = std::move(how);
        QCoreApplication::quit();
    });
    person.begin();
    QCoreApplication::exec();
    reached = session.state();
    if (failure)
        return tl::unexpected(std::move(*failure));
    return keepRecord(session, options);
}

} // namespace

int activate(const ActivateOptions &options)
{
    State reached;
    const auto outcome = run(options, reached);
    if (outcome)
        return exitOk;
    const auto &failure = outcome.error();
    const bool told = reached.failure && reached.failure->code == failure.code;
    if (options.json && !told) { // found here, not by the journey
        reached.failure = failure;
        printLine({.at = SystemClock().now(), .event = Failed{failure}, .after = reached});
    }
    return tellFailure(failure, options.language, std::cerr);
}

} // namespace smartca::cli
