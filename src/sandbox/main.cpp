// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "base/secret_bytes.h"
#include "sandbox/admin/commands.h"
#include "sandbox/command_line.h"

#include <QGuiApplication>

#include <sys/stat.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace smartca;
using namespace smartca::sandbox;

void printLine(const Json &json)
{
    std::puts(toText(json).c_str());
    std::fflush(stdout);
}

int fail(const Failure &failure)
{
    Json json = {{"code", codeText(failure.code)}, {"detail", failure.detail}};
    if (failure.facts.subject)
        json["subject"] = *failure.facts.subject;
    std::fprintf(stderr, "%s\n", toText({{"error", json}}).c_str());
    return 2;
}

/// The signals that end the service: blocked in every thread, waited for in the first.
sigset_t endingSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

/// Standard error holds JSON for whoever started us. Qt's remarks on the desktop that is not here (no
/// XDG_RUNTIME_DIR, …) mean nothing to a service; what is critical is said.
void tellOfQt(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", toText({{"event", "qt"}, {"detail", text.toStdString()}}).c_str());
}

int run(ServeCommand &&command)
{
    const auto ending = endingSignals();
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    // The acceptance record is drawn with Qt's fonts; there is no screen and no window.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(tellOfQt);
    int count = 1;
    char name[] = "smartca-sandbox";
    char *arguments[] = {name, nullptr};
    const QGuiApplication fonts(count, arguments);
    const auto profile = command.options.data / "profile.json";
    const auto service = Service::open(std::move(command.options));
    if (!service)
        return fail(service.error());
    if (const auto started = (*service)->start(); !started)
        return fail(started.error());
    printLine({{"event", "ready"},
               {"url", (*service)->url()},
               {"profile", std::filesystem::absolute(profile).string()}});
    int signal = 0;
    sigwait(&ending, &signal);
    (*service)->stop();
    return 0;
}

Result<Json> carryOut(const StaffCommand &command, const DataFolder &folder)
{
    using Action = StaffCommand::Action;
    const auto &username = command.person.username;
    switch (command.action) {
    case Action::Add:
        return admin::addSubscriber(folder, command.person);
    case Action::Show:
        return admin::showSubscriber(folder, username);
    case Action::List:
        return admin::listSubscribers(folder);
    case Action::Resend:
        return admin::resendMail(folder, username);
    case Action::Lock:
        return admin::lockSubscriber(folder, username);
    case Action::Unlock:
        return command.startAgain ? admin::startAgain(folder, username)
                                  : admin::unlockSubscriber(folder, username);
    case Action::Release:
        return admin::releaseCertificate(folder, username);
    case Action::Refuse:
        return admin::refuseCertificate(folder, username, command.reason);
    case Action::Hold:
        return admin::holdCertificate(folder, username, command.reason);
    case Action::VerifyEvidence:
        break;
    }
    return admin::verifyEvidenceChain(folder);
}

int run(StaffCommand &&command)
{
    const SystemClock clock;
    const auto folder =
        DataFolder::open(command.data, clock, {.mayMake = command.action == StaffCommand::Action::Add});
    if (!folder)
        return fail(folder.error());
    const auto answer = carryOut(command, *folder);
    if (!answer)
        return fail(answer.error());
    printLine(*answer);
    const bool damaged = answer->contains("problems") && !answer->at("problems").empty();
    return damaged ? 1 : 0;
}

int run(NothingToDo &&nothing)
{
    std::fputs(nothing.text.c_str(), nothing.exitCode == 0 ? stdout : stderr);
    return nothing.exitCode;
}

} // namespace

int main(int count, char **arguments)
{
    umask(077);
    (void)hardenProcess();
    return std::visit([](auto &&command) { return run(std::forward<decltype(command)>(command)); },
                      parseCommandLine(count, arguments));
}
