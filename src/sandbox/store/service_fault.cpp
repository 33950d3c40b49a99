// SPDX-License-Identifier: Apache-2.0
#include "sandbox/store/service_fault.h"

namespace smartca::sandbox {

Failure serviceFault(std::string detail)
{
    return {.code = FailureCode::ServiceError, .detail = std::move(detail), .facts = {}};
}

} // namespace smartca::sandbox
