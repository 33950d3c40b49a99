// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "base/failpoint.h"
#include "crypto/cms.h"
#include "pdf/signature_field.h"
#include "pdf/verify.h"
#include "protocol/envelopes.h"
#include "sandbox/mail/outbox.h"
#include "sandbox/sam/handlers.h"
#include "sandbox/sam/occurrence_table.h"
#include "sandbox/sam/refusals.h"

namespace smartca::sandbox {
namespace {

struct HandInGround {
    RecordRow record;
    CertificateRow certificate;
    OccurrenceRow occurrence;
};

Result<HandInGround> handInGroundOf(SamContext &context, const ActivationRow &row)
{
    return context.parts.database.read([&](Session &session) -> Result<HandInGround> {
        auto record = credentials::findRecord(session, row.id);
        auto certificate = certificates::find(session, row.credentialId);
        auto occurrence = record ? occurrences::find(session, record->transactionId) : std::nullopt;
        if (!record || !certificate || !occurrence || occurrence->state != "CONSUMED")
            return tl::unexpected(stepNotAllowed(std::string(nameOf(row.state))));
        return HandInGround{std::move(*record), std::move(*certificate), std::move(*occurrence)};
    });
}

std::string problemText(const pdf::VerificationReport &report)
{
    if (report.problems.empty())
        return "not valid";
    return std::string(pdf::describe(report.problems.front(), Language::English));
}

/// The signature in the CMS is the one made here for this certificate, and the time stamp is ours too.
Outcome checkMadeHere(SamContext &context, const HandInGround &ground, BytesView cms)
{
    auto parsed = crypto::parseSignedData(cms);
    if (!parsed)
        return tl::unexpected(handInRefused("CMS: " + parsed.error().detail));
    SMARTCA_TRY(const auto signature,
                context.parts.hsm.open(SealPurpose::SignedValue,
                                       asBytes(contextOf("signature", ground.record.transactionId)),
                                       ground.occurrence.signature));
    if (parsed->signature != toBytes(signature.view()))
        return tl::unexpected(handInRefused("another signature than the one made here"));
    if (parsed->signer.der() != ground.certificate.certificate)
        return tl::unexpected(handInRefused("another certificate than the one issued"));
    if (parsed->timeStampToken != ground.occurrence.timeStampToken)
        return tl::unexpected(handInRefused("another time stamp than the one made here"));
    return {};
}

/// The service fills its own copy of the record: what the app sends is the CMS alone.
Result<Bytes> finishedFile(SamContext &context, const HandInGround &ground,
                           const protocol::HandInRequest &request)
{
    SMARTCA_TRY(const auto document,
                context.parts.hsm.open(SealPurpose::PersonData,
                                       asBytes(contextOf("record", ground.record.transactionId)),
                                       ground.record.document));
    SMARTCA_TRY(const auto slot, pdf::findPreparedSlot(document.view()));
    auto finished = pdf::fillSlot(document.view(), slot, request.cms);
    if (!finished)
        return tl::unexpected(handInRefused("the CMS does not fit the placeholder"));
    if (base64UrlEncode(crypto::sha256(*finished)) != request.documentDigest)
        return tl::unexpected(handInRefused("the finished file has another SHA-256"));
    return finished;
}

Outcome checkFinished(const SamContext &context, BytesView finished)
{
    const auto &root = context.parts.authority.documentRoot();
    const auto report = pdf::verifySignedPdf(finished, {.documentRoot = root, .timeStampRoot = root});
    if (!report.valid)
        return tl::unexpected(handInRefused(problemText(report)));
    return {};
}

Result<std::string> makeReceipt(SamContext &context, const Call &call, const HandInGround &ground,
                                const std::string &digest)
{
    SMARTCA_TRY(const auto samKey, context.parts.hsm.serviceKey(ServiceKey::SamAnswer));
    return protocol::signAnswer(protocol::Receipt{.credentialId = call.row().credentialId,
                                                  .serial = ground.certificate.serial,
                                                  .transactionId = ground.record.transactionId,
                                                  .documentDigest = digest,
                                                  .activatedAt = call.now},
                                *samKey);
}

/// Handed in before, under another idempotency key: the same receipt for the same file.
Result<Reply> handedInBefore(const HandInGround &ground, const ActivationRow &row,
                             const protocol::HandInRequest &request)
{
    if (ground.record.finishedDigest != request.documentDigest)
        return tl::unexpected(handInRefused("another file was handed in before"));
    return Reply{jsonAnswer(protocol::wrapAnswer("receipt", ground.record.receipt), row), {}};
}

} // namespace

Result<Reply> handIn(SamContext &context, const Call &call)
{
    const auto &row = call.row();
    if (row.state != protocol::ActivationState::Signed && row.state != protocol::ActivationState::Active)
        return tl::unexpected(stepNotAllowed(std::string(nameOf(row.state))));
    SMARTCA_TRY(const auto request, protocol::decode<protocol::HandInRequest>(call.request.body.text()));
    SMARTCA_TRY(const auto ground, handInGroundOf(context, row));
    if (row.state == protocol::ActivationState::Active)
        return handedInBefore(ground, row, request);
    SMARTCA_CHECK(checkMadeHere(context, ground, request.cms));
    SMARTCA_TRY(const auto finished, finishedFile(context, ground, request));
    SMARTCA_CHECK(checkFinished(context, finished));
    SMARTCA_TRY(const auto receipt, makeReceipt(context, call, ground, request.documentDigest));
    auto record = ground.record;
    SMARTCA_TRY(record.handedIn,
                context.parts.hsm.seal(SealPurpose::SignedValue,
                                       asBytes(contextOf("cms", record.transactionId)), request.cms));
    record.receipt = receipt;
    record.finishedDigest = request.documentDigest;
    SMARTCA_TRY(const auto device, deviceOf(context.parts.hsm, row));
    SMARTCA_TRY(const auto entry, context.evidence.prepare("active", row.id, {{"receipt", receipt}}));
    return Reply{jsonAnswer(protocol::wrapAnswer("receipt", receipt), row),
                 [row, record, entry, device, now = call.now](Session &session) -> Outcome {
                     SMARTCA_CHECK(activations::advance(session, row, protocol::ActivationState::Active));
                     credentials::setHandedIn(session, record);
                     Accounts::setState(session, row.subscriber, AccountState::Active);
                     outbox::orderActivated(session, row.subscriber, device, now);
                     Evidence::append(session, entry);
                     return {};
                 }};
}

} // namespace smartca::sandbox
