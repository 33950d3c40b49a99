// SPDX-License-Identifier: Apache-2.0
#include "pdf/refusal.h"

namespace smartca::pdf {

Failure recordUnreadable(std::string detail)
{
    return Failure{FailureCode::RecordUnreadable, std::move(detail), {}};
}

Failure recordChanged(std::string detail)
{
    return Failure{FailureCode::RecordChanged, std::move(detail), {}};
}

Failure recordNotShowable(std::string subject, std::string detail)
{
    FailureFacts facts;
    facts.subject = std::move(subject);
    return Failure{FailureCode::RecordNotShowable, std::move(detail), std::move(facts)};
}

} // namespace smartca::pdf
