// SPDX-License-Identifier: Apache-2.0
#include "protocol/fields.h"
#include "protocol/messages.h"

#include <cctype>

namespace smartca::protocol {
namespace {

using namespace fields;

constexpr std::size_t detailMax = 512;
constexpr std::size_t subjectMax = 128;
constexpr std::int64_t longestTime = 100LL * 365 * 86400;

/// "ActivationDetailsWrong" → "Activation details wrong": RFC 9457 §3.1.3 wants a title that stays the same
/// from one occurrence to the next; people read the catalogue's texts instead.
std::string titleOf(FailureCode code)
{
    static constexpr std::string_view names[] = {
#define FAILURE(name, code) #name,
#include "base/failure_codes.def"
#undef FAILURE
    };
    std::string title;
    for (const char c : names[static_cast<std::size_t>(code)]) {
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper && !title.empty())
            title.push_back(' ');
        title.push_back(upper && !title.empty() ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return title;
}

std::string typeOf(FailureCode code)
{
    return "urn:smartca:problem:" + std::string(codeText(code));
}

void writeFacts(Json &json, const FailureFacts &facts)
{
    if (facts.triesLeft)
        json["triesLeft"] = *facts.triesLeft;
    if (facts.triesUntilBlocked)
        json["triesUntilBlocked"] = *facts.triesUntilBlocked;
    if (facts.retryAfter)
        json["retryAfter"] = facts.retryAfter->count();
    if (facts.nextLock)
        json["nextLock"] = facts.nextLock->count();
    if (facts.at)
        json["at"] = writeTime(*facts.at);
    if (facts.subject)
        json["subject"] = *facts.subject;
}

std::optional<int> readCount(JsonObject &object, std::string_view name)
{
    const auto count = object.optionalInteger(name, 0, 100);
    return count ? std::optional(static_cast<int>(*count)) : std::nullopt;
}

std::optional<Seconds> readSeconds(JsonObject &object, std::string_view name)
{
    const auto count = object.optionalInteger(name, 0, longestTime);
    return count ? std::optional(Seconds{*count}) : std::nullopt;
}

FailureFacts readFacts(JsonObject &object)
{
    FailureFacts facts;
    facts.triesLeft = readCount(object, "triesLeft");
    facts.triesUntilBlocked = readCount(object, "triesUntilBlocked");
    facts.retryAfter = readSeconds(object, "retryAfter");
    facts.nextLock = readSeconds(object, "nextLock");
    if (const auto at = object.optionalInteger("at", 0, 253402300799))
        facts.at = fromUnixSeconds(*at);
    facts.subject = object.optionalText("subject", 0, subjectMax);
    return facts;
}

} // namespace

int httpStatusOf(FailureCode code)
{
    using enum FailureCode;
    switch (code) {
    case JsonMalformed:
    case FieldInvalid:
    case HttpMalformed:
    case IdempotencyKeyMissing:
    case SadMalformed:
    case NothingFoundInText:
    case LinkRefused:
    case InputInvalid:
        return 400;
    case DpopInvalid:
    case DpopReplayed:
        return 401;
    case ActivationDetailsWrong:
    case CodeTypingClosed:
    case AccountLocked:
    case KeysRevoked:
    case PinWrong:
    case PinBlocked:
    case SadSignatureInvalid:
    case SadNotYours:
    case AppTooOld:
        return 403;
    case PathUnknown:
    case ActivationUnknown:
        return 404;
    case MethodNotAllowed:
        return 405;
    case CodeUsed:
    case CodeOnOtherDevice:
    case AccountAlreadyActive:
    case StillInProgress:
    case StepNotAllowed:
    case CertificateHeld:
    case CertificateRefused:
    case CertificateDataWrong:
    case NotHandedIn:
    case SadChallengeInvalid:
    case SadSequenceStale:
    case SadCredentialUnusable:
    case SadAlreadyUsed:
    case SadOutcomeUnknown:
        return 409;
    case CodeExpired:
    case ActivationEnded:
        return 410;
    case StateStale:
        return 412;
    case BodyTooLarge:
        return 413;
    case PasswordWeak:
    case PasswordsUnequal:
    case PasswordNotAscii:
    case PasswordRefused:
    case PinWeak:
    case PinsUnequal:
    case IdempotencyKeyReused:
    case RegistrationInvalid:
    case CertificateMismatch:
    case RecordUnreadable:
    case RecordChanged:
    case RecordNotShowable:
    case SignatureInvalid:
    case SignatureRefused:
    case SadAlgorithmRefused:
    case SadHashMismatch:
    case SadDocumentMismatch:
        return 422;
    case PinLocked:
        return 423;
    case TooManyRequests:
        return 429;
    case HeaderTooLarge:
        return 431;
    case ServiceBusy:
        return 503;
    // An HSM's failure is never tried again by a machine (docs/protocol.md §1), so it is no 503.
    case HsmUnavailable:
    case ServiceError:
    case RequestRefused:
    case AnswerMalformed:
    case AnswerNotAuthentic:
    case ProfileInvalid:
    // What only an app can meet has no place in an answer.
    case BiometricMissing:
    case BiometricCancelled:
    case BiometricFailed:
    case BiometricLockedOut:
    case BiometricChanged:
    case ScreenLockMissing:
    case KeysNotOnDevice:
    case KeyStoreUnusable:
    case NoNetwork:
    case ServiceUnreachable:
    case TlsRefused:
    case TimedOut:
    case ClockWrong:
    case DiskFull:
    case DiskFailed:
    case HomeInUse:
    case JournalUnreadable:
    case JournalAhead:
    case JournalForeign:
        return 500;
    }
    return 500;
}

std::string encode(const Problem &message)
{
    Json json{{"type", typeOf(message.failure.code)},
              {"title", titleOf(message.failure.code)},
              {"status", message.status},
              {"code", std::string(codeText(message.failure.code))}};
    if (!message.failure.detail.empty())
        json["detail"] = message.failure.detail;
    writeFacts(json, message.failure.facts);
    json["serviceTime"] = writeTime(message.serviceTime);
    return toText(json);
}

template<>
Result<Problem> decode(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    JsonObject object(json, "problem");
    const auto type = object.text("type", 1, subjectMax);
    static_cast<void>(object.text("title", 1, subjectMax));
    const auto status = static_cast<int>(object.integer("status", 400, 599));
    const auto code = failureCodeFromText(object.text("code", 1, 16));
    if (!code)
        object.refuse("code", "not a code this app knows");
    else if (type != typeOf(*code))
        object.refuse("type", "another one than the code's");
    Problem message{.status = status,
                    .failure = {.code = code.value_or(FailureCode{}),
                                .detail = object.optionalText("detail", 0, detailMax).value_or(""),
                                .facts = readFacts(object)},
                    .serviceTime = readTime(object, "serviceTime")};
    return object.finish(std::move(message));
}

} // namespace smartca::protocol
