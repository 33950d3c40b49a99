// SPDX-License-Identifier: Apache-2.0
#include "journey/activation/codec_parts.h"
#include "journey/activation/names.h"

// {"v":1,"facts":{…},"stage":{"name":"repeatingPin","mismatches":1},"failure":{"code":"PIN-102",…}}
// {"v":1,"name":"pinRejected","rule":"run"}
// Times are Unix milliseconds here, so that what is read equals what was written.

namespace smartca::journey::activation {
namespace {

constexpr std::int64_t version = 1;

constexpr std::array<std::string_view, 3> issuances{"pending", "held", "refused"};
constexpr std::array<std::string_view, 4> wrongDatas{"name", "idNumber", "birthday", "other"};
constexpr std::array<std::string_view, 9> places{"redeemed", "enrolled", "issued",  "confirmed", "signed",
                                                 "active",   "stopped",  "blocked", "ended"};

// ---- fields of stages and events: writeFields(json, value) and readFields(object, value)

template<class Plain>
void writeFields(Json &, const Plain &)
{}
template<class Plain>
void readFields(JsonObject &, Plain &)
{}

void writeFields(Json &json, const RepeatingPin &stage)
{
    json["mismatches"] = stage.mismatches;
}
void readFields(JsonObject &object, RepeatingPin &stage)
{
    stage.mismatches = static_cast<int>(object.integer("mismatches", 0, countMax));
}
void writeFields(Json &json, const ConfirmingBiometric &stage)
{
    json["asking"] = stage.asking;
}
void readFields(JsonObject &object, ConfirmingBiometric &stage)
{
    stage.asking = object.boolean("asking");
}
void writeFields(Json &json, const AwaitingCertificate &stage)
{
    json["issuance"] = nameIn(issuances, stage.issuance);
}
void readFields(JsonObject &object, AwaitingCertificate &stage)
{
    stage.issuance = readName<Issuance>(object, "issuance", issuances);
}
void writeFields(Json &json, const ReviewingCertificate &stage)
{
    json["choosingWrongData"] = stage.choosingWrongData;
}
void readFields(JsonObject &object, ReviewingCertificate &stage)
{
    stage.choosingWrongData = object.boolean("choosingWrongData");
}
void writeFields(Json &json, const ConfirmingCertificate &stage)
{
    json["wrong"] = stage.wrong ? nameIn(wrongDatas, *stage.wrong) : "nothing";
}
void readFields(JsonObject &object, ConfirmingCertificate &stage)
{
    constexpr std::array<std::string_view, 5> names{"name", "idNumber", "birthday", "other", "nothing"};
    const auto index = readName<std::size_t>(object, "wrong", names);
    if (index < wrongDatas.size())
        stage.wrong = static_cast<WrongData>(index);
}
void writeFields(Json &json, const ReadingRecord &stage)
{
    json["readToEnd"] = stage.readToEnd;
}
void readFields(JsonObject &object, ReadingRecord &stage)
{
    stage.readToEnd = object.boolean("readToEnd");
}
void writeFields(Json &json, const EnteringSigningPin &stage)
{
    json["tries"] = triesToJson(stage.tries);
}
void readFields(JsonObject &object, EnteringSigningPin &stage)
{
    stage.tries = readTries(object);
}

void writeFields(Json &json, const PinRejected &event)
{
    json["rule"] = std::string(smartca::nameOf(event.rule));
}
void readFields(JsonObject &object, PinRejected &event)
{
    const auto rule = readPinRule(object, "rule");
    if (!rule)
        object.refuse("rule", "missing");
    event.rule = rule.value_or(PinRule{});
}
void writeFields(Json &json, const PinRepeated &event)
{
    json["equal"] = event.equal;
}
void readFields(JsonObject &object, PinRepeated &event)
{
    event.equal = object.boolean("equal");
}
void writeFields(Json &json, const CertificateWrong &event)
{
    json["what"] = nameIn(wrongDatas, event.what);
}
void readFields(JsonObject &object, CertificateWrong &event)
{
    event.what = readName<WrongData>(object, "what", wrongDatas);
}
void writeFields(Json &json, const CodeAccepted &event)
{
    json["activationId"] = event.activationId;
    json["userId"] = event.userId;
    json["biometric"] = nameIn(biometricRules, event.biometric);
}
void readFields(JsonObject &object, CodeAccepted &event)
{
    event.activationId = readId(object, "activationId");
    event.userId = readId(object, "userId");
    event.biometric = readName<BiometricRule>(object, "biometric", biometricRules);
}
void writeFields(Json &json, const Enrolled &event)
{
    json["credentialId"] = event.credentialId;
}
void readFields(JsonObject &object, Enrolled &event)
{
    event.credentialId = readId(object, "credentialId");
}
void writeFields(Json &json, const IssuanceReported &event)
{
    json["issuance"] = nameIn(issuances, event.issuance);
}
void readFields(JsonObject &object, IssuanceReported &event)
{
    event.issuance = readName<Issuance>(object, "issuance", issuances);
}
void writeFields(Json &json, const CertificateReceived &event)
{
    json["serial"] = event.serial;
}
void readFields(JsonObject &object, CertificateReceived &event)
{
    event.serial = readId(object, "serial");
}
void writeFields(Json &json, const RecordReceived &event)
{
    json["transactionId"] = event.transactionId;
}
void readFields(JsonObject &object, RecordReceived &event)
{
    event.transactionId = readId(object, "transactionId");
}
void writeFields(Json &json, const ChallengeReceived &event)
{
    json["sequence"] = event.sequence;
    json["tries"] = triesToJson(event.tries);
}
void readFields(JsonObject &object, ChallengeReceived &event)
{
    event.sequence = object.integer("sequence", 0, sequenceMax);
    event.tries = readTries(object);
}
void writeFields(Json &json, const Failed &event)
{
    json["failure"] = failureToJson(event.failure);
}
void readFields(JsonObject &object, Failed &event)
{
    const auto *json = object.member("failure");
    if (json == nullptr)
        return;
    if (auto failure = readFailure(*json))
        event.failure = std::move(*failure);
    else
        object.refuse("failure", failure.error().detail);
}
void writeFields(Json &json, const AppStarted &event)
{
    json["journalFound"] = event.journalFound;
}
void readFields(JsonObject &object, AppStarted &event)
{
    event.journalFound = object.boolean("journalFound");
}
void writeFields(Json &json, const Located &event)
{
    json["at"] = nameIn(places, event.at);
    json["activationId"] = event.activationId;
    json["userId"] = event.userId;
    json["credentialId"] = event.credentialId;
    json["serial"] = event.serial;
    json["transactionId"] = event.transactionId;
    json["sequence"] = event.sequence;
    json["biometric"] = nameIn(biometricRules, event.biometric);
}
void readFields(JsonObject &object, Located &event)
{
    event.at = readName<Located::At>(object, "at", places);
    event.activationId = readId(object, "activationId");
    event.userId = readId(object, "userId");
    event.credentialId = readId(object, "credentialId");
    event.serial = readId(object, "serial");
    event.transactionId = readId(object, "transactionId");
    event.sequence = object.integer("sequence", 0, sequenceMax);
    event.biometric = readName<BiometricRule>(object, "biometric", biometricRules);
}

// ---- variants by name

template<class Variant, std::size_t count, std::size_t index = 0>
Variant readAlternative(JsonObject &object, const std::string &name,
                        const std::array<std::string_view, count> &names)
{
    if constexpr (index == count) {
        object.refuse("name", "not one of the names known");
        return {};
    } else {
        if (names[index] != name)
            return readAlternative<Variant, count, index + 1>(object, name, names);
        std::variant_alternative_t<index, Variant> value{};
        readFields(object, value);
        return value;
    }
}

Json stageToJson(const Stage &stage)
{
    Json json{{"name", std::string(nameOf(stage))}};
    std::visit([&json](const auto &value) { writeFields(json, value); }, stage);
    return json;
}

Result<Stage> readStage(const Json &json)
{
    JsonObject object(json, "stage");
    const auto name = object.text("name", 1, idMax);
    return object.finish(readAlternative<Stage>(object, name, stageNames));
}

} // namespace

Json toJson(const State &state)
{
    Json json{{"v", version}, {"facts", factsToJson(state.facts)}, {"stage", stageToJson(state.stage)}};
    if (state.failure)
        json["failure"] = failureToJson(*state.failure);
    return json;
}

Result<State> stateFromJson(const Json &json)
{
    JsonObject object(json, "state");
    static_cast<void>(object.integer("v", version, version));
    const auto *facts = object.member("facts");
    const auto *stage = object.member("stage");
    const auto *failure = object.optionalMember("failure");
    SMARTCA_CHECK(object.finish(true));
    State state;
    SMARTCA_TRY(state.facts, readFacts(*facts));
    SMARTCA_TRY(state.stage, readStage(*stage));
    if (failure != nullptr) {
        SMARTCA_TRY(state.failure, readFailure(*failure));
    }
    return state;
}

Json toJson(const Event &event)
{
    Json json{{"v", version}, {"name", std::string(nameOf(event))}};
    std::visit([&json](const auto &value) { writeFields(json, value); }, event);
    return json;
}

Result<Event> eventFromJson(const Json &json)
{
    JsonObject object(json, "event");
    static_cast<void>(object.integer("v", version, version));
    const auto name = object.text("name", 1, idMax);
    auto event = readAlternative<Event>(object, name, eventNames);
    return object.finish(std::move(event));
}

} // namespace smartca::journey::activation
