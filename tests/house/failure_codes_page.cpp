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
        {"PRT", "Protocol (integrators see these)"},
        {"PWD", "Password"},
        {"REC", "The document"},
        {"SAD", "Signature activation data (integrators see these)"},
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

void printRow(const FailureEntry &entry)
{
    // Without numbers: passages that need one are left out, as they are on the screen when it is not known.
    const Failure bare{.code = entry.code, .detail = {}, .facts = {}};
    const auto vi = describe(bare, Language::Vietnamese);
    const auto en = describe(bare, Language::English);
    std::cout << "| `" << codeText(entry.code) << "` | **" << en.title << "**. " << en.why << ' ' << en.action
              << " | **" << vi.title << "**. " << vi.why << ' ' << vi.action << " | " << nameOf(entry.retry)
              << " | " << (entry.presentation == Presentation::Inline ? "beside the field" : "own page")
              << " |\n";
}

} // namespace

int main()
{
    std::cout << "# Failure codes\n\n"
                 "Every problem screen, every error of the command line and every problem answer of the "
                 "service carries one of these codes.\n"
                 "A code never changes its meaning and is raised in one place. Printed from "
                 "`src/base/failure_catalogue_*.cpp`; where a number\n"
                 "of tries or a time is known, the text on the screen says it too. “Again?” tells who may "
                 "try the same thing again.\n";
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
