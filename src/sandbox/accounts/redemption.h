// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/messages.h"
#include "sandbox/accounts/activation_code.h"

namespace smartca::sandbox {

/// docs/protocol.md §6.
constexpr int codeTries = 5;
/// The table of tries and that of wishes for a mail hold at most so many names; the oldest go first,
/// whoever's they are. A name that is kept longer because it is an account's would tell that it is one.
constexpr int namesRemembered = 10'000;

/// Keyed hashes of what a device presents: the HSM's part of redemption, done before the transaction.
struct RedeemKeys {
    crypto::Sha256 username{};
    crypto::Sha256 secret{}; ///< of the code, or of the token
    bool typed = true;       ///< the code, else the token
};
[[nodiscard]] Result<RedeemKeys> redeemKeys(Hsm &hsm, const Accounts &accounts,
                                            const protocol::RedeemRequest &request);

struct Redemption {
    std::int64_t subscriber = 0;
    std::string userId;
    std::int64_t code = 0;
    bool first = false; ///< nobody has redeemed it yet; false: the same device came again
};
/// A refusal is a value, because the try it counted must be committed.
struct RedeemVerdict {
    std::optional<Failure> refused;
    Redemption redemption; ///< when not refused
};

/// Judges and counts; binds nothing. Unknown account and wrong code take
/// the same statements and get the same ACT-104 with the tries left; ACT-105 once typing is closed for this
/// name. To the right code or token: ACT-206 locked, ACT-207 active, ACT-203 expired, ACT-205 other device,
/// ACT-204 used.
[[nodiscard]] RedeemVerdict redeem(Session &session, const RedeemKeys &keys, std::string_view deviceId,
                                   UtcTime now);

/// One compare-and-set of the device's thumbprint into the code's row, in the transaction that makes the
/// activation: so a code is never redeemed without one. ACT-205 when another device was first.
[[nodiscard]] Outcome bindCode(Session &session, const Redemption &redemption, std::string_view deviceId,
                               UtcTime now);

/// The activation that began with this code is over (ended, stopped, blocked): whoever presents it again is
/// told “used”.
void retireCode(Session &session, std::int64_t code, UtcTime now);

/// Tries left for the code as typed by hand, for staff.
[[nodiscard]] int codeTriesLeft(Session &session, const crypto::Sha256 &usernameKey);

} // namespace smartca::sandbox
