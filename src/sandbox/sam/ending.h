// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/sam/activation_table.h"
#include "sandbox/sam/evidence.h"

namespace smartca::sandbox {

/// An activation is over (blocked, stopped, ended): key destroyed, registration gone (D, B and K_pin are
/// believed no more), certificate revoked, code used up. Inside the caller's transaction; harmless when it is
/// over already.
void endActivation(Session &session, const ActivationRow &row, protocol::ActivationState to, UtcTime now);

/// An activation that is not over, with the evidence of its end.
struct PreparedEnding {
    ActivationRow row;
    PreparedEvidence entry;
};
/// Of everything that this subscriber's devices began and did not end.
[[nodiscard]] Result<std::vector<PreparedEnding>> prepareEndings(Database &database, const Evidence &evidence,
                                                                 std::int64_t subscriber);
/// Inside the caller's transaction.
void endAll(Session &session, const std::vector<PreparedEnding> &endings, UtcTime now);

} // namespace smartca::sandbox
