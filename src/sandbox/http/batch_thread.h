// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace smartca::sandbox::http {

/// Tells the kernel, once for each thread, that the calling one computes (SCHED_BATCH, sched(7)): woken, it
/// waits for a free core instead of taking it from another that computes, so that more of them come to the
/// next commit together. Where the kernel refuses, nothing changes.
void computeInBatch() noexcept;

} // namespace smartca::sandbox::http
