// SPDX-License-Identifier: Apache-2.0
#include "unit/pdf/refused_subject.h"

#include "pdf/showable.h"

namespace smartca::pdf::testing {

std::string subjectOf(BytesView pdf)
{
    const auto facts = checkShowable(pdf);
    if (facts)
        return "shown";
    if (facts.error().code == FailureCode::RecordUnreadable)
        return "unreadable";
    return facts.error().facts.subject.value_or("no subject");
}

} // namespace smartca::pdf::testing
