// SPDX-License-Identifier: Apache-2.0
#include "base/secret_bytes.h"
#include "cli/activate.h"
#include "cli/failure_text.h"
#include "cli/input_invalid.h"
#include "cli/status.h"
#include "cli/verify.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

#include <iostream>
#include <span>

namespace {

using namespace smartca;
using namespace smartca::cli;

constexpr auto languageOption = "--lang";
constexpr std::string_view languageAssigned = "--lang=";

void addLanguage(CLI::App &command, std::string &tag)
{
    command.add_option(languageOption, tag, "vi or en")->check(CLI::IsMember({"vi", "en"}));
}

/// Looked for by hand: the parser may have stopped before it came to it.
Language languageAskedFor(std::span<char *const> arguments)
{
    std::string_view before;
    for (const std::string_view word : arguments) {
        if (before == languageOption)
            return languageFromTag(word);
        if (word.starts_with(languageAssigned))
            return languageFromTag(word.substr(languageAssigned.size()));
        before = word;
    }
    return Language::Vietnamese;
}

/// The failure in the language asked for; below it what the parser says, which is English alone.
int tellMistake(const CLI::ParseError &mistake, Language language)
{
    const int exitCode = tellFailure(argumentsInvalid(language), language, std::cerr);
    std::cerr << "  " << mistake.what() << std::endl;
    return exitCode;
}

} // namespace

int main(int argc, char **argv)
{
    hardenProcess();

    CLI::App app("SmartCA on the command line");
    app.set_version_flag("--version", SMARTCA_VERSION);
    app.require_subcommand(1);
    std::string language = "vi";

    ActivateOptions activation;
    std::string out;
    auto *activateCommand = app.add_subcommand(
        "activate",
        R"(Activate an account; {"username","activationCode","password","pin"} on standard input)");
    activateCommand->add_option("--profile", activation.profile, "profile.json of the service")->required();
    activateCommand->add_option("--home", activation.home, "folder of this installation")->required();
    activateCommand->add_option("--out", out, "where to write the signed acceptance record");
    activateCommand->add_flag("--json", activation.json, "one JSON line per event");
    addLanguage(*activateCommand, language);

    StatusOptions standing;
    auto *statusCommand = app.add_subcommand("status", "Say how far this installation is");
    statusCommand->add_option("--home", standing.home, "folder of this installation")->required();
    statusCommand->add_flag("--json", standing.json, "as JSON");
    addLanguage(*statusCommand, language);

    VerifyOptions verification;
    std::string timeStampRoot;
    auto *verifyCommand = app.add_subcommand("verify", "Verify a signed PDF");
    verifyCommand->add_option("file", verification.file, "the signed PDF")->required();
    verifyCommand->add_option("--root", verification.root, "root certificate of the signer")->required();
    verifyCommand->add_option("--tsa-root", timeStampRoot, "root certificate of the time stamp");
    verifyCommand->add_flag("--json", verification.json, "as JSON");
    addLanguage(*verifyCommand, language);

    try {
        app.parse(argc, argv);
    } catch (const CLI::Success &asked) { // for help or the version
        return app.exit(asked);
    } catch (const CLI::ParseError &mistake) {
        return tellMistake(mistake, languageAskedFor({argv, static_cast<std::size_t>(argc)}));
    }
    const auto chosen = languageFromTag(language);
    if (verifyCommand->parsed()) {
        verification.language = chosen;
        if (!timeStampRoot.empty())
            verification.timeStampRoot = timeStampRoot;
        return verify(verification);
    }
    const QCoreApplication application(argc, argv);
    if (statusCommand->parsed()) {
        standing.language = chosen;
        return status(standing);
    }
    activation.language = chosen;
    if (!out.empty())
        activation.out = out;
    return activate(activation);
}
