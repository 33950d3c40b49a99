// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "child.h"
#include "client/service_client.h"
#include "crypto/cms.h"
#include "crypto/pin_key.h"
#include "crypto/random.h"
#include "faults/activation_run.h"
#include "pdf/signature_field.h"
#include "platform/linux/linux_device.h"
#include "protocol/envelopes.h"
#include "rows.h"

#include <barrier>
#include <fstream>
#include <iterator>
#include <thread>

namespace smartca::bench {
namespace {

constexpr int signers = 24;
constexpr double shareLeast = 50;

/// One subscriber whose record lies ready to be signed.
struct Ready {
    std::filesystem::path home;
    journey::activation::Facts facts;
    client::Dossier dossier;
    std::string pin;
};

double opensslSignaturesPerSecond()
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("speed"), QStringLiteral("-multi"), QStringLiteral("2"),
                   QStringLiteral("-seconds"), QStringLiteral("5"), QStringLiteral("rsa3072")});
    openssl.waitForFinished(60'000);
    // "rsa 3072 bits 0.002s 0.00004s 512.3 23456.7"
    for (const auto &line : openssl.readAllStandardOutput().split('\n'))
        if (line.startsWith("rsa 3072"))
            return line.simplified().split(' ').value(5).toDouble();
    return 0;
}

Result<std::string> makeSad(const protocol::ServiceProfile &profile, const Ready &who,
                            device::IdentityKeys &keys, const protocol::ChallengeAnswer &challenge)
{
    const auto &record = *who.dossier.record;
    SMARTCA_TRY(const auto slot, pdf::findPreparedSlot(record));
    const auto attributes =
        crypto::padesSignedAttributes(pdf::digestAround(record, slot), *who.dossier.certificate);
    const auto deviceId = keys.deviceKey().publicKey().thumbprint();
    SMARTCA_TRY(const auto salt, keys.salt());
    SMARTCA_TRY(auto pinKey, crypto::derivePinKey(keys.hardwareHash(), salt, SecretBytes::fromText(who.pin),
                                                  who.facts.userId, deviceId));
    return protocol::signSad({.type = protocol::SadType::AcceptanceRecord,
                              .audience = profile.audience(),
                              .userId = who.facts.userId,
                              .deviceId = deviceId,
                              .credentialId = who.facts.credentialId,
                              .signAlgorithm = "1.2.840.113549.1.1.11",
                              .hashAlgorithm = "2.16.840.1.101.3.4.2.1",
                              .hashes = {toBytes(BytesView(crypto::sha256(attributes)))},
                              .transactionId = who.facts.transactionId,
                              .relyingParty = "smartca",
                              .documentDigest = base64UrlEncode(crypto::sha256(record)),
                              .challenge = challenge.challenge,
                              .sequence = challenge.sequence,
                              .issuedAt = challenge.serviceTime,
                              .expiresAt = challenge.serviceTime + challenge.lifetime},
                             pinKey, keys.deviceKey());
}

/// Challenge and SAD first; then, when all are ready, the signature. True when there is one.
template<class Barrier>
bool sign(const protocol::ServiceProfile &profile, const Ready &who, device::Device &device, Barrier &start)
{
    auto keys = device.keys->load();
    client::ServiceTime time(*device.clock);
    client::Traffic traffic;
    client::ServiceClient service(profile, "0.1.0", time, traffic, {});
    std::string sad;
    std::string etag;
    if (keys && *keys) {
        service.useDeviceKey(&(*keys)->deviceKey());
        const auto challenge = service.challenge({.activationId = who.facts.activationId,
                                                  .etag = who.dossier.etag,
                                                  .idempotencyKey = crypto::randomUuid()},
                                                 {.transactionId = who.facts.transactionId});
        if (challenge) {
            etag = challenge->etag;
            sad = makeSad(profile, who, **keys, *challenge).value_or("");
        }
    }
    start.arrive_and_wait();
    if (sad.empty())
        return false;
    const auto key = crypto::randomUuid();
    return service
        .sign({.activationId = who.facts.activationId, .etag = etag, .idempotencyKey = key}, {.sad = sad})
        .has_value();
}

} // namespace

std::vector<Row> signingRows(const Place &place)
{
    const std::string name = "rsa3072 signatures through the SAM, share of openssl speed -multi 2";
    const auto data = place.scratch / "signing";
    Child service(
        place.programs / "smartca-bench",
        {QStringLiteral("--serve"), QString::fromStdString(data.string()), QStringLiteral("rsa3072")});
    if (!service.line().is_object())
        return {{name, "the service did not start", ">= 50 %", false}};
    std::ifstream file(data / "profile.json", std::ios::binary);
    const auto profile =
        protocol::decodeServiceProfile(std::string(std::istreambuf_iterator<char>(file), {}));
    if (!profile)
        return {{name, "the profile cannot be read", ">= 50 %", false}};

    std::vector<Ready> ready;
    std::vector<device::Device> devices;
    for (int i = 0; i < signers; ++i) {
        service.say("add " + QByteArray::number(i) + "\n");
        static_cast<void>(service.line());
        const auto home = place.scratch / ("signing-home" + std::to_string(i));
        auto person = testing::readMail(data / "mail");
        const auto pin = person.pin;
        auto outcome = testing::runActivation(
            std::move(person),
            {.profile = *profile, .home = home, .until = [](const auto &state) {
                 return std::holds_alternative<journey::activation::ReadingRecord>(state.stage);
             }});
        auto device = platform::makeLinuxDevice(home.string());
        if (outcome.failure || !device || !outcome.dossier.record)
            return {{name, "an activation failed", ">= 50 %", false}};
        ready.push_back({home, outcome.state.facts, std::move(outcome.dossier), pin});
        devices.push_back(std::move(*device));
    }

    const double reference = opensslSignaturesPerSecond();
    std::chrono::steady_clock::time_point begun;
    std::barrier start(signers, [&]() noexcept { begun = std::chrono::steady_clock::now(); });
    std::atomic<int> good = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < signers; ++i)
        threads.emplace_back([&, i] {
            good += sign(*profile, ready[static_cast<std::size_t>(i)], devices[static_cast<std::size_t>(i)],
                         start)
                        ? 1
                        : 0;
        });
    threads.clear(); // joins
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    const double rate = good / took.count();
    const double share = reference > 0 ? 100 * rate / reference : 0;
    return {{"openssl speed -multi 2 rsa3072, in the same run", number(reference, "/s", 1), "", true},
            {std::to_string(good) + " rsa3072 signatures through the SAM, clients on the same cores",
             number(rate, "/s", 1), "", good == signers},
            {name, number(share, "%", 1), ">= 50 %", share >= shareLeast}};
}

} // namespace smartca::bench
