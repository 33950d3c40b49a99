// SPDX-License-Identifier: Apache-2.0
#include "cli/failure_text.h"

#include <ostream>

namespace smartca::cli {
namespace {

constexpr Bilingual forIntegrators{"Cho bên tích hợp: ", "For integrators: "};

} // namespace

int tellFailure(const Failure &failure, Language language, std::ostream &errors)
{
    const auto text = describeForCommandLine(failure, language);
    errors << codeText(failure.code) << ": " << text.title << '.';
    for (const auto &sentence : {text.why, text.action})
        if (!sentence.empty())
            errors << ' ' << sentence;
    if (const auto note = integratorNote(failure, language))
        errors << "\n  " << forIntegrators.in(language) << *note;
    errors << std::endl;
    return exitFailed;
}

} // namespace smartca::cli
