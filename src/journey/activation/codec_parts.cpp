// SPDX-License-Identifier: Apache-2.0
#include "journey/activation/codec_parts.h"

namespace smartca::journey::activation {
namespace {

constexpr std::size_t detailMax = 4096;
constexpr std::int64_t secondsMax = 100LL * 365 * 86400;
constexpr std::int64_t millisecondsMax = 253402300799'999;

/// Cut at a character, not in one: what is written must be UTF-8.
std::string shortened(const std::string &detail)
{
    auto length = std::min(detail.size(), detailMax);
    while (length < detail.size() && length > 0 &&
           (static_cast<unsigned char>(detail[length]) & 0xC0U) == 0x80U)
        --length;
    return detail.substr(0, length);
}

std::optional<int> readCount(JsonObject &object, std::string_view field)
{
    const auto count = object.optionalInteger(field, 0, countMax);
    return count ? std::optional(static_cast<int>(*count)) : std::nullopt;
}

std::optional<Seconds> readSeconds(JsonObject &object, std::string_view field)
{
    const auto count = object.optionalInteger(field, 0, secondsMax);
    return count ? std::optional(Seconds{*count}) : std::nullopt;
}

} // namespace

std::string readId(JsonObject &object, std::string_view field)
{
    return object.text(field, 0, idMax);
}

Json factsToJson(const Facts &facts)
{
    return {{"activationId", facts.activationId},
            {"userId", facts.userId},
            {"biometric", nameIn(biometricRules, facts.biometric)},
            {"biometricKey", facts.biometricKey},
            {"biometricSkipped", facts.biometricSkipped},
            {"credentialId", facts.credentialId},
            {"serial", facts.serial},
            {"transactionId", facts.transactionId},
            {"sequence", facts.sequence},
            {"handedIn", facts.handedIn}};
}

Result<Facts> readFacts(const Json &json)
{
    JsonObject object(json, "facts");
    Facts facts{.activationId = readId(object, "activationId"),
                .userId = readId(object, "userId"),
                .biometric = readName<BiometricRule>(object, "biometric", biometricRules),
                .biometricKey = object.boolean("biometricKey"),
                .biometricSkipped = object.boolean("biometricSkipped"),
                .credentialId = readId(object, "credentialId"),
                .serial = readId(object, "serial"),
                .transactionId = readId(object, "transactionId"),
                .sequence = object.integer("sequence", 0, sequenceMax),
                .handedIn = object.boolean("handedIn")};
    return object.finish(std::move(facts));
}

Json failureToJson(const Failure &failure)
{
    Json json{{"code", std::string(codeText(failure.code))}, {"detail", shortened(failure.detail)}};
    const auto &facts = failure.facts;
    if (facts.triesLeft)
        json["triesLeft"] = *facts.triesLeft;
    if (facts.triesUntilBlocked)
        json["triesUntilBlocked"] = *facts.triesUntilBlocked;
    if (facts.retryAfter)
        json["retryAfter"] = facts.retryAfter->count();
    if (facts.nextLock)
        json["nextLock"] = facts.nextLock->count();
    if (facts.at)
        json["atMillis"] = facts.at->time_since_epoch().count();
    if (facts.pinRule)
        json["pinRule"] = std::string(smartca::nameOf(*facts.pinRule));
    if (facts.subject)
        json["subject"] = *facts.subject;
    return json;
}

std::optional<PinRule> readPinRule(JsonObject &object, std::string_view field)
{
    const auto text = object.optionalText(field, 1, idMax);
    if (!text)
        return std::nullopt;
    const auto rule = pinRuleFromName(*text);
    if (!rule)
        object.refuse(field, "no rule known");
    return rule;
}

Result<Failure> readFailure(const Json &json)
{
    JsonObject object(json, "failure");
    const auto code = failureCodeFromText(object.text("code", 1, idMax));
    if (!code)
        object.refuse("code", "no code known");
    Failure failure{
        .code = code.value_or(FailureCode{}), .detail = object.text("detail", 0, detailMax), .facts = {}};
    failure.facts.triesLeft = readCount(object, "triesLeft");
    failure.facts.triesUntilBlocked = readCount(object, "triesUntilBlocked");
    failure.facts.retryAfter = readSeconds(object, "retryAfter");
    failure.facts.nextLock = readSeconds(object, "nextLock");
    if (const auto at = object.optionalInteger("atMillis", 0, millisecondsMax))
        failure.facts.at = UtcTime{Milliseconds{*at}};
    failure.facts.pinRule = readPinRule(object, "pinRule");
    failure.facts.subject = object.optionalText("subject", 0, detailMax);
    return object.finish(std::move(failure));
}

Json triesToJson(const PinTries &tries)
{
    return {{"triesLeft", tries.triesLeft},
            {"triesUntilBlocked", tries.triesUntilBlocked},
            {"nextLock", tries.nextLock.count()}};
}

PinTries readTries(JsonObject &outer)
{
    const auto *json = outer.member("tries");
    if (json == nullptr)
        return {};
    JsonObject object(*json, "tries");
    PinTries tries{.triesLeft = static_cast<int>(object.integer("triesLeft", 0, countMax)),
                   .triesUntilBlocked = static_cast<int>(object.integer("triesUntilBlocked", 0, countMax)),
                   .nextLock = Seconds{object.integer("nextLock", 0, secondsMax)}};
    if (auto finished = object.finish(true); !finished)
        outer.refuse("tries", finished.error().detail);
    return tries;
}

} // namespace smartca::journey::activation
