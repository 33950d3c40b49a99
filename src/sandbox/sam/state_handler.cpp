// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "base/failpoint.h"
#include "crypto/random.h"
#include "protocol/headers.h"
#include "sandbox/sam/handlers.h"
#include "sandbox/sam/occurrence_table.h"
#include "sandbox/sam/refusals.h"

namespace smartca::sandbox {
namespace {

/// What belongs to an activation beside its row.
struct Belongings {
    std::optional<CertificateRow> certificate;
    std::optional<RegistrationRow> registration;
    std::optional<RecordRow> record;
};

Result<Belongings> belongingsOf(Database &database, const ActivationRow &row)
{
    return database.read([&](Session &session) -> Result<Belongings> {
        Belongings found;
        if (!row.credentialId.empty())
            found.certificate = certificates::find(session, row.credentialId);
        found.registration = credentials::findRegistration(session, row.id);
        found.record = credentials::findRecord(session, row.id);
        return found;
    });
}

protocol::CertificateStatus statusOf(IssuanceStatus status)
{
    switch (status) {
    case IssuanceStatus::Pending:
        return protocol::CertificateStatus::Pending;
    case IssuanceStatus::Held:
        return protocol::CertificateStatus::Held;
    case IssuanceStatus::Issued:
        return protocol::CertificateStatus::Issued;
    case IssuanceStatus::Refused:
    case IssuanceStatus::Revoked:
        break;
    }
    return protocol::CertificateStatus::Refused;
}

} // namespace

Result<protocol::StateAnswer> stateAnswer(SamContext &context, const ActivationRow &row)
{
    const UtcTime now = context.parts.clock.now();
    SMARTCA_TRY(const auto found, belongingsOf(context.parts.database, row));
    protocol::StateAnswer answer;
    answer.state = row.state;
    answer.activationId = row.id;
    answer.userId = row.userId;
    answer.policy = context.policy.activation;
    answer.sequence = row.sequence;
    answer.pin = triesOf(row.pin, now);
    answer.serviceTime = now;
    answer.endsAt = row.endsAt;
    answer.etag = row.etag();
    answer.sandbox = context.policy.sandbox;
    if (row.state == protocol::ActivationState::Redeemed) {
        answer.challenge = row.registrationChallenge;
        SMARTCA_TRY(const auto subscriber, context.parts.accounts.byId(row.subscriber));
        answer.avoid = avoidStrings(subscriber.person);
    }
    if (found.certificate) {
        answer.credentialId = row.credentialId;
        answer.certificateStatus = statusOf(found.certificate->status);
        if (!found.certificate->serial.empty())
            answer.serial = found.certificate->serial;
    }
    if (found.certificate && found.registration && !isOver(row.state)) {
        SMARTCA_TRY(answer.enrolment,
                    signedEnrolment(context, row, *found.certificate, found.registration->hash, now));
    }
    if (found.record)
        answer.transactionId = found.record->transactionId;
    return answer;
}

Result<http::Answer> tellState(SamContext &context, const Call &call)
{
    const auto &row = call.row();
    const auto challenge = base64UrlEncode(crypto::randomBytes(challengeOctets));
    if (row.overdue(call.now))
        SMARTCA_CHECK(endOverdue(context, row));
    SMARTCA_FAILPOINT("sam.state.before");
    SMARTCA_TRY(const auto current,
                context.parts.database.transact([&](Session &session) -> Result<ActivationRow> {
                    return activations::touch(session, row, challenge);
                }));
    SMARTCA_FAILPOINT("sam.state.after");
    // What is due by now is issued by the way, so that the app learns of it in one answer.
    if (current.state == protocol::ActivationState::Enrolled)
        SMARTCA_CHECK(issueWhatIsDue(context, current.id));
    SMARTCA_TRY(const auto fresh,
                context.parts.database.read([&](Session &session) -> Result<std::optional<ActivationRow>> {
                    return activations::find(session, row.id);
                }));
    SMARTCA_TRY(const auto answer, stateAnswer(context, fresh.value_or(current)));
    return jsonAnswer(protocol::encode(answer), fresh.value_or(current));
}

Result<http::Answer> giveRecord(SamContext &context, const Call &call)
{
    const auto &row = call.row();
    if (isOver(row.state))
        return tl::unexpected(activationOver(row.state));
    SMARTCA_TRY(const auto found, belongingsOf(context.parts.database, row));
    if (!found.record)
        return tl::unexpected(stepNotAllowed(std::string(nameOf(row.state))));
    SMARTCA_TRY(const auto document,
                context.parts.hsm.open(SealPurpose::PersonData,
                                       asBytes(contextOf("record", found.record->transactionId)),
                                       found.record->document));
    auto response = http::Response::pdf(toBytes(document.view()));
    response.headers.set(std::string(protocol::transactionHeader), found.record->transactionId);
    response.headers.set("ETag", "\"" + row.etag() + "\"");
    return response;
}

Result<http::Answer> giveSignature(SamContext &context, const Call &call)
{
    const auto &row = call.row();
    if (isOver(row.state))
        return tl::unexpected(activationOver(row.state));
    SMARTCA_TRY(const auto found, belongingsOf(context.parts.database, row));
    if (!found.record)
        return tl::unexpected(stepNotAllowed(std::string(nameOf(row.state))));
    const auto transaction = found.record->transactionId;
    SMARTCA_TRY(const auto occurrence,
                context.parts.database.read([&](Session &session) -> Result<std::optional<OccurrenceRow>> {
                    return occurrences::find(session, transaction);
                }));
    if (!occurrence || occurrence->state != "CONSUMED")
        return tl::unexpected(stepNotAllowed(std::string(nameOf(row.state))));
    SMARTCA_TRY(const auto signature,
                context.parts.hsm.open(SealPurpose::SignedValue, asBytes(contextOf("signature", transaction)),
                                       occurrence->signature));
    const protocol::SignAnswer answer{.signature = toBytes(signature.view()),
                                      .timeStampToken = occurrence->timeStampToken,
                                      .serviceTime = call.now,
                                      .etag = row.etag()};
    return jsonAnswer(protocol::encode(answer), row);
}

} // namespace smartca::sandbox
