// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "base/failpoint.h"
#include "crypto/random.h"
#include "protocol/envelopes.h"
#include "sandbox/sam/app_version.h"
#include "sandbox/sam/handlers.h"
#include "sandbox/sam/refusals.h"

#include <algorithm>

namespace smartca::sandbox {
namespace {

bool isAcceptable(const SamPolicy &policy, const std::string &level)
{
    return std::find(policy.keyLevels.begin(), policy.keyLevels.end(), level) != policy.keyLevels.end();
}

/// What the signatures do not say: that this registration is for this service, this activation, this moment
/// and allowed.
Outcome checkRegistration(SamContext &context, const Call &call, const protocol::Registration &registration)
{
    const auto &row = call.row();
    const auto &policy = context.policy;
    if (registration.audience != policy.audience())
        return tl::unexpected(registrationRefused("aud names another service"));
    if (registration.userId != row.userId)
        return tl::unexpected(registrationRefused("sub names somebody else"));
    if (registration.activationId != row.id)
        return tl::unexpected(registrationRefused("activationId names another activation"));
    if (row.registrationChallenge.empty() ||
        !crypto::equalConstantTime(asBytes(registration.nonce), asBytes(row.registrationChallenge)))
        return tl::unexpected(registrationRefused("nonce is not the outstanding challenge"));
    if (registration.issuedAt > call.now + clockTolerance || registration.expiresAt <= call.now ||
        registration.expiresAt - registration.issuedAt > challengeLifetime)
        return tl::unexpected(registrationRefused("iat and exp do not hold now"));
    if (registration.profile != policy.activation.keyKind)
        return tl::unexpected(registrationRefused("profile is not the policy's"));
    if (policy.activation.biometric == protocol::BiometricPolicy::Required && !registration.biometricKey)
        return tl::unexpected(registrationRefused("the policy wants a biometric key"));
    if (!isAcceptable(policy, registration.deviceKeyLevel) ||
        (registration.biometricKey && !isAcceptable(policy, registration.biometricKeyLevel)))
        return tl::unexpected(registrationRefused("level of a key is not allowed"));
    // The record will name the level said first.
    SMARTCA_TRY(const auto device, deviceOf(context.parts.hsm, row));
    if (device.keyLevel != registration.deviceKeyLevel)
        return tl::unexpected(registrationRefused("levels.device is not the redeemed one"));
    if (isOlder(registration.appVersion, policy.activation.minimumVersion))
        return tl::unexpected(appTooOld(policy.activation.minimumVersion));
    return {};
}

Result<RegistrationRow> sealRegistration(SamContext &context, const std::string &activation,
                                         const std::string &envelope,
                                         const protocol::Registration &registration)
{
    auto &hsm = context.parts.hsm;
    RegistrationRow row;
    SMARTCA_TRY(row.envelope, hsm.seal(SealPurpose::Registration,
                                       asBytes(contextOf("registration", activation)), asBytes(envelope)));
    SMARTCA_TRY(row.pinKey, hsm.seal(SealPurpose::Registration, asBytes(contextOf("pin-key", activation)),
                                     registration.pinKey.spki()));
    const auto hash = crypto::sha256(asBytes(envelope));
    row.hash.assign(hash.begin(), hash.end());
    return row;
}

/// Everything that comes of an enrolment, made before the one transaction that makes it so.
struct Enrolment {
    CredentialRow credential;
    Bytes request;
    StoredPassword password;
    RegistrationRow registration;
    PreparedEvidence evidence;
};

Result<Enrolment> makeEnrolment(SamContext &context, const Call &call, const protocol::EnrolRequest &request,
                                const protocol::Registration &registration)
{
    const auto &row = call.row();
    auto &hsm = context.parts.hsm;
    Enrolment made;
    SMARTCA_TRY(made.password, context.parts.passwords.make(
                                   request.password, context.policy.activation.password, row.deviceId));
    made.credential = {.id = crypto::randomUuid(),
                       .activation = row.id,
                       .userId = row.userId,
                       .kind = registration.profile,
                       .key = {},
                       .link = {}};
    SMARTCA_TRY(made.credential.key, hsm.generateKey(registration.profile, made.credential.binding()));
    // The request names the credential, not the person: the CA knows who it is for.
    SMARTCA_TRY(made.request,
                hsm.certificationRequest(made.credential.key, made.credential.binding(), made.credential.id));
    SMARTCA_TRY(made.registration, sealRegistration(context, row.id, request.registration, registration));
    SMARTCA_TRY(made.evidence, context.evidence.prepare("enrolled", row.id,
                                                        {{"credential", made.credential.id},
                                                         {"registration", request.registration},
                                                         {"spki", base64Encode(made.credential.key.spki)}}));
    return made;
}

} // namespace

Result<std::string> signedEnrolment(SamContext &context, const ActivationRow &row,
                                    const CertificateRow &wanted, BytesView registrationHash,
                                    UtcTime issuedAt)
{
    SMARTCA_TRY(const auto samKey, context.parts.hsm.serviceKey(ServiceKey::SamAnswer));
    const protocol::EnrolAnswer answer{.credentialId = wanted.credentialId,
                                       .deviceId = row.deviceId,
                                       .spki = wanted.spki,
                                       .request = wanted.request,
                                       .registrationHash = base64UrlEncode(registrationHash),
                                       .issuedAt = issuedAt,
                                       .etag = row.etag()};
    return protocol::signAnswer(answer, *samKey);
}

Result<Reply> enrol(SamContext &context, const Call &call)
{
    const auto &row = call.row();
    if (row.state != protocol::ActivationState::Redeemed)
        return tl::unexpected(stepNotAllowed(std::string(nameOf(row.state))));
    SMARTCA_TRY(const auto request, protocol::decode<protocol::EnrolRequest>(call.request.body.text()));
    SMARTCA_TRY(const auto registration,
                protocol::openRegistration(request.registration, call.proof.deviceKey));
    SMARTCA_CHECK(checkRegistration(context, call, registration));
    SMARTCA_TRY(auto made, makeEnrolment(context, call, request, registration));
    SMARTCA_FAILPOINT("sam.enrol.made");
    CertificateRow wanted;
    wanted.credentialId = made.credential.id;
    wanted.subscriber = row.subscriber;
    wanted.dueAt = call.now + context.policy.issuanceDelay;
    wanted.request = made.request;
    wanted.spki = made.credential.key.spki;
    SMARTCA_TRY(const auto jws, signedEnrolment(context, row, wanted, made.registration.hash, call.now));
    return Reply{jsonAnswer(protocol::wrapAnswer("answer", jws), row),
                 [row, made = std::move(made), wanted, now = call.now](Session &session) -> Outcome {
                     // Refused when anything happened in between: a second enrolment, “where am I”, a new
                     // code.
                     SMARTCA_CHECK(activations::advance(session, row, protocol::ActivationState::Enrolled));
                     credentials::insert(session, made.credential);
                     credentials::insertRegistration(session, row.id, made.registration);
                     activations::setCredential(session, row.id, made.credential.id);
                     Passwords::store(session, row.subscriber, made.password, now);
                     certificates::request(session, wanted, now);
                     Evidence::append(session, made.evidence);
                     return {};
                 }};
}

} // namespace smartca::sandbox
