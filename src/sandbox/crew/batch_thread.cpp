// SPDX-License-Identifier: Apache-2.0
#include "sandbox/crew/batch_thread.h"

#include <sched.h>

namespace smartca::sandbox {

void computeInBatch() noexcept
{
    const sched_param none{};
    static_cast<void>(::sched_setscheduler(0, SCHED_BATCH, &none));
}

} // namespace smartca::sandbox
