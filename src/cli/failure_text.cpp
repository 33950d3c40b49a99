// SPDX-License-Identifier: Apache-2.0
#include "cli/failure_text.h"

#include <ostream>

namespace smartca::cli {

int tellFailure(const Failure &failure, Language language, std::ostream &errors)
{
    const auto text = describe(failure, language);
    errors << codeText(failure.code) << ": " << text.title << '.';
    for (const auto &sentence : {text.why, text.action})
        if (!sentence.empty())
            errors << ' ' << sentence;
    errors << std::endl;
    return exitFailed;
}

} // namespace smartca::cli
