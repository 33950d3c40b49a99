// SPDX-License-Identifier: Apache-2.0
#include "child.h"
#include "faults/activation_run.h"
#include "protocol/service_profile.h"
#include "rows.h"

#include <fstream>
#include <iterator>

namespace smartca::bench {
namespace {

constexpr int activations = 10;
constexpr double argonShareLeast = 80;

struct Cost {
    double cpu = 0;
    double hashing = 0;
};

Cost costOf(Child &service)
{
    service.say("cost\n");
    const auto said = service.line();
    if (!said.is_object())
        return {};
    return {said["cpuMicroseconds"].get<double>(), said["hashingMicroseconds"].get<double>()};
}

} // namespace

std::vector<Row> hashingRows(const Place &place)
{
    const std::string name =
        "Argon2id CPU / service CPU over requests 1-2, " + std::to_string(activations) + " activations";
    const auto data = place.scratch / "hashing";
    Child service(place.programs / "smartca-bench",
                  {QStringLiteral("--serve"), QString::fromStdString(data.string()), QStringLiteral("p256")});
    const auto ready = service.line();
    if (!ready.is_object())
        return {{name, "the service did not start", ">= 80 %", false}};
    std::ifstream file(data / "profile.json", std::ios::binary);
    const auto profile =
        protocol::decodeServiceProfile(std::string(std::istreambuf_iterator<char>(file), {}));
    if (!profile)
        return {{name, "the profile cannot be read", ">= 80 %", false}};
    Cost sum;
    for (int i = 0; i < activations; ++i) {
        service.say("add " + QByteArray::number(i) + "\n");
        static_cast<void>(service.line());
        const auto before = costOf(service);
        // Ends when request 2 is answered: with the credential's name. (Request 3 may have begun: what it
        // costs counts against us.)
        const auto outcome = testing::runActivation(
            testing::readMail(data / "mail"),
            {.profile = *profile,
             .home = place.scratch / ("hashing-home" + std::to_string(i)),
             .until = [](const auto &state) { return !state.facts.credentialId.empty(); }});
        const auto after = costOf(service);
        if (outcome.failure)
            return {{name, "an activation failed: " + std::string(codeText(outcome.failure->code)), ">= 80 %",
                     false}};
        sum.cpu += after.cpu - before.cpu;
        sum.hashing += after.hashing - before.hashing;
    }
    const double share = sum.cpu > 0 ? 100 * sum.hashing / sum.cpu : 0;
    return {{name, number(share, "%", 1), ">= 80 %", share >= argonShareLeast},
            {"Service CPU over requests 1-2, mean", number(sum.cpu / activations / 1000, "ms", 1), "", true}};
}

} // namespace smartca::bench
