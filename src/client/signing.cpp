// SPDX-License-Identifier: Apache-2.0
// Requests 5 to 7: challenge, SAD, our own verification of the finished file, hand-in.
#include "protocol/signing.h"

#include "base/encoding.h"
#include "client/certificate_check.h"
#include "client/effects.h"
#include "client/http_failure.h"
#include "crypto/cms.h"
#include "crypto/pin_key.h"
#include "crypto/random.h"
#include "crypto/timestamp.h"
#include "pdf/signature_field.h"
#include "pdf/verify.h"
#include "protocol/envelopes.h"

namespace smartca::client {
namespace {

using namespace journey::activation;

/// docs/protocol.md §7.
constexpr std::chrono::minutes timeStampTolerance{5};
/// A challenge this close to its end is not worth a PIN any more.
constexpr Seconds challengeReserve{5};

Failure signatureInvalid(std::string detail, std::optional<std::string> subject = std::nullopt)
{
    Failure failure{.code = FailureCode::SignatureInvalid, .detail = std::move(detail), .facts = {}};
    failure.facts.subject = std::move(subject);
    return failure;
}

PinTries triesOf(const protocol::PinTries &tries)
{
    return {.triesLeft = tries.triesLeft,
            .triesUntilBlocked = tries.triesUntilBlocked,
            .nextLock = tries.nextLock};
}

/// The octets that are signed: computed here from the very bytes that were shown.
struct ToBeSigned {
    pdf::SignatureSlot slot;
    Bytes attributes; ///< DER, SET OF
    crypto::Sha256 hash{};
};

Result<ToBeSigned> toBeSigned(const Work &work)
{
    if (!work.dossier.record || !work.dossier.certificate)
        return tl::unexpected(signatureInvalid("no record or no certificate at hand"));
    ToBeSigned result;
    SMARTCA_TRY(result.slot, pdf::findPreparedSlot(*work.dossier.record));
    result.attributes = crypto::padesSignedAttributes(pdf::digestAround(*work.dossier.record, result.slot),
                                                      *work.dossier.certificate);
    result.hash = crypto::sha256(result.attributes);
    return result;
}

Position positionOf(const EffectContext &context, const Work &work)
{
    return {.activationId = work.state.facts.activationId,
            .etag = work.dossier.etag,
            .idempotencyKey = context.attemptKey};
}

Outcome askForChallenge(EffectContext &context, Work &work)
{
    SMARTCA_TRY(auto answer, context.service.challenge(positionOf(context, work),
                                                       {.transactionId = work.state.facts.transactionId}));
    work.dossier.etag = answer.etag;
    work.dossier.pinTries = answer.pin;
    work.dossier.pinLockedUntil.reset();
    context.challengeEnds = answer.serviceTime + answer.lifetime;
    context.challenge = std::move(answer);
    return {};
}

Result<protocol::Sad> sadFor(EffectContext &context, const Work &work, const ToBeSigned &tbs)
{
    const auto &facts = work.state.facts;
    const auto now = context.service.time().now();
    const auto keyKind = work.dossier.certificate->publicKey().kind();
    return protocol::Sad{.type = protocol::SadType::AcceptanceRecord,
                         .audience = context.profile.audience(),
                         .userId = facts.userId,
                         .deviceId = context.keys->deviceKey().publicKey().thumbprint(),
                         .credentialId = facts.credentialId,
                         .signAlgorithm = std::string(protocol::signAlgorithmOf(keyKind)),
                         .hashAlgorithm = std::string(protocol::sha256Oid),
                         .hashes = {toBytes(tbs.hash)},
                         .transactionId = facts.transactionId,
                         .relyingParty = std::string(protocol::ownRelyingParty),
                         .documentDigest = base64UrlEncode(crypto::sha256(*work.dossier.record)),
                         .challenge = context.challenge->challenge,
                         .sequence = context.challenge->sequence,
                         .issuedAt = now,
                         .expiresAt = now + context.challenge->lifetime};
}

/// What the SAM's verdict on a PIN says about tries and locks, kept for the sheet.
void keepTries(EffectContext &context, Work &work, const Failure &failure)
{
    const auto &facts = failure.facts;
    if (facts.triesLeft && facts.triesUntilBlocked)
        work.dossier.pinTries = protocol::PinTries{.triesLeft = *facts.triesLeft,
                                                   .triesUntilBlocked = *facts.triesUntilBlocked,
                                                   .nextLock = facts.nextLock.value_or(Seconds::zero()),
                                                   .retryAfter = facts.retryAfter};
    if (failure.code == FailureCode::PinLocked && facts.retryAfter)
        work.dossier.pinLockedUntil = context.service.time().now() + *facts.retryAfter;
}

/// Signature value and time stamp as docs/protocol.md §7 wants them, before anything is kept.
Outcome checkSignature(EffectContext &context, const Work &work, const ToBeSigned &tbs,
                       const protocol::SignAnswer &answer, bool fresh)
{
    if (!work.dossier.certificate->publicKey().verify(tbs.attributes, answer.signature))
        return tl::unexpected(signatureInvalid("the value does not fit the certificate's key"));
    auto stamp = crypto::verifyTimeStamp(answer.timeStampToken, crypto::sha256(answer.signature),
                                         context.profile.timeStampRoot);
    if (!stamp)
        return tl::unexpected(signatureInvalid(stamp.error().detail));
    if (!stamp->nonce || hexEncode(*stamp->nonce) != context.timeStampNonce)
        return tl::unexpected(signatureInvalid("the time stamp's nonce is not ours"));
    const auto now = context.service.time().now();
    const bool late = fresh && stamp->time + timeStampTolerance < now;
    if (late || stamp->time > now + timeStampTolerance)
        return tl::unexpected(signatureInvalid("the time stamp's time is not the service's"));
    if (stamp->time < work.dossier.certificate->notBefore() ||
        stamp->time > work.dossier.certificate->notAfter())
        return tl::unexpected(signatureInvalid("the time stamp lies outside the certificate's validity"));
    return {};
}

Result<Events> takeSignature(EffectContext &context, Work &work, const ToBeSigned &tbs,
                             const protocol::SignAnswer &answer, bool fresh)
{
    SMARTCA_CHECK(checkSignature(context, work, tbs, answer, fresh));
    work.dossier.signature = answer.signature;
    work.dossier.timeStampToken = answer.timeStampToken;
    work.dossier.etag = answer.etag;
    SMARTCA_CHECK(context.dossiers.save(work.dossier));
    return Events{SignatureReceived{}};
}

/// One SAD, one answer. The nonce and the sequence are in the journal before it leaves.
Result<protocol::SignAnswer> sendSad(EffectContext &context, Work &work, const ToBeSigned &tbs)
{
    if (!work.secrets.has(SecretSlot::SigningPin)) // its minute is over; nothing was sent, no try is burned
        return tl::unexpected(timedOut("the signing PIN was kept for its minute and is gone"));
    SMARTCA_TRY(const auto sad, sadFor(context, work, tbs));
    SMARTCA_TRY(const auto salt, context.keys->salt());
    SMARTCA_TRY(auto pinKey, crypto::derivePinKey(context.keys->hardwareHash(), salt,
                                                  work.secrets.value(SecretSlot::SigningPin),
                                                  work.state.facts.userId, sad.deviceId));
    SMARTCA_TRY(const auto envelope, protocol::signSad(sad, pinKey, context.keys->deviceKey()));
    context.timeStampNonce = hexEncode(protocol::timeStampNonceOf(sad.challenge));
    auto journalled = work.state;
    journalled.facts.sequence = sad.sequence;
    SMARTCA_CHECK(saveJournal(context, journalled, nameOf(work.effect)));
    auto answer = context.service.sign(positionOf(context, work), {.sad = envelope});
    context.challenge.reset(); // used up, whatever came of it
    return answer;
}

struct Finished {
    Bytes cms;
    Bytes file;
};

/// The record with its signature in the placeholder; the same octets each time it is built.
Result<Finished> finish(const EffectContext &context, const Work &work)
{
    SMARTCA_TRY(const auto tbs, toBeSigned(work));
    if (!work.dossier.signature || !work.dossier.timeStampToken)
        return tl::unexpected(signatureInvalid("no signature at hand"));
    std::vector<crypto::Certificate> certificates{*work.dossier.certificate};
    for (auto &one : intermediatesOf(work.dossier.chain, context.profile.documentRoot))
        certificates.push_back(std::move(one));
    auto cms = crypto::buildSignedData(tbs.attributes, *work.dossier.signature, certificates,
                                       BytesView(*work.dossier.timeStampToken));
    if (!cms)
        return tl::unexpected(signatureInvalid(cms.error().detail));
    SMARTCA_TRY(auto file, pdf::fillSlot(*work.dossier.record, tbs.slot, *cms));
    return Finished{.cms = std::move(*cms), .file = std::move(file)};
}

} // namespace

Result<Events> requestChallenge(EffectContext &context, Work &work)
{
    if (context.outcomeUnknown) {
        SMARTCA_CHECK(locate(context, work));
    }
    if (const auto asked = askForChallenge(context, work); !asked) {
        keepTries(context, work, asked.error());
        return tl::unexpected(asked.error());
    }
    return Events{
        ChallengeReceived{.sequence = context.challenge->sequence, .tries = triesOf(context.challenge->pin)}};
}

Result<Events> signRecord(EffectContext &context, Work &work)
{
    SMARTCA_CHECK(context.keys->checkPresent()); // before any PIN use: a lost key burns no try
    SMARTCA_TRY(const auto tbs, toBeSigned(work));
    if (context.outcomeUnknown) {
        SMARTCA_TRY(const auto where, locate(context, work));
        if (where.state == protocol::ActivationState::Signed)
            return fetchSignature(context, work);
    }
    if (!context.challenge || context.service.time().now() + challengeReserve > context.challengeEnds) {
        SMARTCA_CHECK(askForChallenge(context, work)); // an expired one is replaced silently
    }
    auto answer = sendSad(context, work, tbs);
    if (!answer && answer.error().code == FailureCode::SadChallengeInvalid) {
        // Voided meanwhile (another start of the app): no try was burned, the PIN is still here.
        context.attemptKey = crypto::randomUuid();
        SMARTCA_CHECK(askForChallenge(context, work));
        answer = sendSad(context, work, tbs);
    }
    if (!answer) {
        keepTries(context, work, answer.error());
        const auto code = answer.error().code;
        if (code == FailureCode::SadHashMismatch || code == FailureCode::SadDocumentMismatch) {
            // What was shown is not the service's document: the next try fetches it again.
            work.dossier.record.reset();
            work.dossier.recordTransaction.clear();
            SMARTCA_CHECK(context.dossiers.save(work.dossier));
        }
        return tl::unexpected(std::move(answer.error()));
    }
    return takeSignature(context, work, tbs, *answer, true);
}

Result<Events> fetchSignature(EffectContext &context, Work &work)
{
    if (work.dossier.signature && work.dossier.timeStampToken && work.dossier.record)
        return Events{SignatureReceived{}};
    SMARTCA_CHECK(fetchRecord(context, work));
    SMARTCA_TRY(const auto tbs, toBeSigned(work));
    SMARTCA_TRY(const auto answer, context.service.storedSignature(work.state.facts.activationId));
    return takeSignature(context, work, tbs, answer, false);
}

Result<Events> verifyRecord(EffectContext &context, Work &work)
{
    SMARTCA_TRY(auto finished, finish(context, work));
    const auto report = pdf::verifySignedPdf(finished.file, {.documentRoot = context.profile.documentRoot,
                                                             .timeStampRoot = context.profile.timeStampRoot});
    if (!report.valid) {
        const auto why = report.problems.empty()
                             ? std::string("not valid")
                             : std::string(pdf::describe(report.problems.front(), Language::English));
        // The stored signature is worth nothing: the next try fetches it again.
        work.dossier.signature.reset();
        work.dossier.timeStampToken.reset();
        return tl::unexpected(signatureInvalid(why, why));
    }
    work.dossier.signedAt = report.signedAt;
    work.dossier.signedRecord = std::make_shared<const Bytes>(std::move(finished.file));
    SMARTCA_CHECK(context.dossiers.save(work.dossier));
    return Events{RecordVerified{}};
}

Result<Events> handIn(EffectContext &context, Work &work)
{
    if (!work.dossier.signedRecord) {
        SMARTCA_CHECK(verifyRecord(context, work));
    }
    if (work.dossier.etag.empty()) {
        SMARTCA_CHECK(locate(context, work));
    }
    SMARTCA_TRY(const auto finished, finish(context, work));
    const protocol::HandInRequest request{.cms = finished.cms,
                                          .documentDigest = base64UrlEncode(crypto::sha256(finished.file))};
    auto answer = context.service.handIn(positionOf(context, work), request);
    if (!answer)
        return tl::unexpected(std::move(answer.error()));
    const auto &receipt = answer->receipt;
    if (receipt.documentDigest != request.documentDigest ||
        receipt.credentialId != work.state.facts.credentialId ||
        receipt.transactionId != work.state.facts.transactionId)
        return tl::unexpected(answerNotAuthentic("the receipt is for something else"));
    work.dossier.receipt = std::move(answer->jws);
    SMARTCA_CHECK(context.dossiers.save(work.dossier));
    return Events{HandInAccepted{}};
}

} // namespace smartca::client
