// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Places where a test may end this process as kill -9 would: before and after each journal write and each
/// request. They exist only when compiled with SMARTCA_FAILPOINTS (presets dev and asan); a release knows
/// neither the function nor the names.
///
///   SMARTCA_FAILPOINT("client.journal.before");
///
/// Their names stand in failpoints.def, and the crash sweep kills at every one of them.
/// SMARTCA_FAILPOINT="client.journal.before:2" ends the process at the second pass (":1" may be left out).
/// SMARTCA_FAILPOINT_LOG=FILE appends a line "client.journal.before" per pass, to learn which places a run
/// goes through.
#ifdef SMARTCA_FAILPOINTS
namespace smartca {
void passFailpoint(const char *name) noexcept;
} // namespace smartca
#define SMARTCA_FAILPOINT(name) ::smartca::passFailpoint(name)
#else
#define SMARTCA_FAILPOINT(name) static_cast<void>(0)
#endif
