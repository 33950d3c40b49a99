// SPDX-License-Identifier: Apache-2.0
#include "protocol/fields.h"
#include "protocol/messages.h"
#include "protocol/secret_json.h"

/// Requests 1 and 2, "where am I", and sending the mail again.
namespace smartca::protocol {
namespace {

using namespace fields;

constexpr std::size_t usernameMax = 64;
constexpr std::size_t codeSize = 8;
/// In octets, far above the policy's: what is too long is refused with the password's own code.
constexpr std::size_t passwordMax = 512;
constexpr std::size_t factMax = 128;

constexpr Names<ActivationState, 9> stateNames{
    {"redeemed", "enrolled", "issued", "confirmed", "signed", "active", "stopped", "blocked", "ended"}};

Json toJson(const DeviceFacts &device)
{
    return {{"platform", device.platform},
            {"model", device.model},
            {"osVersion", device.osVersion},
            {"keyLevel", device.keyLevel}};
}

DeviceFacts readDevice(JsonObject &object)
{
    const auto *json = object.member("device");
    if (json == nullptr)
        return {};
    JsonObject inner(*json, "device facts");
    DeviceFacts device{.platform = inner.text("platform", 1, idMax),
                       .model = inner.text("model", 0, factMax),
                       .osVersion = inner.text("osVersion", 0, factMax),
                       .keyLevel = inner.text("keyLevel", 1, idMax)};
    if (auto finished = inner.finish(true); !finished)
        object.refuse("device", finished.error().detail);
    return device;
}

} // namespace

SecretBytes encode(const RedeemRequest &message)
{
    SecretJsonWriter writer(1024);
    writer.text("username", message.username.text());
    if (message.token.empty())
        writer.text("code", message.code.text());
    else
        writer.text("token", message.token.text());
    writer.json("device", toText(toJson(message.device)));
    writer.text("appVersion", message.appVersion);
    writer.text("language", message.language);
    return std::move(writer).finish();
}

template<>
Result<RedeemRequest> decode(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    JsonObject object(json, "redeem request");
    RedeemRequest message{.username = takeSecret(object, "username", 1, usernameMax),
                          .code = takeOptionalSecret(object, "code", codeSize, codeSize),
                          .token = takeOptionalSecret(object, "token", tokenLength, tokenLength),
                          .device = readDevice(object),
                          .appVersion = object.text("appVersion", 1, versionMax),
                          .language = readLanguage(object)};
    if (message.code.empty() == message.token.empty())
        object.refuse("code", "either a code or a token is wanted");
    return object.finish(std::move(message));
}

std::string encode(const RedeemAnswer &message)
{
    return toText({{"activationId", message.activationId},
                   {"userId", message.userId},
                   {"challenge", message.challenge},
                   {"policy", toJson(message.policy)},
                   {"avoid", toJson(message.avoid)},
                   {"serviceTime", writeTime(message.serviceTime)},
                   {"endsAt", writeTime(message.endsAt)},
                   {"etag", message.etag},
                   {"sandbox", message.sandbox}});
}

template<>
Result<RedeemAnswer> decode(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    JsonObject object(json, "redeem answer");
    RedeemAnswer message{.activationId = readUuid(object, "activationId"),
                         .userId = object.text("userId", 1, idMax),
                         .challenge = readDigest(object, "challenge"),
                         .policy = readPolicy(object),
                         .avoid = readAvoid(object),
                         .serviceTime = readTime(object, "serviceTime"),
                         .endsAt = readTime(object, "endsAt"),
                         .etag = object.text("etag", 1, etagMax),
                         .sandbox = object.boolean("sandbox")};
    return object.finish(std::move(message));
}

SecretBytes encode(const EnrolRequest &message)
{
    SecretJsonWriter writer(message.registration.size() + passwordMax + 64);
    writer.text("password", message.password.text());
    writer.text("registration", message.registration);
    return std::move(writer).finish();
}

template<>
Result<EnrolRequest> decode(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    JsonObject object(json, "enrol request");
    EnrolRequest message{.password = takeSecret(object, "password", 1, passwordMax),
                         .registration = object.text("registration", 1, jwsMax)};
    return object.finish(std::move(message));
}

std::string encode(const StateAnswer &message)
{
    Json json{{"state", stateNames(message.state)}, {"activationId", message.activationId},
              {"userId", message.userId},           {"challenge", message.challenge},
              {"policy", toJson(message.policy)},   {"avoid", toJson(message.avoid)}};
    if (message.credentialId)
        json["credentialId"] = *message.credentialId;
    if (message.enrolment)
        json["enrolment"] = *message.enrolment;
    if (message.certificateStatus)
        json["certificateStatus"] = certificateStatus(*message.certificateStatus);
    if (message.serial)
        json["serial"] = *message.serial;
    if (message.transactionId)
        json["transactionId"] = *message.transactionId;
    json["sequence"] = message.sequence;
    json["pin"] = toJson(message.pin);
    json["serviceTime"] = writeTime(message.serviceTime);
    json["endsAt"] = writeTime(message.endsAt);
    json["etag"] = message.etag;
    json["sandbox"] = message.sandbox;
    return toText(json);
}

template<>
Result<StateAnswer> decode(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    JsonObject object(json, "state answer");
    StateAnswer message{.state = stateNames.read(object, "state"),
                        .activationId = readUuid(object, "activationId"),
                        .userId = object.text("userId", 1, idMax),
                        .challenge = object.text("challenge", 0, digestLength),
                        .policy = readPolicy(object),
                        .avoid = readAvoid(object),
                        .credentialId = object.optionalText("credentialId", 1, idMax),
                        .enrolment = object.optionalText("enrolment", 1, jwsMax),
                        .certificateStatus = std::nullopt,
                        .serial = readOptionalSerial(object, "serial"),
                        .transactionId = object.optionalText("transactionId", 1, idMax),
                        .sequence = object.integer("sequence", 0, sequenceMax),
                        .pin = readPinTries(object),
                        .serviceTime = readTime(object, "serviceTime"),
                        .endsAt = readTime(object, "endsAt"),
                        .etag = object.text("etag", 1, etagMax),
                        .sandbox = object.boolean("sandbox")};
    if (const auto status = object.optionalText("certificateStatus", 1, idMax))
        message.certificateStatus = certificateStatus.read(object, "certificateStatus", *status);
    if ((message.state == ActivationState::Redeemed) != (message.challenge.size() == digestLength))
        object.refuse("challenge", "given while redeemed, and only then");
    const bool hasKey =
        message.state >= ActivationState::Enrolled && message.state <= ActivationState::Active;
    if (hasKey != message.enrolment.has_value())
        object.refuse("enrolment", "given from enrolled to active, and only then");
    return object.finish(std::move(message));
}

SecretBytes encode(const ResendRequest &message)
{
    SecretJsonWriter writer(256);
    writer.text("username", message.username.text());
    writer.text("language", message.language);
    return std::move(writer).finish();
}

template<>
Result<ResendRequest> decode(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    JsonObject object(json, "resend request");
    ResendRequest message{.username = takeSecret(object, "username", 1, usernameMax),
                          .language = readLanguage(object)};
    return object.finish(std::move(message));
}

} // namespace smartca::protocol
