// SPDX-License-Identifier: Apache-2.0
#include "protocol/fields.h"

#include "base/encoding.h"
#include "protocol/secret_json.h"

#include <algorithm>

namespace smartca::protocol::fields {
namespace {

constexpr std::int64_t lastTime = 253402300799; // 9999-12-31T23:59:59Z
constexpr std::int64_t longestLock = 100LL * 365 * 86400;
constexpr Names<BiometricPolicy, 2> biometricPolicy{{"required", "optional"}};

bool isLowerHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

} // namespace

UtcTime readTime(JsonObject &object, std::string_view name)
{
    return fromUnixSeconds(object.integer(name, 0, lastTime));
}

std::int64_t writeTime(UtcTime time)
{
    return toUnixSeconds(time);
}

std::string readDigest(JsonObject &object, std::string_view name)
{
    auto text = object.text(name, digestLength, digestLength);
    if (object.good() && !base64UrlDecode(text))
        object.refuse(name, "not base64url");
    return text;
}

bool isUuid(std::string_view text)
{
    if (text.size() != uuidLength)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : !isLowerHex(text[i]))
            return false;
    }
    return true;
}

std::string readUuid(JsonObject &object, std::string_view name)
{
    auto text = object.text(name, uuidLength, uuidLength);
    if (object.good() && !isUuid(text))
        object.refuse(name, "not a UUID");
    return text;
}

std::string readLanguage(JsonObject &object)
{
    auto text = object.text("language", 2, 2);
    if (object.good() && text != "vi" && text != "en")
        object.refuse("language", "neither vi nor en");
    return text;
}

std::optional<std::string> readOptionalSerial(JsonObject &object, std::string_view name)
{
    auto text = object.optionalText(name, 1, serialMax);
    const auto isUpperHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'); };
    if (text && !std::all_of(text->begin(), text->end(), isUpperHex))
        object.refuse(name, "not upper-case hex");
    return text;
}

std::string readSerial(JsonObject &object, std::string_view name)
{
    auto text = readOptionalSerial(object, name);
    if (!text && object.good())
        object.refuse(name, "missing");
    return std::move(text).value_or(std::string());
}

std::string writeBytes(BytesView bytes)
{
    return base64Encode(bytes);
}

void readVersion(JsonObject &object)
{
    static_cast<void>(object.integer("v", protocolVersion, protocolVersion));
}

void readTyp(JsonObject &object, std::string_view typ)
{
    if (object.text("typ", 1, idMax) != typ && object.good())
        object.refuse("typ", "another type");
}

crypto::KeyKind readKeyKind(JsonObject &object, std::string_view name)
{
    const auto text = object.text(name, 1, idMax);
    const auto kind = crypto::keyKindFromName(text);
    if (!kind && object.good())
        object.refuse(name, "no key kind known");
    return kind.value_or(crypto::KeyKind::Rsa3072);
}

std::optional<crypto::PublicKey> readKey(JsonObject &object, std::string_view name, const Json *jwk)
{
    if (jwk == nullptr)
        return std::nullopt;
    auto key = crypto::PublicKey::fromJwk(*jwk);
    if (!key) {
        object.refuse(name, "not a P-256 key");
        return std::nullopt;
    }
    return std::move(*key);
}

Json toJson(const Policy &policy)
{
    return {
        {"password", {{"minLength", policy.password.minLength}, {"maxLength", policy.password.maxLength}}},
        {"pinLength", policy.pinLength},
        {"biometric", biometricPolicy(policy.biometric)},
        {"minimumVersion", policy.minimumVersion},
        {"keyKind", std::string(crypto::nameOf(policy.keyKind))}};
}

Policy readPolicy(JsonObject &object)
{
    const auto *json = object.member("policy");
    if (json == nullptr)
        return {};
    JsonObject inner(*json, "policy");
    Policy policy;
    if (const auto *password = inner.member("password"); password != nullptr) {
        JsonObject rules(*password, "password policy");
        policy.password.minLength = static_cast<int>(rules.integer("minLength", 1, 64));
        policy.password.maxLength = static_cast<int>(rules.integer("maxLength", 1, 128));
        if (!rules.finish(true))
            inner.refuse("password", "unreadable");
    }
    policy.pinLength = static_cast<int>(inner.integer("pinLength", 6, 6));
    policy.biometric = biometricPolicy.read(inner, "biometric");
    policy.minimumVersion = inner.text("minimumVersion", 1, versionMax);
    policy.keyKind = readKeyKind(inner, "keyKind");
    if (auto finished = inner.finish(true); !finished)
        object.refuse("policy", finished.error().detail);
    return policy;
}

Json toJson(const PinTries &tries)
{
    Json json{{"triesLeft", tries.triesLeft},
              {"triesUntilBlocked", tries.triesUntilBlocked},
              {"nextLock", tries.nextLock.count()}};
    if (tries.retryAfter)
        json["retryAfter"] = tries.retryAfter->count();
    return json;
}

PinTries readPinTries(JsonObject &object)
{
    const auto *json = object.member("pin");
    if (json == nullptr)
        return {};
    JsonObject inner(*json, "pin tries");
    PinTries tries{.triesLeft = static_cast<int>(inner.integer("triesLeft", 0, 100)),
                   .triesUntilBlocked = static_cast<int>(inner.integer("triesUntilBlocked", 0, 100)),
                   .nextLock = Seconds{inner.integer("nextLock", 0, longestLock)},
                   .retryAfter = std::nullopt};
    if (const auto retryAfter = inner.optionalInteger("retryAfter", 0, longestLock))
        tries.retryAfter = Seconds{*retryAfter};
    if (auto finished = inner.finish(true); !finished)
        object.refuse("pin", finished.error().detail);
    return tries;
}

std::vector<SecretBytes> readAvoid(JsonObject &object)
{
    return takeSecrets(object, "avoid", avoidMax, avoidLengthMax);
}

Json toJson(const std::vector<SecretBytes> &avoid)
{
    auto list = Json::array();
    for (const auto &digits : avoid)
        list.push_back(std::string(digits.text()));
    return list;
}

} // namespace smartca::protocol::fields
