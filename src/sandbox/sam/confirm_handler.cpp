// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "base/failpoint.h"
#include "crypto/cms.h"
#include "crypto/random.h"
#include "pdf/signature_field.h"
#include "protocol/headers.h"
#include "sandbox/ca/subscriber.h"
#include "sandbox/record/record.h"
#include "sandbox/sam/ending.h"
#include "sandbox/sam/handlers.h"
#include "sandbox/sam/refusals.h"

namespace smartca::sandbox {
namespace {

struct IssuedCertificate {
    CredentialRow credential;
    crypto::Certificate certificate;
};

Result<IssuedCertificate> issuedCertificate(SamContext &context, const ActivationRow &row)
{
    return context.parts.database.read([&](Session &session) -> Result<IssuedCertificate> {
        // As the row stands now: another device's redemption may have ended it since this was admitted.
        const auto current = activations::find(session, row.id);
        if (current && isOver(current->state))
            return tl::unexpected(activationOver(current->state));
        const auto certificate = certificates::find(session, row.credentialId);
        auto credential = credentials::find(session, row.credentialId);
        if (!certificate || !credential || certificate->status != IssuanceStatus::Issued)
            return tl::unexpected(stepNotAllowed(std::string(nameOf(row.state))));
        SMARTCA_TRY(auto parsed, crypto::Certificate::fromDer(certificate->certificate));
        return IssuedCertificate{std::move(*credential), std::move(parsed)};
    });
}

Result<RecordFacts> factsOf(SamContext &context, const Call &call, const IssuedCertificate &issued)
{
    const auto &row = call.row();
    SMARTCA_TRY(const auto subscriber, context.parts.accounts.byId(row.subscriber));
    SMARTCA_TRY(const auto device, deviceOf(context.parts.hsm, row));
    const auto &person = subscriber.person;
    const auto idNumber = person.idNumber.empty() ? person.username : person.idNumber;
    const auto uid = identifiersOf(idNumber).uid;
    return RecordFacts{.language = person.language,
                       .number = recordNumber(call.now, row.number),
                       .madeAt = call.now,
                       .subscriberName = person.name,
                       .idNumber = idNumber,
                       .idKind = uid.substr(0, uid.find(':')),
                       .device = device.model + (device.osVersion.empty() ? "" : " · " + device.osVersion),
                       .keyLevel = device.keyLevel,
                       .credentialId = issued.credential.id,
                       .hotline = context.policy.hotline,
                       .certificate = issued.certificate};
}

/// The file as it will be sent and the hash that alone may be signed for it.
struct MadeRecord {
    RecordRow row;
    Bytes document;
};

Result<MadeRecord> makeRecordRow(SamContext &context, const Call &call, const IssuedCertificate &issued)
{
    SMARTCA_TRY(const auto facts, factsOf(context, call, issued));
    MadeRecord made;
    SMARTCA_TRY(made.document, makeRecord(facts));
    SMARTCA_TRY(const auto slot, pdf::findPreparedSlot(made.document));
    made.row.transactionId = crypto::randomUuid();
    made.row.activation = call.row().id;
    made.row.documentDigest = crypto::sha256(made.document);
    made.row.signedHash = crypto::sha256(
        crypto::padesSignedAttributes(pdf::digestAround(made.document, slot), issued.certificate));
    SMARTCA_TRY(made.row.document,
                context.parts.hsm.seal(SealPurpose::PersonData,
                                       asBytes(contextOf("record", made.row.transactionId)), made.document));
    return made;
}

/// The subscriber says that something in the certificate is wrong: nothing will be signed with it.
Result<Reply> stop(SamContext &context, const Call &call, const protocol::ConfirmRequest &request)
{
    const auto &row = call.row();
    auto stopped = row;
    stopped.state = protocol::ActivationState::Stopped;
    ++stopped.version;
    SMARTCA_TRY(const auto answer, stateAnswer(context, stopped));
    SMARTCA_TRY(const auto entry, context.evidence.prepare("stopped", row.id,
                                                           {{"serial", request.serial},
                                                            {"verdict", static_cast<int>(request.verdict)}}));
    return Reply{jsonAnswer(protocol::encode(answer), stopped),
                 [row, entry, now = call.now](Session &session) -> Outcome {
                     SMARTCA_CHECK(activations::advance(session, row, protocol::ActivationState::Stopped));
                     endActivation(session, row, protocol::ActivationState::Stopped, now);
                     Evidence::append(session, entry);
                     return {};
                 }};
}

} // namespace

Result<Reply> confirmCertificate(SamContext &context, const Call &call)
{
    const auto &row = call.row();
    if (row.state != protocol::ActivationState::Issued)
        return tl::unexpected(stepNotAllowed(std::string(nameOf(row.state))));
    SMARTCA_TRY(const auto request, protocol::decode<protocol::ConfirmRequest>(call.request.body.text()));
    SMARTCA_TRY(const auto issued, issuedCertificate(context, row));
    if (request.serial != issued.certificate.serial())
        return tl::unexpected(certificateNotYours());
    if (request.verdict != protocol::DataVerdict::Right)
        return stop(context, call, request);
    SMARTCA_TRY(auto made, makeRecordRow(context, call, issued));
    SMARTCA_FAILPOINT("sam.confirm.made");
    SMARTCA_TRY(const auto entry,
                context.evidence.prepare("confirmed", row.id,
                                         {{"serial", request.serial},
                                          {"transaction", made.row.transactionId},
                                          {"document", base64UrlEncode(made.row.documentDigest)}}));
    auto response = http::Response::pdf(std::move(made.document));
    response.headers.set(std::string(protocol::transactionHeader), made.row.transactionId);
    response.headers.set("ETag", "\"" + row.etag() + "\"");
    return Reply{std::move(response),
                 [row, record = std::move(made.row), entry](Session &session) -> Outcome {
                     SMARTCA_CHECK(activations::advance(session, row, protocol::ActivationState::Confirmed));
                     credentials::insertRecord(session, record);
                     Evidence::append(session, entry);
                     return {};
                 }};
}

} // namespace smartca::sandbox
