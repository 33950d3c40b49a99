// SPDX-License-Identifier: Apache-2.0
// Requests 1 to 4 and "where am I": from the code to the certificate and the prepared record.
#include "base/encoding.h"
#include "client/certificate_check.h"
#include "client/effects.h"
#include "client/given_mark.h"
#include "client/http_failure.h"
#include "crypto/pin_key.h"
#include "crypto/random.h"
#include "device/failures.h"
#include "journey/activation/transition.h"
#include "pdf/showable.h"
#include "pdf/signature_field.h"
#include "protocol/envelopes.h"
#include "protocol/failures.h"

namespace smartca::client {
namespace {

using namespace journey::activation;

constexpr Seconds registrationLifetime{120};

BiometricRule ruleOf(const protocol::Policy &policy)
{
    return policy.biometric == protocol::BiometricPolicy::Required ? BiometricRule::Required
                                                                   : BiometricRule::Optional;
}

protocol::DataVerdict verdictOf(WrongData wrong)
{
    switch (wrong) {
    case WrongData::Name:
        return protocol::DataVerdict::NameWrong;
    case WrongData::IdNumber:
        return protocol::DataVerdict::IdNumberWrong;
    case WrongData::Birthday:
        return protocol::DataVerdict::BirthdayWrong;
    case WrongData::Other:
        break;
    }
    return protocol::DataVerdict::OtherWrong;
}

bool isEnrolled(protocol::ActivationState state)
{
    using enum protocol::ActivationState;
    return state == Enrolled || state == Issued || state == Confirmed || state == Signed || state == Active;
}

protocol::DeviceFacts factsOf(EffectContext &context)
{
    const auto &description = context.device.description;
    return {.platform = description.platform,
            .model = description.model,
            .osVersion = description.osVersion,
            .keyLevel = std::string(device::nameOf(context.keys->level()))};
}

/// The registration of docs/protocol.md §2.2. K_pin lives in this function alone.
Result<std::string> registrationOf(EffectContext &context, const Work &work)
{
    auto &keys = *context.keys;
    const auto deviceKey = keys.deviceKey().publicKey();
    SMARTCA_TRY(const auto salt, keys.salt());
    SMARTCA_TRY(auto pinKey,
                crypto::derivePinKey(keys.hardwareHash(), salt, work.secrets.value(SecretSlot::NewPin),
                                     work.state.facts.userId, deviceKey.thumbprint()));
    const auto now = context.service.time().now();
    protocol::Registration registration{.audience = context.profile.audience(),
                                        .userId = work.state.facts.userId,
                                        .activationId = work.state.facts.activationId,
                                        .nonce = work.dossier.challenge,
                                        .deviceKey = deviceKey,
                                        .pinKey = pinKey.publicKey(),
                                        .biometricKey = std::nullopt,
                                        .deviceKeyLevel = std::string(device::nameOf(keys.level())),
                                        .biometricKeyLevel = {},
                                        .attestations = keys.attest(asBytes(work.dossier.challenge)),
                                        .profile = work.dossier.policy ? work.dossier.policy->keyKind
                                                                       : crypto::KeyKind::Rsa3072,
                                        .appVersion = context.appVersion,
                                        .issuedAt = now,
                                        .expiresAt = now + registrationLifetime};
    if (work.biometricKey != nullptr) {
        registration.biometricKey = work.biometricKey->publicKey();
        registration.biometricKeyLevel = device::nameOf(context.device.biometrics->level());
    }
    return protocol::signRegistration(registration, pinKey, work.biometricKey, keys.deviceKey());
}

} // namespace

Result<Events> redeem(EffectContext &context, Work &work)
{
    const protocol::RedeemRequest request{.username = work.secrets.value(SecretSlot::Username).clone(),
                                          .code = work.secrets.has(SecretSlot::Token)
                                                      ? SecretBytes()
                                                      : work.secrets.value(SecretSlot::Code).clone(),
                                          .token = work.secrets.value(SecretSlot::Token).clone(),
                                          .device = factsOf(context),
                                          .appVersion = context.appVersion,
                                          .language = std::string(tagOf(work.language))};
    const auto body = crypto::sha256(protocol::encode(request).view());
    if (context.attemptBody != body) {
        context.attemptBody = body;
        context.attemptKey = crypto::randomUuid(); // other details: another attempt
    }
    // Whose home this is must be known also when the answer is lost.
    const auto before = work.dossier.accountMark;
    SMARTCA_TRY(work.dossier.accountMark,
                accountMark(*context.keys, work.secrets.value(SecretSlot::Username)));
    SMARTCA_CHECK(context.dossiers.save(work.dossier));
    auto redeemed = context.service.redeem(request, context.attemptKey);
    if (!redeemed && !isTransport(redeemed.error().code)) { // nothing was begun with this username
        work.dossier.accountMark = before;
        static_cast<void>(context.dossiers.save(work.dossier));
    }
    SMARTCA_TRY(auto answer, std::move(redeemed));
    work.dossier.policy = answer.policy;
    work.dossier.challenge = answer.challenge;
    work.dossier.sandbox = answer.sandbox;
    work.dossier.endsAt = answer.endsAt;
    work.dossier.etag = answer.etag;
    SMARTCA_TRY(
        work.dossier.codeMark,
        codeMark(*context.keys, work.secrets.value(work.secrets.has(SecretSlot::Token) ? SecretSlot::Token
                                                                                       : SecretSlot::Code)));
    work.avoid = std::move(answer.avoid);
    SMARTCA_CHECK(context.dossiers.save(work.dossier));
    return Events{CodeAccepted{
        .activationId = answer.activationId, .userId = answer.userId, .biometric = ruleOf(answer.policy)}};
}

Result<Events> enrol(EffectContext &context, Work &work)
{
    if (context.outcomeUnknown || !work.dossier.policy || work.dossier.challenge.empty()) {
        SMARTCA_TRY(const auto where, locate(context, work));
        if (isEnrolled(where.state))
            return Events{Enrolled{.credentialId = where.credentialId.value_or("")}};
    }
    SMARTCA_CHECK(context.keys->keepCheckValue());
    SMARTCA_TRY(const auto registration, registrationOf(context, work));
    const protocol::EnrolRequest request{.password = work.secrets.value(SecretSlot::Password).clone(),
                                         .registration = registration};
    SMARTCA_TRY(const auto answer, context.service.enrol({.activationId = work.state.facts.activationId,
                                                          .etag = work.dossier.etag,
                                                          .idempotencyKey = context.attemptKey},
                                                         request));
    if (answer.registrationHash != base64UrlEncode(crypto::sha256(asBytes(registration))) ||
        answer.deviceId != context.keys->deviceKey().publicKey().thumbprint())
        return tl::unexpected(answerNotAuthentic("the answer is to another registration"));
    work.dossier.spki = answer.spki;
    work.dossier.etag = answer.etag;
    work.dossier.challenge.clear();
    work.dossier.waitingSince = context.service.time().now();
    SMARTCA_CHECK(context.dossiers.save(work.dossier));
    return Events{Enrolled{.credentialId = answer.credentialId}};
}

Outcome takeCertificate(EffectContext &context, Work &work, const protocol::CertificateAnswer &answer)
{
    if (!answer.certificate)
        return tl::unexpected(protocol::answerMalformed("issued, but no certificate"));
    auto certificate = crypto::Certificate::fromDer(*answer.certificate);
    if (!certificate)
        return tl::unexpected(protocol::answerMalformed(certificate.error().detail));
    std::vector<crypto::Certificate> chain;
    for (const auto &der : answer.chain) {
        auto one = crypto::Certificate::fromDer(der);
        if (!one)
            return tl::unexpected(protocol::answerMalformed(one.error().detail));
        chain.push_back(std::move(*one));
    }
    SMARTCA_CHECK(checkCertificate(*certificate, chain, context.profile.documentRoot, work.dossier.spki,
                                   context.service.time().now()));
    work.dossier.certificate = std::move(*certificate);
    work.dossier.chain = std::move(chain);
    work.dossier.waitingSince.reset();
    return context.dossiers.save(work.dossier);
}

/// As the service wishes, but neither without a pause nor for so long that a decision of staff goes
/// unnoticed.
Milliseconds restBetweenPolls(const Pace &pace, std::optional<Seconds> wished)
{
    return std::clamp(wished.value_or(pace.gentlePoll), pace.shortestPoll, pace.gentlePoll);
}

Result<Events> awaitCertificate(EffectContext &context, Work &work)
{
    if (!work.dossier.waitingSince)
        work.dossier.waitingSince = context.service.time().now();
    while (true) {
        SMARTCA_TRY(const auto answer,
                    context.service.certificate(work.state.facts.activationId, context.pace.longPoll));
        work.dossier.etag = answer.etag;
        work.dossier.issuanceReason = answer.reason;
        switch (answer.status) {
        case protocol::CertificateStatus::Issued:
            SMARTCA_CHECK(takeCertificate(context, work, answer));
            return Events{CertificateReceived{.serial = work.dossier.certificate->serial()}};
        case protocol::CertificateStatus::Refused:
            work.report(IssuanceReported{Issuance::Refused}, work.dossier);
            return Events{};
        case protocol::CertificateStatus::Held:
            work.report(IssuanceReported{Issuance::Held}, work.dossier);
            break;
        case protocol::CertificateStatus::Pending:
            work.report(IssuanceReported{Issuance::Pending}, work.dossier);
            break;
        }
        if (!context.service.pause(restBetweenPolls(context.pace, answer.retryAfter)))
            return Events{};
    }
}

Outcome takeRecord(EffectContext &context, Work &work, RecordAnswer answer)
{
    SMARTCA_CHECK(pdf::checkShowable(answer.pdf));
    SMARTCA_CHECK(pdf::findPreparedSlot(answer.pdf));
    work.dossier.record = std::make_shared<const Bytes>(std::move(answer.pdf));
    work.dossier.recordTransaction = std::move(answer.transactionId);
    if (!answer.etag.empty())
        work.dossier.etag = std::move(answer.etag);
    return context.dossiers.save(work.dossier);
}

Result<Events> confirmCertificate(EffectContext &context, Work &work, std::optional<WrongData> wrong)
{
    if (context.outcomeUnknown && work.dossier.etag.empty()) {
        SMARTCA_CHECK(locate(context, work));
    }
    const Position at{.activationId = work.state.facts.activationId,
                      .etag = work.dossier.etag,
                      .idempotencyKey = context.attemptKey};
    protocol::ConfirmRequest request{.serial = work.state.facts.serial};
    if (wrong) {
        request.verdict = verdictOf(*wrong);
        SMARTCA_TRY(const auto answer, context.service.reportWrong(at, request));
        work.dossier.etag = answer.etag;
        return Events{DataReported{}};
    }
    SMARTCA_TRY(auto answer, context.service.confirm(at, request));
    const auto transaction = answer.transactionId;
    if (const auto taken = takeRecord(context, work, std::move(answer)); !taken)
        return Events{CertificateConfirmed{}, Failed{taken.error()}};
    return Events{CertificateConfirmed{}, RecordReceived{.transactionId = transaction}};
}

Result<Events> fetchRecord(EffectContext &context, Work &work)
{
    if (!work.dossier.record || work.dossier.recordTransaction.empty()) {
        SMARTCA_TRY(auto answer, context.service.record(work.state.facts.activationId));
        SMARTCA_CHECK(takeRecord(context, work, std::move(answer)));
    }
    return Events{RecordReceived{.transactionId = work.dossier.recordTransaction}};
}

namespace {

/// The signing key, when the answer to the enrolment was lost. TLS alone does not vouch for it: the SAM's
/// signature does, over this device and this credential.
Outcome takeEnrolment(const EffectContext &context, Work &work, const protocol::StateAnswer &where)
{
    if (!where.enrolment)
        return {};
    SMARTCA_TRY(const auto enrolled, protocol::openEnrolAnswer(*where.enrolment, context.profile.samKey));
    const auto &known = work.dossier.spki;
    if (enrolled.deviceId != context.keys->deviceKey().publicKey().thumbprint() ||
        enrolled.credentialId != where.credentialId || (known && *known != enrolled.spki))
        return tl::unexpected(answerNotAuthentic("the state names the key of another enrolment"));
    work.dossier.spki = enrolled.spki;
    return {};
}

} // namespace

Result<protocol::StateAnswer> locate(EffectContext &context, Work &work)
{
    const bool known = !work.state.facts.activationId.empty();
    auto answer = context.service.whereAmI(work.state.facts.activationId);
    if (!answer) {
        const bool unknown = answer.error().facts.subject == codeText(FailureCode::ActivationUnknown);
        return tl::unexpected(unknown ? journalForeign("the service does not know this activation")
                                      : std::move(answer.error()));
    }
    if ((known && answer->activationId != work.state.facts.activationId) ||
        (!work.state.facts.userId.empty() && answer->userId != work.state.facts.userId))
        return tl::unexpected(journalForeign("the service answers for another activation"));
    SMARTCA_CHECK(takeEnrolment(context, work, *answer));
    work.dossier.policy = answer->policy;
    work.dossier.challenge = answer->challenge;
    work.dossier.sandbox = answer->sandbox;
    work.dossier.endsAt = answer->endsAt;
    work.dossier.etag = answer->etag;
    work.dossier.pinTries = answer->pin;
    if (answer->pin.retryAfter)
        work.dossier.pinLockedUntil = answer->serviceTime + *answer->pin.retryAfter;
    else
        work.dossier.pinLockedUntil.reset();
    context.challenge.reset(); // the service voided it
    if (!answer->avoid.empty())
        work.avoid = std::move(answer->avoid);
    return answer;
}

Result<Events> askWhereIAm(EffectContext &context, Work &work)
{
    auto found = locate(context, work);
    if (!found && found.error().code == FailureCode::JournalForeign &&
        work.state.facts.activationId.empty()) {
        // Nothing was redeemed by this device: the home is nobody's yet.
        if (std::exchange(work.dossier.accountMark, std::nullopt)) {
            SMARTCA_CHECK(context.dossiers.save(work.dossier));
        }
        return Events{NothingLocated{}};
    }
    SMARTCA_TRY(const auto where, std::move(found));
    const bool hasCertificate = where.state == protocol::ActivationState::Confirmed ||
                                where.state == protocol::ActivationState::Signed ||
                                where.state == protocol::ActivationState::Active;
    if (hasCertificate && !work.dossier.certificate) {
        SMARTCA_TRY(const auto answer, context.service.certificate(where.activationId, Seconds::zero()));
        SMARTCA_CHECK(takeCertificate(context, work, answer));
    }
    SMARTCA_CHECK(context.dossiers.save(work.dossier));
    return Events{Located{.at = static_cast<Located::At>(where.state),
                          .activationId = where.activationId,
                          .userId = where.userId,
                          .credentialId = where.credentialId.value_or(""),
                          .serial = where.serial.value_or(""),
                          .transactionId = where.transactionId.value_or(""),
                          .sequence = where.sequence,
                          .biometric = ruleOf(where.policy)}};
}

static_assert(static_cast<int>(Located::At::Ended) == static_cast<int>(protocol::ActivationState::Ended));

} // namespace smartca::client
