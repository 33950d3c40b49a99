// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/hsm/hsm.h"

namespace smartca::sandbox {

/// What log and evidence call an activation: HMAC of its id under an HSM key, 32 hex digits (docs/security.md
/// "What the log says"). Staff see it as "case" of the subscriber and so follow one case without any name.
/// Failure HSM-101.
[[nodiscard]] Result<std::string> pseudonymOf(Hsm &hsm, std::string_view activationId);

} // namespace smartca::sandbox
