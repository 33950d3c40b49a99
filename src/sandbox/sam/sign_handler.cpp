// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "base/failpoint.h"
#include "crypto/certificate_outline.h"
#include "crypto/random.h"
#include "protocol/envelopes.h"
#include "protocol/signing.h"
#include "sandbox/ca/time_stamp_authority.h"
#include "sandbox/sam/ending.h"
#include "sandbox/sam/handlers.h"
#include "sandbox/sam/occurrence_table.h"
#include "sandbox/sam/refusals.h"

namespace smartca::sandbox {
namespace {

/// What the service knows about the transaction that a SAD wants to sign.
struct Ground {
    RegistrationRow registration;
    RecordRow record;
    CredentialRow credential;
    CertificateRow certificate;
};

/// Nothing when the activation is not that far.
std::optional<Ground> findGround(Session &session, const ActivationRow &row)
{
    auto registration = credentials::findRegistration(session, row.id);
    auto record = credentials::findRecord(session, row.id, credentials::Part::WithoutDocument);
    auto credential = credentials::find(session, row.credentialId);
    auto certificate = certificates::find(session, row.credentialId);
    if (!registration || !record || !credential || !certificate)
        return std::nullopt;
    return Ground{std::move(*registration), std::move(*record), std::move(*credential),
                  std::move(*certificate)};
}

/// A request for a signature, its SAD opened before it is admitted, and what the admitting transaction found.
struct SignWork {
    Result<protocol::SignRequest> request;
    Result<protocol::OuterSad> outer;
    std::optional<ChallengeRow> outstanding;
    std::optional<Ground> ground;
};

bool isAtSignature(const ActivationRow &row)
{
    return row.state == protocol::ActivationState::Confirmed ||
           row.state == protocol::ActivationState::Signed;
}

/// The challenge is used up whatever comes of it, together with the proof that asks: an attacker gets one
/// guess per challenge, and challenges are given only to the device.
void takeChallenge(Session &session, const ActivationRow &row, SignWork &work)
{
    if (!isAtSignature(row) || !work.outer)
        return;
    work.outstanding = activations::takeChallenge(session, row.id);
    work.ground = findGround(session, row);
}

Outcome checkChallenge(const std::optional<ChallengeRow> &outstanding, const Call &call,
                       const protocol::Sad &claimed)
{
    if (!outstanding ||
        !crypto::equalConstantTime(outstanding->hash, crypto::sha256(asBytes(claimed.challenge))))
        return tl::unexpected(challengeRefused("unknown"));
    if (claimed.transactionId != outstanding->transactionId)
        return tl::unexpected(challengeRefused("unknown"));
    const bool inTime = call.now < outstanding->expiresAt && call.now < claimed.expiresAt &&
                        claimed.issuedAt <= call.now + clockTolerance &&
                        claimed.issuedAt >= outstanding->issuedAt - clockTolerance &&
                        claimed.expiresAt - claimed.issuedAt <= challengeLifetime;
    if (!inTime)
        return tl::unexpected(challengeRefused("expired"));
    return {};
}

/// A well-formed inner signature that fails is a wrong PIN: counted in the transaction that rejects it, and
/// at nine the key is destroyed there too.
Result<Failure> rejectPin(SamContext &context, const Call &call, const std::string &sad)
{
    const auto &row = call.row();
    SMARTCA_TRY(const auto entry, context.evidence.prepare("pin-wrong", row.id, {{"sad", sad}}));
    SMARTCA_FAILPOINT("sam.pin-wrong.before");
    SMARTCA_TRY(const auto counter,
                context.parts.database.transact([&](Session &session) -> Result<PinCounter> {
                    const auto counted = activations::countWrongPin(session, row.id, call.now);
                    if (isBlocked(counted))
                        endActivation(session, row, protocol::ActivationState::Blocked, call.now);
                    Evidence::append(session, entry);
                    return counted;
                }));
    SMARTCA_FAILPOINT("sam.pin-wrong.after");
    if (isBlocked(counter))
        return pinBlocked();
    const auto tries = triesOf(counter, call.now);
    return counter.lockedUntil ? pinLocked(tries, *counter.lockedUntil) : pinWrong(tries);
}

Outcome checkPin(SamContext &context, const Call &call, const Ground &ground, const protocol::OuterSad &outer,
                 const std::string &sad)
{
    SMARTCA_TRY(const auto spki, context.parts.hsm.open(SealPurpose::Registration,
                                                        asBytes(contextOf("pin-key", call.row().id)),
                                                        ground.registration.pinKey));
    SMARTCA_TRY(const auto pinKey, crypto::PublicKey::fromSpki(spki.view()));
    if (protocol::innerSadIsBy(outer, pinKey))
        return {};
    SMARTCA_TRY(auto verdict, rejectPin(context, call, sad));
    return tl::unexpected(std::move(verdict));
}

/// Whose the SAD is: service, subscriber, device, credential, asking party.
Outcome checkOwnership(const SamContext &context, const ActivationRow &row, const protocol::Sad &sad)
{
    if (sad.audience != context.policy.audience())
        return tl::unexpected(sadNotYours("aud"));
    if (sad.userId != row.userId)
        return tl::unexpected(sadNotYours("sub"));
    if (sad.deviceId != row.deviceId)
        return tl::unexpected(sadNotYours("dev"));
    if (sad.credentialId != row.credentialId)
        return tl::unexpected(sadNotYours("cid"));
    if (sad.relyingParty != protocol::ownRelyingParty)
        return tl::unexpected(sadNotYours("rp"));
    return {};
}

/// Until the record is handed in the credential signs its record and nothing else (docs/protocol.md §2.6).
Outcome checkCredential(SamContext &context, const Call &call, const Ground &ground, const protocol::Sad &sad)
{
    if (sad.type != protocol::SadType::AcceptanceRecord)
        return tl::unexpected(credentialUnusable("only its acceptance record"));
    if (ground.credential.destroyed())
        return tl::unexpected(credentialUnusable("key destroyed"));
    if (ground.certificate.status != IssuanceStatus::Issued)
        return tl::unexpected(credentialUnusable("no valid certificate"));
    SMARTCA_TRY(const auto certificate, crypto::outlineOf(ground.certificate.certificate));
    if (call.now < certificate.notBefore || call.now > certificate.notAfter)
        return tl::unexpected(credentialUnusable("certificate expired"));
    SMARTCA_TRY(const auto link,
                credentialLink(context.parts.hsm, ground.credential, ground.certificate.certificate));
    if (!crypto::equalConstantTime(link, ground.credential.link) ||
        certificate.spki != ground.credential.key.spki)
        return tl::unexpected(credentialUnusable("key and certificate do not belong together"));
    return {};
}

Outcome checkHashes(const Ground &ground, const protocol::Sad &sad)
{
    if (sad.signAlgorithm != protocol::signAlgorithmOf(ground.credential.kind))
        return tl::unexpected(algorithmRefused("alg"));
    if (sad.hashAlgorithm != protocol::sha256Oid)
        return tl::unexpected(algorithmRefused("hal"));
    if (sad.transactionId != ground.record.transactionId)
        return tl::unexpected(sadNotYours("tx"));
    if (sad.hashes.size() != 1 || !crypto::equalConstantTime(sad.hashes.front(), ground.record.signedHash))
        return tl::unexpected(hashMismatch());
    if (sad.documentDigest != base64UrlEncode(ground.record.documentDigest))
        return tl::unexpected(documentMismatch());
    return {};
}

/// The right PIN was given and everything fits: counter, sequence and occurrence move together.
Result<std::int64_t> reserve(SamContext &context, const Call &call, const Ground &ground,
                             const protocol::Sad &sad)
{
    const auto &row = call.row();
    // A device has one writing request at a time: what this process has reserved for it before was signed in
    // its memory and could not be kept, so nobody has it. Of an HSM outside nobody can say so.
    const std::string unseen = context.parts.hsm.signsInThisProcess() ? context.run : "";
    return context.parts.database.transact([&](Session &session) -> Result<std::int64_t> {
        SMARTCA_CHECK(activations::acceptPin(session, row, sad.sequence));
        SMARTCA_TRY(const auto id, occurrences::authorise(session, sad.transactionId, row.credentialId,
                                                          ground.record.signedHash, unseen, call.now));
        if (auto reserved = occurrences::reserve(session, id, context.run); !reserved)
            return tl::unexpected(reserved.error());
        return id;
    });
}

struct Made {
    Bytes signature;
    Bytes token;
    Bytes sealedSignature;
};

/// The one place where a subscriber's key is used. Verified before it leaves, stamped with a nonce from the
/// SAD.
Result<Made> makeSignature(SamContext &context, const Ground &ground, const protocol::Sad &sad)
{
    Made made;
    SMARTCA_TRY(made.signature,
                context.parts.hsm.signDigest(ground.credential.key, ground.credential.binding(),
                                             ground.record.signedHash));
    SMARTCA_TRY(const auto key, crypto::PublicKey::fromSpki(ground.credential.key.spki));
    if (!key.verifyDigest(ground.record.signedHash, made.signature))
        return tl::unexpected(serviceFault("own signature does not verify"));
    SMARTCA_TRY(made.token, makeTimeStamp(context.parts.authority, crypto::sha256(made.signature),
                                          protocol::timeStampNonceOf(sad.challenge)));
    SMARTCA_TRY(made.sealedSignature,
                context.parts.hsm.seal(SealPurpose::SignedValue,
                                       asBytes(contextOf("signature", sad.transactionId)), made.signature));
    return made;
}

void giveBack(SamContext &context, std::int64_t occurrence)
{
    static_cast<void>(context.parts.database.transact([&](Session &session) -> Outcome {
        occurrences::release(session, occurrence);
        return {};
    }));
}

Result<Reply> giveChallenge(Session &session, const Call &call,
                            const Result<protocol::ChallengeRequest> &asked)
{
    const auto &row = call.row();
    if (row.state != protocol::ActivationState::Confirmed)
        return tl::unexpected(stepNotAllowed(std::string(nameOf(row.state))));
    SMARTCA_TRY(const auto &request, asked);
    const auto record = credentials::findRecord(session, row.id, credentials::Part::WithoutDocument);
    if (!record)
        return tl::unexpected(stepNotAllowed(std::string(nameOf(row.state))));
    if (request.transactionId != record->transactionId)
        return tl::unexpected(sadNotYours("tx"));
    if (isLocked(row.pin, call.now))
        return tl::unexpected(pinLocked(triesOf(row.pin, call.now), *row.pin.lockedUntil));
    const auto text = base64UrlEncode(crypto::randomBytes(challengeOctets));
    const ChallengeRow challenge{.hash = crypto::sha256(asBytes(text)),
                                 .transactionId = request.transactionId,
                                 .issuedAt = call.now,
                                 .expiresAt = call.now + challengeLifetime};
    const protocol::ChallengeAnswer answer{.challenge = text,
                                           .sequence = row.sequence + 1,
                                           .pin = triesOf(row.pin, call.now),
                                           .serviceTime = call.now,
                                           .lifetime = challengeLifetime,
                                           .etag = row.etag()};
    return Reply{jsonAnswer(protocol::encode(answer), row),
                 [id = row.id, challenge](Session &its) -> Outcome {
                     activations::setChallenge(its, id, challenge);
                     return {};
                 }};
}

Result<Reply> sign(SamContext &context, const Call &call, const SignWork &work)
{
    const auto &row = call.row();
    if (!isAtSignature(row))
        return tl::unexpected(stepNotAllowed(std::string(nameOf(row.state))));
    // The order is docs/protocol.md §2.6's: each line is a check with a test of its own.
    SMARTCA_TRY(const auto &request, work.request);
    SMARTCA_TRY(const auto &outer, work.outer);
    SMARTCA_FAILPOINT("sam.sign.challenge-consumed");
    SMARTCA_CHECK(checkChallenge(work.outstanding, call, outer.claimed));
    if (isLocked(row.pin, call.now))
        return tl::unexpected(pinLocked(triesOf(row.pin, call.now), *row.pin.lockedUntil));
    if (!work.ground)
        return tl::unexpected(stepNotAllowed(std::string(nameOf(row.state))));
    const auto &ground = *work.ground;
    SMARTCA_CHECK(checkPin(context, call, ground, outer, request.sad));
    const auto &sad = outer.claimed;
    if (sad.sequence <= row.sequence)
        return tl::unexpected(sequenceStale());
    SMARTCA_CHECK(checkOwnership(context, row, sad));
    SMARTCA_CHECK(checkCredential(context, call, ground, sad));
    SMARTCA_CHECK(checkHashes(ground, sad));
    SMARTCA_TRY(const auto occurrence, reserve(context, call, ground, sad));
    SMARTCA_FAILPOINT("sam.sign.reserved");
    auto made = makeSignature(context, ground, sad);
    if (!made) {
        giveBack(context, occurrence); // a definite refusal: nothing left the HSM
        return tl::unexpected(made.error());
    }
    SMARTCA_FAILPOINT("sam.sign.made");
    SMARTCA_TRY(const auto entry, context.evidence.prepare("signed", row.id,
                                                           {{"sad", request.sad},
                                                            {"signature", base64Encode(made->signature)},
                                                            {"timeStamp", base64Encode(made->token)}}));
    const protocol::SignAnswer answer{.signature = made->signature,
                                      .timeStampToken = made->token,
                                      .serviceTime = call.now,
                                      .etag = row.etag()};
    return Reply{jsonAnswer(protocol::encode(answer), row),
                 [id = row.id, occurrence, made = std::move(*made), entry](Session &session) -> Outcome {
                     SMARTCA_CHECK(
                         occurrences::consume(session, occurrence, made.sealedSignature, made.token));
                     Evidence::append(session, entry);
                     return activations::markSigned(session, id);
                 }};
}

} // namespace

Step beginChallenge(SamContext & /*context*/, const Call &call)
{
    return {.look = [asked = protocol::decode<protocol::ChallengeRequest>(call.request.body.text())](
                        Session &session, const Call &its) { return giveChallenge(session, its, asked); },
            .act = {}};
}

Step beginSignature(SamContext &context, const Call &call)
{
    auto request = protocol::decode<protocol::SignRequest>(call.request.body.text());
    auto outer = request ? protocol::openOuterSad(request->sad, call.proof.deviceKey)
                         : tl::unexpected(request.error());
    const auto work = std::make_shared<SignWork>(
        SignWork{.request = std::move(request), .outer = std::move(outer), .outstanding = {}, .ground = {}});
    return {.look =
                [work](Session &session, const Call &its) {
                    takeChallenge(session, its.row(), *work);
                    return std::nullopt;
                },
            .act = [&context, work](const Call &its) { return sign(context, its, *work); }};
}

} // namespace smartca::sandbox
