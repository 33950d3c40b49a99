// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/batch_thread.h"

#include <sched.h>

namespace smartca::sandbox::http {

void computeInBatch() noexcept
{
    const sched_param none{};
    thread_local const int asked = ::sched_setscheduler(0, SCHED_BATCH, &none);
    static_cast<void>(asked);
}

} // namespace smartca::sandbox::http
