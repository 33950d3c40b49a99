// SPDX-License-Identifier: Apache-2.0
// How many RSA-3072 signatures the SAM makes in a second: smartca-bench-sam [SECONDS [DEVICES]] says
// {"ready":true} when it can begin, and then, for each line it is given, signs for so long and says in one
// line of JSON what that took; `openssl speed -multi 2` between those turns is what it is compared with. A
// signature is two requests, challenge and signature, each through the whole gate, on a real database with
// every commit synced. What phones do (proofs, SADs) lies between the measured stretches: here it would take
// the service's own cores.
#include "sandbox/crew/crew.h"
#include "tests/unit/sandbox/sam/world.h"

#include <QGuiApplication>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <latch>
#include <thread>

using namespace smartca;
using namespace smartca::sandbox;

namespace {

constexpr double usualSeconds = 3;
/// More than the crew has hands, as of a service in use: otherwise all of them would wait for the disk
/// together, with nobody left who has something to sign.
constexpr int usualDevices = 432;

/// The acceptance record is signed once in a life; for the bench it is made unsigned again.
void unsign(test::World &world, const test::Phone &phone)
{
    static_cast<void>(world.database->transact([&](Session &session) -> Outcome {
        session << "update activations set state = 'confirmed' where id = :id", soci::use(phone.activationId);
        session << "delete from occurrences where transaction_id = :t", soci::use(phone.transactionId);
        return {};
    }));
}

/// What the measured stretches took, all together.
struct Cost {
    std::chrono::duration<double> time{0};
    double cpu = 0;
    std::uint64_t commits = 0;
    std::uint64_t statements = 0;
};

/// The service's crew, as the server has it.
class Workers {
public:
    explicit Workers(test::World &world) : world_(world) {}

    /// The answers, in the order of the requests.
    std::vector<http::Response> send(std::vector<http::Request> requests)
    {
        std::vector<http::Response> answers(requests.size());
        std::latch left(std::ssize(requests));
        for (std::size_t i = 0; i < requests.size(); ++i)
            crew_.post([&, i] {
                answers[i] = world_.answer(std::move(requests[i]));
                left.count_down();
            });
        left.wait();
        return answers;
    }

private:
    test::World &world_;
    Crew crew_{CrewSize{}};
};

std::vector<test::Got> sendAll(test::World &world, Workers &service, std::vector<http::Request> requests,
                               Cost &cost)
{
    const auto commitsBefore = world.database->commitCount();
    const auto statementsBefore = world.database->statementCount();
    const auto cpuBefore = std::clock();
    const auto start = std::chrono::steady_clock::now();
    const auto responses = service.send(std::move(requests));
    cost.time += std::chrono::steady_clock::now() - start;
    cost.cpu += static_cast<double>(std::clock() - cpuBefore) / CLOCKS_PER_SEC;
    cost.commits += world.database->commitCount() - commitsBefore;
    cost.statements += world.database->statementCount() - statementsBefore;
    std::vector<test::Got> answers;
    for (const auto &response : responses) {
        answers.push_back(test::gotOf(response));
        if (!answers.back().good()) {
            std::fprintf(stderr, "refused: %s\n", answers.back().body.c_str());
            std::abort();
        }
    }
    return answers;
}

using Phones = std::vector<std::unique_ptr<test::Phone>>;

/// Devices that have come as far as the signature, each with a key pair of its own.
Phones readyPhones(test::World &world, int devices, int firstNumber)
{
    Phones phones;
    std::vector<FreshCode> codes;
    for (int i = 0; i < devices; ++i) {
        phones.push_back(std::make_unique<test::Phone>(world));
        phones.back()->username = "079162" + std::to_string(firstNumber + i);
        codes.push_back(world.addSubscriber(phones.back()->username));
    }
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> threads;
    for (unsigned core = 0; core < std::thread::hardware_concurrency(); ++core)
        threads.emplace_back([&] {
            for (auto mine = next++; mine < phones.size(); mine = next++)
                phones[mine]->confirmed(codes[mine]);
        });
    threads.clear(); // joins
    return phones;
}

/// Those who have a challenge sign, while as many others ask for theirs: a service in use always has both to
/// do. Signed ones can sign again afterwards.
void signAndAsk(test::World &world, Workers &service, Phones &signing, Phones &asking, Cost &cost)
{
    std::vector<http::Request> requests;
    for (std::size_t i = 0; i < signing.size(); ++i) {
        requests.push_back(signing[i]->signRequest(signing[i]->sad()));
        requests.push_back(asking[i]->challengeRequest());
    }
    const auto answers = sendAll(world, service, std::move(requests), cost);
    for (std::size_t i = 0; i < signing.size(); ++i) {
        unsign(world, *signing[i]);
        asking[i]->challenged(answers[2 * i + 1]);
    }
}

void challengeAll(test::World &world, Workers &service, Phones &phones)
{
    std::vector<http::Request> requests;
    for (auto &phone : phones)
        requests.push_back(phone->challengeRequest());
    Cost notCounted;
    const auto answers = sendAll(world, service, std::move(requests), notCounted);
    for (std::size_t i = 0; i < phones.size(); ++i)
        phones[i]->challenged(answers[i]);
}

void takeTurn(test::World &world, Workers &service, Phones &signing, Phones &asking, double seconds)
{
    Cost cost;
    std::size_t made = 0;
    for (; cost.time.count() < seconds; made += signing.size()) {
        std::swap(signing, asking);
        signAndAsk(world, service, signing, asking, cost);
    }
    const auto each = static_cast<double>(made);
    std::printf("{\"signatures\":%zu,\"milliseconds\":%.0f,\"cpuMicroseconds\":%.0f,"
                "\"commitsPerThousand\":%.0f,\"statementsPerThousand\":%.0f}\n",
                made, 1000 * cost.time.count(), 1e6 * cost.cpu / each,
                1000 * static_cast<double>(cost.commits) / each,
                1000 * static_cast<double>(cost.statements) / each);
    std::fflush(stdout);
}

} // namespace

int main(int count, char **arguments)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(count, arguments);
    const double seconds = count > 1 ? std::atof(arguments[1]) : usualSeconds;
    const int devices = count > 2 ? std::atoi(arguments[2]) : usualDevices;
    test::World world(crypto::KeyKind::Rsa3072);
    auto signing = readyPhones(world, devices / 2, 100000);
    auto asking = readyPhones(world, devices / 2, 500000);
    Workers service(world);
    challengeAll(world, service, signing);
    Cost warm;
    signAndAsk(world, service, signing, asking, warm);
    std::puts("{\"ready\":true}");
    std::fflush(stdout);
    for (std::string line; std::getline(std::cin, line);)
        takeTurn(world, service, signing, asking, seconds);
    return 0;
}
