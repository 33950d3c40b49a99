// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace smartca::sandbox::http {

/// Tells the kernel that this thread computes (SCHED_BATCH, sched(7)): woken, it waits until a core is free
/// instead of taking it from another that computes, which lets more of them come to the database together.
/// Threads that read and write stay ahead of it. Where the kernel refuses, nothing changes.
void computeInBatch() noexcept;

} // namespace smartca::sandbox::http
