// SPDX-License-Identifier: Apache-2.0
#include "journey/activation/transition.h"

namespace smartca::journey::activation {
namespace {

Failure plain(FailureCode code, std::string detail)
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
    auto failure = plain(FailureCode::PinWeak, std::string(smartca::nameOf(rule)));
    failure.facts.pinRule = rule;
    return failure;
}

Failure unequalPins()
{
    return plain(FailureCode::PinsUnequal, "the second entry differs");
}

Failure certificateHeld()
{
    return plain(FailureCode::CertificateHeld, "the service holds the certificate");
}

Failure certificateRefused()
{
    return plain(FailureCode::CertificateRefused, "the service refused the certificate");
}

Failure dataWrong()
{
    return plain(FailureCode::CertificateDataWrong, "the subscriber found the certificate's data wrong");
}

Failure notHandedIn(const Failure &cause)
{
    auto failure = plain(FailureCode::NotHandedIn, std::string(codeText(cause.code)) + ": " + cause.detail);
    failure.facts = cause.facts;
    return failure;
}

Failure pinBlocked()
{
    return plain(FailureCode::PinBlocked, "the service says that the PIN is blocked");
}

Failure activationEnded()
{
    return plain(FailureCode::ActivationEnded, "the service says that the activation has ended");
}

Failure journalAhead(std::string detail)
{
    return plain(FailureCode::JournalAhead, std::move(detail));
}

Failure journalForeign(std::string detail)
{
    return plain(FailureCode::JournalForeign, std::move(detail));
}

} // namespace smartca::journey::activation
