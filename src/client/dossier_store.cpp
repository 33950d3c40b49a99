// SPDX-License-Identifier: Apache-2.0
#include "client/dossier_store.h"

#include "base/encoding.h"
#include "base/failpoint.h"

namespace smartca::client {
namespace {

constexpr int dossierVersion = 1;
constexpr std::size_t markMax = 32;
constexpr std::size_t certificateMax = 16UL * 1024;

template<class T>
void putIf(Json &json, const char *name, const std::optional<T> &value, auto &&toValue)
{
    if (value)
        json[name] = toValue(*value);
}

Json policyJson(const protocol::Policy &policy)
{
    return {{"passwordMin", policy.password.minLength},
            {"passwordMax", policy.password.maxLength},
            {"pinLength", policy.pinLength},
            {"biometricRequired", policy.biometric == protocol::BiometricPolicy::Required},
            {"minimumVersion", policy.minimumVersion},
            {"keyKind", std::string(crypto::nameOf(policy.keyKind))}};
}

Result<protocol::Policy> policyFrom(const Json &json)
{
    JsonObject object(json, "policy");
    protocol::Policy policy;
    policy.password.minLength = static_cast<int>(object.integer("passwordMin", 1, 128));
    policy.password.maxLength = static_cast<int>(object.integer("passwordMax", 1, 128));
    policy.pinLength = static_cast<int>(object.integer("pinLength", 6, 6));
    policy.biometric = object.boolean("biometricRequired") ? protocol::BiometricPolicy::Required
                                                           : protocol::BiometricPolicy::Optional;
    policy.minimumVersion = object.text("minimumVersion", 0, 32);
    if (const auto kind = crypto::keyKindFromName(object.text("keyKind", 1, 16)))
        policy.keyKind = *kind;
    else
        object.refuse("keyKind", "unknown");
    return object.finish(std::move(policy));
}

Json toJson(const Dossier &dossier)
{
    const auto seconds = [](UtcTime time) { return toUnixSeconds(time); };
    const auto octets = [](const Bytes &bytes) { return base64Encode(bytes); };
    Json json{{"v", dossierVersion},
              {"sandbox", dossier.sandbox},
              {"challenge", dossier.challenge},
              {"etag", dossier.etag},
              {"transaction", dossier.recordTransaction}};
    putIf(json, "policy", dossier.policy, policyJson);
    putIf(json, "endsAt", dossier.endsAt, seconds);
    putIf(json, "spki", dossier.spki, octets);
    if (dossier.certificate)
        json["certificate"] = base64Encode(dossier.certificate->der());
    json["chain"] = Json::array();
    for (const auto &certificate : dossier.chain)
        json["chain"].push_back(base64Encode(certificate.der()));
    putIf(json, "signedAt", dossier.signedAt, seconds);
    putIf(json, "pinLockedUntil", dossier.pinLockedUntil, seconds);
    putIf(json, "signature", dossier.signature, octets);
    putIf(json, "timeStamp", dossier.timeStampToken, octets);
    if (dossier.receipt)
        json["receipt"] = *dossier.receipt;
    putIf(json, "waitingSince", dossier.waitingSince, seconds);
    putIf(json, "accountMark", dossier.accountMark, octets);
    putIf(json, "codeMark", dossier.codeMark, octets);
    return json;
}

std::optional<UtcTime> timeIn(JsonObject &object, std::string_view name)
{
    const auto seconds = object.optionalInteger(name, 0, 1LL << 40);
    return seconds ? std::optional(fromUnixSeconds(*seconds)) : std::nullopt;
}

Result<Dossier> fromJson(const Json &json)
{
    JsonObject object(json, "dossier");
    Dossier dossier;
    static_cast<void>(object.integer("v", dossierVersion, dossierVersion));
    dossier.sandbox = object.boolean("sandbox");
    dossier.challenge = object.text("challenge", 0, 64);
    dossier.etag = object.text("etag", 0, 128);
    dossier.recordTransaction = object.text("transaction", 0, 64);
    if (const auto *policy = object.optionalMember("policy")) {
        SMARTCA_TRY(dossier.policy, policyFrom(*policy));
    }
    dossier.endsAt = timeIn(object, "endsAt");
    dossier.spki = object.optionalBase64("spki", 1024);
    if (const auto der = object.optionalBase64("certificate", certificateMax)) {
        SMARTCA_TRY(dossier.certificate, crypto::Certificate::fromDer(*der));
    }
    for (const auto &der : object.base64s("chain", 8, certificateMax)) {
        SMARTCA_TRY(auto certificate, crypto::Certificate::fromDer(der));
        dossier.chain.push_back(std::move(certificate));
    }
    dossier.signedAt = timeIn(object, "signedAt");
    dossier.pinLockedUntil = timeIn(object, "pinLockedUntil");
    dossier.signature = object.optionalBase64("signature", 1024);
    dossier.timeStampToken = object.optionalBase64("timeStamp", certificateMax);
    dossier.receipt = object.optionalText("receipt", 1, 8192);
    dossier.waitingSince = timeIn(object, "waitingSince");
    dossier.accountMark = object.optionalBase64("accountMark", markMax);
    dossier.codeMark = object.optionalBase64("codeMark", markMax);
    return object.finish(std::move(dossier));
}

Result<std::shared_ptr<const Bytes>> loadBytes(const SealedFile &file)
{
    SMARTCA_TRY(const auto loaded, file.load());
    return loaded.content ? std::make_shared<const Bytes>(toBytes(loaded.content->view())) : nullptr;
}

/// Writes what is new, removes what is gone.
Outcome keepInStep(const SealedFile &file, const std::shared_ptr<const Bytes> &bytes,
                   std::weak_ptr<const Bytes> &saved)
{
    if (bytes == saved.lock() && bytes)
        return {};
    SMARTCA_CHECK(bytes ? file.save(*bytes) : file.remove());
    saved = bytes;
    return {};
}

} // namespace

std::string encode(const Dossier &dossier)
{
    return toText(toJson(dossier));
}

Result<Dossier> decodeDossier(std::string_view text)
{
    SMARTCA_TRY(const auto json, parseJson(text));
    return fromJson(json);
}

DossierStore::DossierStore(const std::string &home, device::SecretStore &secrets)
    : facts_(home + "/dossier.sealed", "smartca-dossier-v1", secrets),
      record_(home + "/record.sealed", "smartca-record-v1", secrets),
      signedRecord_(home + "/signed-record.sealed", "smartca-signed-record-v1", secrets)
{}

Result<Dossier> DossierStore::load()
{
    SMARTCA_TRY(const auto loaded, facts_.load());
    if (!loaded.content)
        return Dossier{};
    auto dossier = decodeDossier(loaded.content->text());
    if (!dossier)
        return Dossier{};
    SMARTCA_TRY(dossier->record, loadBytes(record_));
    SMARTCA_TRY(dossier->signedRecord, loadBytes(signedRecord_));
    savedRecord_ = dossier->record;
    savedSignedRecord_ = dossier->signedRecord;
    return std::move(*dossier);
}

Outcome DossierStore::save(const Dossier &dossier)
{
    SMARTCA_FAILPOINT("client.dossier.before");
    // The large files first: the facts never name a record that is not there.
    SMARTCA_CHECK(keepInStep(record_, dossier.record, savedRecord_));
    SMARTCA_CHECK(keepInStep(signedRecord_, dossier.signedRecord, savedSignedRecord_));
    SMARTCA_CHECK(facts_.save(asBytes(encode(dossier))));
    SMARTCA_FAILPOINT("client.dossier.after");
    return {};
}

Outcome DossierStore::remove()
{
    SMARTCA_CHECK(facts_.remove());
    SMARTCA_CHECK(record_.remove());
    return signedRecord_.remove();
}

} // namespace smartca::client
