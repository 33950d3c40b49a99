// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/messages.h"
#include "sandbox/store/database.h"

namespace smartca::sandbox {

enum class MailKind {
    Activation, ///< link, QR code, username, code: the code is made when the mail is composed
    Redeemed,   ///< the code was redeemed: device, time, how to stop it
    Activated,  ///< the account is active
};

/// Orders for mails. Written in the transaction that gives the reason, so that no mail is lost and none tells
/// of what did not happen; composed soon after by the Postman. All run inside the caller's transaction.
namespace outbox {

[[nodiscard]] Migrations migrations();
void orderActivation(Session &session, std::int64_t subscriber, UtcTime now);
/// What a device says of itself is shown as such, shortened and without control characters.
void orderRedeemed(Session &session, std::int64_t subscriber, const protocol::DeviceFacts &device,
                   UtcTime now);
void orderActivated(Session &session, std::int64_t subscriber, const protocol::DeviceFacts &device,
                    UtcTime now);

} // namespace outbox

} // namespace smartca::sandbox
