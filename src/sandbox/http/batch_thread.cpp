// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/batch_thread.h"

#include <sched.h>

namespace smartca::sandbox::http {

void computeInBatch() noexcept
{
    const sched_param none{};
    static_cast<void>(::sched_setscheduler(0, SCHED_BATCH, &none));
}

} // namespace smartca::sandbox::http
