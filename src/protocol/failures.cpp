// SPDX-License-Identifier: Apache-2.0
#include "protocol/failures.h"

namespace smartca::protocol {

Failure answerMalformed(std::string detail)
{
    return {.code = FailureCode::AnswerMalformed, .detail = std::move(detail), .facts = {}};
}

} // namespace smartca::protocol
