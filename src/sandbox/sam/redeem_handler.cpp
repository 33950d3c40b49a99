// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "base/failpoint.h"
#include "crypto/random.h"
#include "sandbox/accounts/redemption.h"
#include "sandbox/accounts/refusals.h"
#include "sandbox/mail/outbox.h"
#include "sandbox/sam/app_version.h"
#include "sandbox/sam/ending.h"
#include "sandbox/sam/handlers.h"
#include "sandbox/sam/refusals.h"

namespace smartca::sandbox {
namespace {

/// The keys of an activation that is over, or that this very redemption ends, are not taken into another. Who
/// comes again with the code of an activation that goes on keeps its keys.
bool areKeysSpent(Session &session, const Redemption &redemption, const std::string &deviceId)
{
    return activations::isDeviceRevoked(session, deviceId) ||
           (redemption.first && activations::isDeviceRegistered(session, deviceId, redemption.subscriber));
}

Result<Redemption> redeemed(SamContext &context, const Call &call, const protocol::RedeemRequest &request)
{
    SMARTCA_TRY(const auto keys, redeemKeys(context.parts.hsm, context.parts.accounts, request));
    // Committed by itself: a refusal counts a try, and that must stay.
    SMARTCA_TRY(auto verdict, context.parts.database.transact([&](Session &session) -> Result<RedeemVerdict> {
        auto judged = redeem(session, keys, call.proof.deviceId, call.now);
        if (!judged.refused && areKeysSpent(session, judged.redemption, call.proof.deviceId))
            judged.refused = keysRevoked(); // the code stays good for other keys
        return judged;
    }));
    SMARTCA_FAILPOINT("sam.redeem.judged");
    if (verdict.refused)
        return tl::unexpected(std::move(*verdict.refused));
    return verdict.redemption;
}

Result<ActivationRow> freshRow(SamContext &context, const Call &call, const Redemption &redemption,
                               const protocol::RedeemRequest &request, const std::string &challenge)
{
    ActivationRow row{.id = crypto::randomUuid(),
                      .subscriber = redemption.subscriber,
                      .userId = redemption.userId,
                      .code = redemption.code,
                      .deviceId = call.proof.deviceId,
                      .createdAt = call.now,
                      .endsAt = call.now + activationLifetime,
                      .registrationChallenge = challenge,
                      .device = {},
                      .credentialId = {},
                      .pin = {}};
    SMARTCA_TRY(row.device, sealDevice(context.parts.hsm, row.id, request.device));
    return row;
}

Result<http::Response> answerAbout(SamContext &context, const ActivationRow &row,
                                   const std::string &challenge, const std::string &etag, UtcTime now)
{
    SMARTCA_TRY(const auto subscriber, context.parts.accounts.byId(row.subscriber));
    auto response =
        jsonAnswer(protocol::encode(protocol::RedeemAnswer{.activationId = row.id,
                                                           .userId = row.userId,
                                                           .challenge = challenge,
                                                           .policy = context.policy.activation,
                                                           .avoid = avoidStrings(subscriber.person),
                                                           .serviceTime = now,
                                                           .endsAt = row.endsAt,
                                                           .etag = etag,
                                                           .sandbox = context.policy.sandbox}),
                   etag);
    response.about = row.id;
    return response;
}

/// The same device came again with the same code: the same activation, a fresh challenge.
Result<Reply> again(SamContext &context, const Call &call, const ActivationRow &row,
                    const std::string &challenge)
{
    // touch() raises the version.
    SMARTCA_TRY(auto response,
                answerAbout(context, row, challenge, std::to_string(row.version + 1), call.now));
    return Reply{std::move(response), [row, challenge](Session &session) -> Outcome {
                     SMARTCA_CHECK(activations::touch(session, row, challenge));
                     return {};
                 }};
}

} // namespace

Result<Reply> redeemActivation(SamContext &context, const Call &call)
{
    SMARTCA_TRY(const auto request, protocol::decode<protocol::RedeemRequest>(call.request.body.text()));
    const auto &minimum = context.policy.activation.minimumVersion;
    if (isOlder(request.appVersion, minimum))
        return tl::unexpected(appTooOld(minimum));
    if (request.token.empty())
        SMARTCA_CHECK(context.typedCodes.take(call.proof.deviceId));
    SMARTCA_TRY(const auto redemption, redeemed(context, call, request));
    SMARTCA_TRY(const auto known,
                context.parts.database.read([&](Session &session) -> Result<std::optional<ActivationRow>> {
                    return activations::findByCode(session, redemption.code);
                }));
    const auto challenge = base64UrlEncode(crypto::randomBytes(challengeOctets));
    if (known)
        return again(context, call, *known, challenge);
    SMARTCA_TRY(auto row, freshRow(context, call, redemption, request, challenge));
    SMARTCA_TRY(auto response, answerAbout(context, row, challenge, row.etag(), call.now));
    SMARTCA_TRY(const auto entry, context.evidence.prepare("redeemed", row.id,
                                                           {{"user", row.userId},
                                                            {"device", row.deviceId},
                                                            {"platform", request.device.platform},
                                                            {"appVersion", request.appVersion}}));
    // Nothing is added to it meanwhile: that would want a code, and the last one was just redeemed.
    SMARTCA_TRY(const auto earlier, prepareEndings(context.parts.database, context.evidence, row.subscriber));
    return Reply{std::move(response),
                 [redemption, row = std::move(row), device = request.device, entry, earlier,
                  now = call.now](Session &session) mutable -> Outcome {
                     // A hand-in of the old device in between was first.
                     if (Accounts::stateOf(session, row.subscriber) == AccountState::Active)
                         return tl::unexpected(accountActive());
                     if (Accounts::isLocked(session, row.subscriber)) // staff were quicker
                         return tl::unexpected(accountLocked());
                     // A new code voids what an old one began: keys destroyed, certificate revoked.
                     endAll(session, earlier, now);
                     if (redemption.first)
                         SMARTCA_CHECK(bindCode(session, redemption, row.deviceId, now));
                     activations::insert(session, row);
                     outbox::orderRedeemed(session, row.subscriber, device, now);
                     Evidence::append(session, entry);
                     return {};
                 }};
}

} // namespace smartca::sandbox
