// SPDX-License-Identifier: Apache-2.0
#include "journey/activation/transition.h"

namespace smartca::journey::activation {
namespace {

Failure failureOf(FailureCode code, std::string detail)
{
    return {.code = code, .detail = std::move(detail), .facts = {}};
}

} // namespace

bool isTransport(FailureCode code)
{
    using enum FailureCode;
    switch (code) {
    case NoNetwork:
    case ServiceUnreachable:
    case TlsRefused:
    case TimedOut:
    case ClockWrong:
    case ServiceError:
    case ServiceBusy:
    case AnswerMalformed:
    case AnswerNotAuthentic:
    case TooManyRequests:
    case StillInProgress:
        return true;
    default:
        return false;
    }
}

bool isOutOfStep(FailureCode code)
{
    using enum FailureCode;
    switch (code) {
    case StateStale:
    case StepNotAllowed:
    case IdempotencyKeyReused:
    case RegistrationInvalid:
    case SadSequenceStale:
    case SadAlreadyUsed:
    case SadOutcomeUnknown:
    case SadCredentialUnusable:
        return true;
    default:
        return false;
    }
}

bool isBiometric(FailureCode code)
{
    using enum FailureCode;
    return code == BiometricMissing || code == BiometricCancelled || code == BiometricFailed ||
           code == BiometricLockedOut || code == BiometricChanged || code == ScreenLockMissing;
}

bool isAboutPassword(FailureCode code)
{
    using enum FailureCode;
    return code == PasswordWeak || code == PasswordsUnequal || code == PasswordNotAscii ||
           code == PasswordRefused;
}

bool isAboutNewPin(FailureCode code)
{
    return code == FailureCode::PinWeak || code == FailureCode::PinsUnequal;
}

bool isAboutDocument(FailureCode code)
{
    using enum FailureCode;
    return code == RecordUnreadable || code == RecordChanged || code == RecordNotShowable ||
           code == SadHashMismatch || code == SadDocumentMismatch;
}

Failure weakPin(PinRule rule)
{
    auto failure = failureOf(FailureCode::PinWeak, std::string(smartca::nameOf(rule)));
    failure.facts.pinRule = rule;
    return failure;
}

Failure unequalPins()
{
    return failureOf(FailureCode::PinsUnequal, "the second entry differs");
}

Failure certificateHeld()
{
    return failureOf(FailureCode::CertificateHeld, "the service holds the certificate");
}

Failure certificateRefused()
{
    return failureOf(FailureCode::CertificateRefused, "the service refused the certificate");
}

Failure dataWrong()
{
    return failureOf(FailureCode::CertificateDataWrong, "the subscriber found the certificate's data wrong");
}

Failure notHandedIn(const Failure &cause)
{
    auto failure =
        failureOf(FailureCode::NotHandedIn, std::string(codeText(cause.code)) + ": " + cause.detail);
    failure.facts = cause.facts;
    return failure;
}

Failure pinBlocked()
{
    return failureOf(FailureCode::PinBlocked, "the service says that the PIN is blocked");
}

Failure activationEnded()
{
    return failureOf(FailureCode::ActivationEnded, "the service says that the activation has ended");
}

Failure journalAhead(std::string detail)
{
    return failureOf(FailureCode::JournalAhead, std::move(detail));
}

Failure journalForeign(std::string detail)
{
    return failureOf(FailureCode::JournalForeign, std::move(detail));
}

} // namespace smartca::journey::activation
