// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace smartca::sandbox {

/// Tells the kernel that the calling thread computes (SCHED_BATCH, sched(7)): woken, it waits for a free core
/// instead of taking it from another that computes. Where the kernel refuses, nothing changes.
void computeInBatch() noexcept;

} // namespace smartca::sandbox
