// SPDX-License-Identifier: Apache-2.0
// Prints docs/failure-codes.md from the catalogue: failure-codes-page > docs/failure-codes.md
#include "base/failure.h"

#include <iostream>
#include <map>
#include <string>

using namespace smartca;

namespace {

const std::map<std::string, std::string> &groups()
{
    static const std::map<std::string, std::string> titles{
        {"ACT", "Activation details"},
        {"APP", "This app"},
        {"BIO", "Biometrics"},
        {"CLI", "Command line"},
        {"CLK", "Clock"},
        {"CRT", "Certificate"},
        {"DSK", "Disk"},
        {"HSM", "The service's security module"},
        {"JRN", "Saved progress"},
        {"KEY", "Keys of this device"},
        {"NET", "The way to the service"},
        {"PIN", "PIN"},
        {"PRT", "Protocol"},
        {"PWD", "Password"},
        {"REC", "The document"},
        {"SAD", "Signature activation data"},
        {"SIG", "The signature"},
        {"SVC", "The service"},
    };
    return titles;
}

std::string_view nameOf(Retry retry)
{
    switch (retry) {
    case Retry::Never:
        return "no";
    case Retry::ByPerson:
        return "by the person";
    case Retry::ByMachine:
        return "by the app, then by the person";
    }
    return "";
}

constexpr Bilingual onCommandLine{"Trên dòng lệnh: ", "Command line: "};
constexpr Bilingual forIntegrators{"Cho bên tích hợp: ", "For integrators: "};

/// Below the text of the screen, in the same cell.
std::string note(const Bilingual &heading, Language language, const std::string &text)
{
    return "<br>_" + std::string(heading.in(language)) + text + "_";
}

std::string cell(const Failure &failure, Language language)
{
    const auto text = describe(failure, language);
    auto cell = "**" + text.title + "**. " + text.why + ' ' + text.action;
    if (catalogueEntry(failure.code).commandLine)
        cell += note(onCommandLine, language, describeForCommandLine(failure, language).action);
    if (const auto forThem = integratorNote(failure, language))
        cell += note(forIntegrators, language, *forThem);
    return cell;
}

void printRow(const FailureEntry &entry)
{
    // Without numbers: passages that need one are left out, as they are on the screen when it is not known.
    const Failure bare{.code = entry.code, .detail = {}, .facts = {}};
    std::cout << "| `" << codeText(entry.code) << "` | " << cell(bare, Language::English) << " | "
              << cell(bare, Language::Vietnamese) << " | " << nameOf(entry.retry) << " | "
              << (entry.presentation == Presentation::Inline ? "beside the field" : "own page") << " |\n";
}

} // namespace

int main()
{
    std::cout
        << "# Failure codes\n\n"
           "Every problem screen, every error of the command line and every problem answer of the "
           "service carries one of these codes.\n"
           "A code never changes its meaning and is raised in one place. Printed from "
           "`src/base/failure_catalogue_*.cpp`; where a number\n"
           "of tries or a time is known, the text on the screen says it too. “Again?” tells who may "
           "try the same thing again. In\n"
           "italics stands what the app does not show: what to do on the command line, where the screen's "
           "text speaks of its buttons, and\n"
           "what only whoever writes a program against the service can use, which the command line prints "
           "on a line of its own.\n";
    std::string group;
    for (const auto code : allFailureCodes()) {
        const auto prefix = std::string(codeText(code).substr(0, 3));
        if (prefix != group) {
            group = prefix;
            std::cout << "\n## " << groups().at(prefix)
                      << "\n\n| Code | English | Tiếng Việt | Again? | Shown |\n|---|---|---|---|---|\n";
        }
        printRow(catalogueEntry(code));
    }
    return 0;
}
