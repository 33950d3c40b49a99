// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/accounts/accounts.h"

namespace smartca::sandbox {

constexpr Seconds resendPause{60};
constexpr int resendsPerDay = 5;

/// “Send again”, asked for by any device that knows or guesses a username: the same statements and the same
/// outcome for every name. At most one a minute and five a day of each name, existing or not; what is too
/// much is dropped in silence. The mail itself is made later, by the Postman, and not at all for an account
/// that is active or locked. In the caller's transaction.
void requestResend(Session &session, const crypto::Sha256 &usernameKey, UtcTime now);

} // namespace smartca::sandbox
