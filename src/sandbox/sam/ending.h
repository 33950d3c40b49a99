// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/sam/activation_table.h"

namespace smartca::sandbox {

/// An activation is over (blocked, stopped, ended): key destroyed, registration gone (D, B and K_pin are
/// believed no more), certificate revoked, code used up. Inside the caller's transaction; harmless when it is
/// over already.
void endActivation(Session &session, const ActivationRow &row, protocol::ActivationState to, UtcTime now);

} // namespace smartca::sandbox
