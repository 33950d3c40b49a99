// SPDX-License-Identifier: Apache-2.0
#include "cli/input_invalid.h"

namespace smartca::cli {

Failure inputInvalid(std::string subject, std::string detail)
{
    FailureFacts facts;
    facts.subject = std::move(subject);
    return Failure{FailureCode::InputInvalid, std::move(detail), std::move(facts)};
}

} // namespace smartca::cli
