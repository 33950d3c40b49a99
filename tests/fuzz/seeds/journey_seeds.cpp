// SPDX-License-Identifier: Apache-2.0
#include "journey/activation/advance.h"
#include "seeds/seeds.h"

namespace smartca::fuzz {
namespace {

using namespace journey::activation;

State stateAt(Stage stage)
{
    return {.facts = {.activationId = "a-1",
                      .userId = "u-1",
                      .credentialId = "c-1",
                      .serial = "4F00",
                      .transactionId = "tx-1",
                      .sequence = 3},
            .stage = std::move(stage),
            .failure = {}};
}

} // namespace

void writeJourneySeeds(const SeedFolder &folder)
{
    const PinTries tries{.triesLeft = 2, .triesUntilBlocked = 8, .nextLock = Seconds(300)};
    const Failure wrong{.code = FailureCode::PinWrong, .detail = "wrong", .facts = {.triesLeft = 2}};
    const struct {
        std::string_view name;
        State state;
        Event event;
    } steps[] = {
        {"start", State{}, AppStarted{.journalFound = false}},
        {"code", stateAt(Redeeming{}), CodeAccepted{"a-1", "u-1", BiometricRule::Optional}},
        {"pin", stateAt(RepeatingPin{1}), PinRepeated{.equal = false}},
        {"issued", stateAt(AwaitingCertificate{Issuance::Held}), CertificateReceived{"4F00"}},
        {"wrong_data", stateAt(ReviewingCertificate{true}), CertificateWrong{WrongData::Birthday}},
        {"challenge", stateAt(OpeningPinSheet{}), ChallengeReceived{4, tries}},
        {"wrong_pin", stateAt(Signing{}), Failed{wrong}},
        {"located", stateAt(Locating{}),
         Located{.at = Located::At::Signed,
                 .activationId = "a-1",
                 .userId = "u-1",
                 .credentialId = "c-1",
                 .serial = "4F00",
                 .transactionId = "tx-1",
                 .sequence = 3}},
        {"nothing_located", State{.facts = {}, .stage = Locating{}, .failure = {}}, NothingLocated{}},
    };
    for (const auto &step : steps)
        folder.seed("journey", step.name,
                    asBytes(toText(Json{{"state", toJson(step.state)}, {"event", toJson(step.event)}})));
    auto failed = stateAt(EnteringSigningPin{tries});
    failed.failure = wrong;
    folder.seed("journey", "state", asBytes(toText(toJson(failed))));
}

} // namespace smartca::fuzz
