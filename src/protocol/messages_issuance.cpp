// SPDX-License-Identifier: Apache-2.0
#include "protocol/fields.h"
#include "protocol/messages.h"

/// The registration and what comes of it: key, certificate, confirmation.
namespace smartca::protocol {
namespace {

using namespace fields;

constexpr std::size_t attestationsMax = 8;
constexpr std::size_t chainMax = 4;
constexpr std::size_t requestMax = 4096;
constexpr std::int64_t longestWait = 86400;

constexpr Names<DataVerdict, 5> verdictNames{
    {"right", "nameWrong", "idNumberWrong", "birthdayWrong", "otherWrong"}};

struct Levels {
    std::string device;
    std::string biometric;
};

Levels readLevels(JsonObject &object)
{
    const auto *json = object.member("levels");
    if (json == nullptr)
        return {};
    JsonObject inner(*json, "levels");
    Levels levels{.device = inner.text("device", 1, idMax), .biometric = inner.text("biometric", 0, idMax)};
    if (auto finished = inner.finish(true); !finished)
        object.refuse("levels", finished.error().detail);
    return levels;
}

/// "biometricKey" is always there: null says that there is none.
std::optional<crypto::PublicKey> readBiometricKey(JsonObject &object)
{
    const auto *json = object.member("biometricKey");
    return json == nullptr || json->is_null() ? std::nullopt : readKey(object, "biometricKey", json);
}

} // namespace

std::string encode(const Registration &message)
{
    return toText({{"v", protocolVersion},
                   {"typ", "reg+jws"},
                   {"aud", message.audience},
                   {"sub", message.userId},
                   {"activationId", message.activationId},
                   {"nonce", message.nonce},
                   {"deviceKey", message.deviceKey.jwk()},
                   {"pinKey", message.pinKey.jwk()},
                   {"biometricKey", message.biometricKey ? message.biometricKey->jwk() : Json(nullptr)},
                   {"levels", {{"device", message.deviceKeyLevel}, {"biometric", message.biometricKeyLevel}}},
                   {"attestations", message.attestations},
                   {"profile", std::string(crypto::nameOf(message.profile))},
                   {"appVersion", message.appVersion},
                   {"iat", writeTime(message.issuedAt)},
                   {"exp", writeTime(message.expiresAt)}});
}

template<>
Result<Registration> decode(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    JsonObject object(json, "registration");
    readVersion(object);
    readTyp(object, "reg+jws");
    auto audience = object.text("aud", 1, audienceMax);
    auto userId = object.text("sub", 1, idMax);
    auto activationId = readUuid(object, "activationId");
    auto nonce = readDigest(object, "nonce");
    auto deviceKey = readKey(object, "deviceKey", object.member("deviceKey"));
    auto pinKey = readKey(object, "pinKey", object.member("pinKey"));
    auto biometricKey = readBiometricKey(object);
    auto levels = readLevels(object);
    auto attestations = object.texts("attestations", attestationsMax, certificateMax);
    const auto profile = readKeyKind(object, "profile");
    auto appVersion = object.text("appVersion", 1, versionMax);
    const auto issuedAt = readTime(object, "iat");
    const auto expiresAt = readTime(object, "exp");
    if (biometricKey.has_value() == levels.biometric.empty())
        object.refuse("levels", "biometric level and biometric key go together");
    // Without both keys there is no registration to finish; the first thing wrong is told either way.
    SMARTCA_CHECK(object.finish(true));
    return Registration{.audience = std::move(audience),
                        .userId = std::move(userId),
                        .activationId = std::move(activationId),
                        .nonce = std::move(nonce),
                        .deviceKey = std::move(*deviceKey),
                        .pinKey = std::move(*pinKey),
                        .biometricKey = std::move(biometricKey),
                        .deviceKeyLevel = std::move(levels.device),
                        .biometricKeyLevel = std::move(levels.biometric),
                        .attestations = std::move(attestations),
                        .profile = profile,
                        .appVersion = std::move(appVersion),
                        .issuedAt = issuedAt,
                        .expiresAt = expiresAt};
}

std::string encode(const EnrolAnswer &message)
{
    return toText({{"v", protocolVersion},
                   {"typ", "enrolled+jws"},
                   {"credentialId", message.credentialId},
                   {"deviceId", message.deviceId},
                   {"spki", writeBytes(message.spki)},
                   {"request", writeBytes(message.request)},
                   {"registrationHash", message.registrationHash},
                   {"iat", writeTime(message.issuedAt)},
                   {"etag", message.etag}});
}

template<>
Result<EnrolAnswer> decode(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    JsonObject object(json, "enrol answer");
    readVersion(object);
    readTyp(object, "enrolled+jws");
    EnrolAnswer message{.credentialId = object.text("credentialId", 1, idMax),
                        .deviceId = readDigest(object, "deviceId"),
                        .spki = object.base64("spki", spkiMax),
                        .request = object.base64("request", requestMax),
                        .registrationHash = readDigest(object, "registrationHash"),
                        .issuedAt = readTime(object, "iat"),
                        .etag = object.text("etag", 1, etagMax)};
    return object.finish(std::move(message));
}

std::string encode(const CertificateAnswer &message)
{
    Json json{{"status", certificateStatus(message.status)}, {"reason", message.reason}};
    if (message.certificate)
        json["certificate"] = writeBytes(*message.certificate);
    auto chain = Json::array();
    for (const auto &certificate : message.chain)
        chain.push_back(writeBytes(certificate));
    json["chain"] = std::move(chain);
    if (message.retryAfter)
        json["retryAfter"] = message.retryAfter->count();
    json["etag"] = message.etag;
    return toText(json);
}

template<>
Result<CertificateAnswer> decode(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    JsonObject object(json, "certificate answer");
    CertificateAnswer message{.status = certificateStatus.read(object, "status"),
                              .reason = object.text("reason", 0, reasonMax),
                              .certificate = object.optionalBase64("certificate", certificateMax),
                              .chain = object.base64s("chain", chainMax, certificateMax),
                              .retryAfter = std::nullopt,
                              .etag = object.text("etag", 1, etagMax)};
    if (const auto seconds = object.optionalInteger("retryAfter", 0, longestWait))
        message.retryAfter = Seconds{*seconds};
    const bool issued = message.status == CertificateStatus::Issued;
    if (issued != message.certificate.has_value() || issued == message.chain.empty())
        object.refuse("certificate", "given with its chain when issued, and only then");
    return object.finish(std::move(message));
}

std::string encode(const ConfirmRequest &message)
{
    return toText({{"serial", message.serial}, {"verdict", verdictNames(message.verdict)}});
}

template<>
Result<ConfirmRequest> decode(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    JsonObject object(json, "confirm request");
    ConfirmRequest message{.serial = readSerial(object, "serial"),
                           .verdict = verdictNames.read(object, "verdict")};
    return object.finish(std::move(message));
}

} // namespace smartca::protocol
