// SPDX-License-Identifier: Apache-2.0
#include "protocol/envelopes.h"

#include "base/encoding.h"
#include "protocol/failures.h"
#include "protocol/fields.h"

namespace smartca::protocol {
namespace {

constexpr std::string_view registrationTyp = "reg+jws";
constexpr std::string_view biometricTyp = "bio+jws";
constexpr std::string_view registrationOuterTyp = "reg-dev+jws";
constexpr std::string_view sadTyp = "sad+jws";
constexpr std::string_view sadOuterTyp = "sad-dev+jws";
constexpr std::string_view enrolledTyp = "enrolled+jws";
constexpr std::string_view receiptTyp = "receipt+jws";

Failure registrationInvalid(std::string detail)
{
    return {.code = FailureCode::RegistrationInvalid, .detail = std::move(detail), .facts = {}};
}

Failure sadMalformed(std::string detail)
{
    return {.code = FailureCode::SadMalformed, .detail = std::move(detail), .facts = {}};
}

Failure sadSignatureInvalid(std::string detail)
{
    return {.code = FailureCode::SadSignatureInvalid, .detail = std::move(detail), .facts = {}};
}

crypto::JwsHeader headerOf(std::string_view typ)
{
    return {.typ = std::string(typ), .kid = std::nullopt, .jwk = std::nullopt};
}

crypto::JwsHeader outerHeader(std::string_view typ, const crypto::PublicKey &deviceKey)
{
    return {.typ = std::string(typ), .kid = deviceKey.thumbprint(), .jwk = std::nullopt};
}

/// Verified by D and naming D: {"typ", the named parts}.
Result<crypto::Jws> openOuter(std::string_view envelope, std::string_view typ,
                              const crypto::PublicKey &deviceKey)
{
    SMARTCA_TRY(auto outer, crypto::verifyJws(envelope, typ, deviceKey));
    if (outer.header.kid != deviceKey.thumbprint())
        return tl::unexpected(registrationInvalid("kid is not the device key's"));
    return outer;
}

struct RegistrationParts {
    std::string registration;
    std::optional<std::string> biometric;
};

Result<RegistrationParts> readParts(const Json &payload)
{
    JsonObject object(payload, "registration envelope");
    RegistrationParts parts{.registration = object.text("registration", 1, fields::jwsMax),
                            .biometric = std::nullopt};
    // Present in any case: null says that there is no biometric key, leaving it out says nothing.
    if (const auto *biometric = object.member("biometric"); biometric != nullptr && !biometric->is_null())
        parts.biometric = object.text("biometric", 1, fields::jwsMax);
    return object.finish(std::move(parts));
}

Json biometricPayload(BytesView registration)
{
    return {{"v", protocolVersion}, {"registrationHash", base64UrlEncode(crypto::sha256(registration))}};
}

/// B signed the very octets that K_pin signed.
Outcome checkBiometric(const std::string &jws, const crypto::PublicKey &key, BytesView registration)
{
    SMARTCA_TRY(const auto signature, crypto::verifyJws(jws, biometricTyp, key));
    JsonObject object(signature.payload, "biometric signature");
    fields::readVersion(object);
    const auto hash = fields::readDigest(object, "registrationHash");
    if (hash != base64UrlEncode(crypto::sha256(registration)))
        object.refuse("registrationHash", "another registration's");
    SMARTCA_CHECK(object.finish(true));
    return {};
}

/// One key in two roles would let a single factor stand for two.
bool keysDiffer(const Registration &registration)
{
    const auto &device = registration.deviceKey;
    const auto &pin = registration.pinKey;
    const auto &biometric = registration.biometricKey;
    return !(device == pin) && !(biometric && (*biometric == device || *biometric == pin));
}

/// Everything but the outer signature; failures still bear the codes of what found them.
Result<Registration> openParts(const crypto::Jws &outer, const crypto::PublicKey &deviceKey)
{
    SMARTCA_TRY(const auto parts, readParts(outer.payload));
    SMARTCA_TRY(const auto unverified, crypto::readUnverifiedJws(parts.registration, registrationTyp));
    SMARTCA_TRY(auto registration, decode<Registration>(asText(unverified.payloadRaw)));
    SMARTCA_CHECK(crypto::verifyJws(parts.registration, registrationTyp, registration.pinKey));
    if (!(registration.deviceKey == deviceKey))
        return tl::unexpected(registrationInvalid("names another device key"));
    if (!keysDiffer(registration))
        return tl::unexpected(registrationInvalid("one key in two roles"));
    if (registration.biometricKey.has_value() != parts.biometric.has_value())
        return tl::unexpected(registrationInvalid("biometric key and signature go together"));
    if (parts.biometric)
        SMARTCA_CHECK(checkBiometric(*parts.biometric, *registration.biometricKey, unverified.payloadRaw));
    return registration;
}

Result<std::string> signPayload(std::string_view typ, const std::string &payload, crypto::Signer &key)
{
    return crypto::signJws(key, headerOf(typ), asBytes(payload));
}

template<class Answer>
Result<Answer> openAnswer(std::string_view jws, std::string_view typ, const crypto::PublicKey &samKey)
{
    auto opened = crypto::verifyJws(jws, typ, samKey);
    if (!opened && opened.error().code == FailureCode::AnswerNotAuthentic)
        return tl::unexpected(std::move(opened).error());
    if (!opened)
        return tl::unexpected(answerMalformed(opened.error().detail));
    auto answer = decode<Answer>(asText(opened->payloadRaw));
    if (!answer)
        return tl::unexpected(answerMalformed(answer.error().detail));
    return answer;
}

} // namespace

Result<std::string> signRegistration(const Registration &registration, crypto::Signer &pinKey,
                                     crypto::Signer *biometricKey, crypto::Signer &deviceKey)
{
    const auto payload = encode(registration);
    SMARTCA_TRY(const auto inner, signPayload(registrationTyp, payload, pinKey));
    Json envelope{{"registration", inner}, {"biometric", nullptr}};
    if (biometricKey != nullptr) {
        SMARTCA_TRY(const auto signature, crypto::signJws(*biometricKey, headerOf(biometricTyp),
                                                          biometricPayload(asBytes(payload))));
        envelope["biometric"] = signature;
    }
    return crypto::signJws(deviceKey, outerHeader(registrationOuterTyp, deviceKey.publicKey()), envelope);
}

Result<Registration> openRegistration(std::string_view envelope, const crypto::PublicKey &deviceKey)
{
    auto registration =
        openOuter(envelope, registrationOuterTyp, deviceKey).and_then([&](const crypto::Jws &outer) {
            return openParts(outer, deviceKey);
        });
    if (!registration)
        return tl::unexpected(registrationInvalid(registration.error().detail));
    return registration;
}

Result<std::string> signSad(const Sad &sad, crypto::Signer &pinKey, crypto::Signer &deviceKey)
{
    SMARTCA_TRY(const auto inner, signPayload(sadTyp, encode(sad), pinKey));
    return crypto::signJws(deviceKey, outerHeader(sadOuterTyp, deviceKey.publicKey()), Json{{"sad", inner}});
}

Result<OuterSad> openOuterSad(std::string_view envelope, const crypto::PublicKey &deviceKey)
{
    auto outer = openOuter(envelope, sadOuterTyp, deviceKey);
    if (!outer && outer.error().code == FailureCode::JsonMalformed)
        return tl::unexpected(sadMalformed(outer.error().detail));
    if (!outer)
        return tl::unexpected(sadSignatureInvalid(outer.error().detail));
    JsonObject object(outer->payload, "SAD envelope");
    auto inner = object.finish(object.text("sad", 1, fields::jwsMax));
    if (!inner)
        return tl::unexpected(sadMalformed(inner.error().detail));
    const auto unverified = crypto::readUnverifiedJws(*inner, sadTyp);
    if (!unverified)
        return tl::unexpected(sadMalformed(unverified.error().detail));
    auto claimed = decode<Sad>(asText(unverified->payloadRaw));
    if (!claimed)
        return tl::unexpected(sadMalformed(claimed.error().detail));
    return OuterSad{.inner = std::move(*inner), .claimed = std::move(*claimed)};
}

bool innerSadIsBy(const OuterSad &sad, const crypto::PublicKey &pinKey)
{
    return crypto::verifyJws(sad.inner, sadTyp, pinKey).has_value();
}

Result<std::string> signAnswer(const EnrolAnswer &answer, crypto::Signer &samKey)
{
    return signPayload(enrolledTyp, encode(answer), samKey);
}

Result<std::string> signAnswer(const Receipt &receipt, crypto::Signer &samKey)
{
    return signPayload(receiptTyp, encode(receipt), samKey);
}

Result<EnrolAnswer> openEnrolAnswer(std::string_view jws, const crypto::PublicKey &samKey)
{
    return openAnswer<EnrolAnswer>(jws, enrolledTyp, samKey);
}

Result<Receipt> openReceipt(std::string_view jws, const crypto::PublicKey &samKey)
{
    return openAnswer<Receipt>(jws, receiptTyp, samKey);
}

std::string wrapAnswer(std::string_view member, std::string_view jws)
{
    Json json = Json::object();
    json[std::string(member)] = std::string(jws);
    return toText(json);
}

Result<std::string> unwrapAnswer(std::string_view member, std::string_view body)
{
    const auto json = parseJson(body);
    if (!json)
        return tl::unexpected(answerMalformed(json.error().detail));
    JsonObject object(*json, "signed answer");
    auto jws = object.finish(object.text(member, 1, fields::jwsMax));
    if (!jws)
        return tl::unexpected(answerMalformed(jws.error().detail));
    return jws;
}

} // namespace smartca::protocol
