// SPDX-License-Identifier: Apache-2.0
#include "client/dossier_store.h"
#include "client/journal.h"
#include "fixtures/test_ca.h"
#include "journey/activation/advance.h"
#include "seeds/seeds.h"

namespace smartca::fuzz {
namespace {

using namespace journey::activation;

void writeJournals(const SeedFolder &folder)
{
    const client::JournalEntry begun{.state = State{},
                                     .serviceId = "sandbox",
                                     .deviceId = {},
                                     .effect = {},
                                     .idempotencyKey = {},
                                     .timeStampNonce = {}};
    folder.seed("journal", "begun", asBytes(client::encode(begun)));
    auto signing = begun;
    signing.state = {.facts = {.activationId = "a-1",
                               .userId = "u-1",
                               .credentialId = "c-1",
                               .serial = "4F00",
                               .transactionId = "tx-1",
                               .sequence = 3},
                     .stage = Signing{},
                     .failure = {}};
    signing.deviceId = std::string(43, 'd');
    signing.effect = "sign";
    signing.idempotencyKey = "0b7c7f6e-51a4-4c31-9a53-6f3d3c0c9c11";
    signing.timeStampNonce = std::string(32, 'a');
    folder.seed("journal", "signing", asBytes(client::encode(signing)));
}

void writeDossiers(const SeedFolder &folder)
{
    folder.seed("dossier", "empty", asBytes(client::encode(client::Dossier{})));
    const auto ca = fixtures::TestCa::make();
    client::Dossier full;
    full.policy = protocol::Policy{};
    full.challenge = std::string(43, 'c');
    full.sandbox = true;
    full.endsAt = fixtures::testNow;
    full.certificate = ca.subscriber.certificate;
    full.chain = {ca.root.certificate};
    full.spki = ca.subscriber.key.publicKey().spki();
    full.recordTransaction = "tx-1";
    full.signedAt = fixtures::testNow;
    full.pinLockedUntil = fixtures::testNow;
    full.signature = Bytes(64, 1);
    full.timeStampToken = Bytes(64, 2);
    full.receipt = "eyJ.eyJ.sig";
    full.waitingSince = fixtures::testNow;
    full.etag = "7";
    folder.seed("dossier", "full", asBytes(client::encode(full)));
}

} // namespace

void writeHomeSeeds(const SeedFolder &folder)
{
    writeJournals(folder);
    writeDossiers(folder);
    folder.seed("given_secrets", "all",
                asBytes(R"({"username":"001099012345","activationCode":"K7MP-4QXT","password":"Sen\"Hoa\\1",)"
                        R"("pin":"739164"})"));
    folder.seed("given_secrets", "escapes",
                asBytes(R"({ "password" : "\u0053\u00ea\ud83c\udf38\/\b\f\n\r\t" })"));
    folder.seed("given_secrets", "twice", asBytes(R"({"pin":"1","pin":"2"})"));
    folder.seed("given_secrets", "nothing", asBytes(" \n"));
}

} // namespace smartca::fuzz
