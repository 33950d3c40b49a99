// SPDX-License-Identifier: Apache-2.0
// How many RSA-3072 signatures go through the SAM in a second: challenge, SAD, counter, evidence, commits and
// all, from several devices at once. Prints one JSON line; `openssl speed -multi 2` in the same run is what
// it is compared with.
#include "tests/unit/sandbox/sam/world.h"

#include <QGuiApplication>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <thread>

using namespace smartca;
using namespace smartca::sandbox;

namespace {

constexpr int usualDevices = 32;
constexpr std::chrono::seconds duration{5};

/// The acceptance record is signed once in a life; for the bench it is made unsigned again.
void unsign(test::World &world, const test::Phone &phone)
{
    static_cast<void>(world.database->transact([&](soci::session &session) -> Outcome {
        session << "update activations set state = 'confirmed' where id = :id", soci::use(phone.activationId);
        session << "delete from occurrences where transaction_id = :t", soci::use(phone.transactionId);
        return {};
    }));
}

} // namespace

int main(int count, char **arguments)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(count, arguments);
    const int devices = count > 1 ? std::atoi(arguments[1]) : usualDevices;
    test::World world(crypto::KeyKind::Rsa3072);
    std::vector<std::unique_ptr<test::Phone>> phones;
    for (int i = 0; i < devices; ++i) {
        phones.push_back(std::make_unique<test::Phone>(world));
        phones.back()->username = "0791620010" + std::to_string(10 + i);
        phones.back()->confirmed(world.addSubscriber(phones.back()->username));
    }
    std::atomic<int> made = 0;
    const auto commitsBefore = world.database->commitCount();
    const auto cpuBefore = std::clock();
    const auto start = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    for (auto &phone : phones)
        threads.emplace_back([&] {
            while (std::chrono::steady_clock::now() - start < duration) {
                if (!phone->signAnew().good())
                    std::abort();
                ++made;
                unsign(world, *phone);
            }
        });
    for (auto &thread : threads)
        thread.join();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    const double cpu = static_cast<double>(std::clock() - cpuBefore) / CLOCKS_PER_SEC;
    std::printf("{\"samSignaturesPerSecond\":%.1f,\"cpuMsPerSignature\":%.2f,\"commitsPerSignature\":%.2f,"
                "\"devices\":%d}\n",
                made / took.count(), 1000 * cpu / made,
                static_cast<double>(world.database->commitCount() - commitsBefore) / made, devices);
    return 0;
}
