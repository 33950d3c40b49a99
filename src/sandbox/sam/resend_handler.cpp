// SPDX-License-Identifier: Apache-2.0
#include "sandbox/mail/resend.h"
#include "sandbox/sam/handlers.h"

namespace smartca::sandbox {

Result<Reply> resendMail(SamContext &context, const Call &call)
{
    SMARTCA_TRY(const auto request, protocol::decode<protocol::ResendRequest>(call.request.body.text()));
    SMARTCA_TRY(const auto key, context.parts.accounts.usernameKey(request.username.text()));
    return Reply{http::Response::json("{}", 202), [key, now = call.now](Session &session) -> Outcome {
                     requestResend(session, key, now);
                     return {};
                 }};
}

} // namespace smartca::sandbox
