// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/refusals.h"

namespace smartca::sandbox {
namespace {

FailureFacts about(std::string subject)
{
    FailureFacts facts;
    facts.subject = std::move(subject);
    return facts;
}

FailureFacts triesOf(const protocol::PinTries &tries)
{
    FailureFacts facts;
    facts.triesLeft = tries.triesLeft;
    facts.triesUntilBlocked = tries.triesUntilBlocked;
    facts.retryAfter = tries.retryAfter;
    facts.nextLock = tries.nextLock;
    return facts;
}

} // namespace

Failure proofRefused(std::string subject, std::string detail)
{
    return {
        .code = FailureCode::DpopInvalid, .detail = std::move(detail), .facts = about(std::move(subject))};
}

Failure proofReplayed()
{
    return {.code = FailureCode::DpopReplayed, .detail = "jti was used before", .facts = {}};
}

Failure keysRevoked()
{
    return {
        .code = FailureCode::KeysRevoked, .detail = "the keys of an activation that has ended", .facts = {}};
}

Failure idempotencyKeyMissing()
{
    return {.code = FailureCode::IdempotencyKeyMissing, .detail = "a UUID in quotes is wanted", .facts = {}};
}

Failure idempotencyKeyReused()
{
    return {.code = FailureCode::IdempotencyKeyReused, .detail = "another body under this key", .facts = {}};
}

Failure stillInProgress()
{
    Failure failure{
        .code = FailureCode::StillInProgress, .detail = "the first sending is being worked on", .facts = {}};
    failure.facts.retryAfter = Seconds(1);
    return failure;
}

Failure stateStale()
{
    return {.code = FailureCode::StateStale, .detail = "If-Match names another version", .facts = {}};
}

Failure stepNotAllowed(std::string state)
{
    return {
        .code = FailureCode::StepNotAllowed, .detail = "not in this state", .facts = about(std::move(state))};
}

Failure activationUnknown()
{
    return {
        .code = FailureCode::ActivationUnknown, .detail = "no such activation of this device", .facts = {}};
}

Failure activationEnded()
{
    return {.code = FailureCode::ActivationEnded, .detail = "ended", .facts = {}};
}

Failure activationOver(protocol::ActivationState state)
{
    return state == protocol::ActivationState::Blocked ? pinBlocked() : activationEnded();
}

Failure appTooOld(std::string minimumVersion)
{
    return {.code = FailureCode::AppTooOld,
            .detail = "below the minimum version",
            .facts = about(std::move(minimumVersion))};
}

Failure registrationRefused(std::string detail)
{
    return {.code = FailureCode::RegistrationInvalid, .detail = std::move(detail), .facts = {}};
}

Failure certificateNotYours()
{
    return {
        .code = FailureCode::CertificateMismatch, .detail = "another serial number was issued", .facts = {}};
}

Failure pinWrong(const protocol::PinTries &tries)
{
    return {.code = FailureCode::PinWrong, .detail = "inner signature does not fit", .facts = triesOf(tries)};
}

Failure pinLocked(const protocol::PinTries &tries, UtcTime until)
{
    Failure failure{.code = FailureCode::PinLocked, .detail = "locked", .facts = triesOf(tries)};
    failure.facts.at = until;
    return failure;
}

Failure pinBlocked()
{
    return {.code = FailureCode::PinBlocked, .detail = "blocked, key destroyed", .facts = {}};
}

Failure challengeRefused(std::string subject)
{
    return {.code = FailureCode::SadChallengeInvalid,
            .detail = "not the outstanding challenge, or too late",
            .facts = about(std::move(subject))};
}

Failure sequenceStale()
{
    return {.code = FailureCode::SadSequenceStale, .detail = "seq was used before", .facts = {}};
}

Failure sadNotYours(std::string field)
{
    return {
        .code = FailureCode::SadNotYours, .detail = "names another one", .facts = about(std::move(field))};
}

Failure credentialUnusable(std::string why)
{
    return {.code = FailureCode::SadCredentialUnusable,
            .detail = "the credential cannot sign this",
            .facts = about(std::move(why))};
}

Failure algorithmRefused(std::string field)
{
    return {.code = FailureCode::SadAlgorithmRefused,
            .detail = "not allowed for this key",
            .facts = about(std::move(field))};
}

Failure hashMismatch()
{
    return {
        .code = FailureCode::SadHashMismatch, .detail = "h is not the hash of this transaction", .facts = {}};
}

Failure documentMismatch()
{
    return {.code = FailureCode::SadDocumentMismatch,
            .detail = "dtbd is not the document that was sent",
            .facts = {}};
}

Failure alreadySigned()
{
    return {.code = FailureCode::SadAlreadyUsed,
            .detail = "this hash was signed; GET the signature",
            .facts = {}};
}

Failure outcomeUnknown()
{
    return {.code = FailureCode::SadOutcomeUnknown,
            .detail = "a signature over this hash is under way",
            .facts = {}};
}

Failure handInRefused(std::string why)
{
    return {.code = FailureCode::SignatureRefused,
            .detail = "the signed record is refused",
            .facts = about(std::move(why))};
}

} // namespace smartca::sandbox
