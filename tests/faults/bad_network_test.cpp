// SPDX-License-Identifier: Apache-2.0
// The whole activation, real service and real client, over networks that are bad on purpose: whatever happens
// to a request, the journey ends active with one certificate, one signature and no burned PIN try, or says
// what is wrong.
#include "faults/activation_run.h"
#include "faults/fault_proxy.h"
#include "sandbox/admin/commands.h"
#include "sandbox/service.h"

#include <QGuiApplication>

#include <gtest/gtest.h>
#include <soci/soci.h>

#include <cstdlib>

namespace smartca {
namespace {

using faults::FaultProxy;
using faults::Mode;
using faults::ProxyOptions;
using journey::activation::Active;
using testing::RunOutcome;

const std::string username = "001099012345";

/// A service behind a proxy, one subscriber, and a person in front of it.
class BadNetwork : public ::testing::Test {
protected:
    void SetUp() override
    {
        auto pattern = (std::filesystem::temp_directory_path() / "smartca-faults-XXXXXX").string();
        ASSERT_NE(mkdtemp(pattern.data()), nullptr);
        folder = pattern;
    }
    void TearDown() override
    {
        proxy.reset();
        if (service)
            service->stop();
        service.reset();
        std::filesystem::remove_all(folder);
    }

    void serveBehind(ProxyOptions options)
    {
        proxy = std::make_unique<FaultProxy>(options);
        const auto publicUrl = "https://127.0.0.1:" + std::to_string(proxy->port());
        auto opened = sandbox::Service::open({.data = folder / "service",
                                              .listen = "127.0.0.1:0",
                                              .publicUrl = publicUrl,
                                              .smtp = {},
                                              .credential = crypto::KeyKind::P256});
        ASSERT_TRUE(opened) << opened.error().detail;
        service = std::move(*opened);
        ASSERT_TRUE(service->start());
        proxy->forwardTo("127.0.0.1:" + std::to_string(service->port()));
        const auto added = sandbox::admin::addSubscriber(service->folder(), {.username = username,
                                                                             .name = "Nguyễn Văn An",
                                                                             .email = "an@example.vn",
                                                                             .phone = "0912345678",
                                                                             .birthday = "1990-05-21",
                                                                             .idNumber = username});
        ASSERT_TRUE(added) << added.error().detail;
    }
    [[nodiscard]] RunOutcome run(int patience = 3) const
    {
        client::Pace pace;
        pace.wait = [](Milliseconds) {}; // no test waits for a retry's time to come
        return testing::runActivation(testing::readMail(service->mailbox()), {.profile = service->profile(),
                                                                              .home = folder / "home",
                                                                              .pace = pace,
                                                                              .patience = patience,
                                                                              .until = {}});
    }
    [[nodiscard]] Json shown() const
    {
        return sandbox::admin::showSubscriber(service->folder(), username).value();
    }

    void expectOneOfEverything(const RunOutcome &outcome) const
    {
        EXPECT_TRUE(std::holds_alternative<Active>(outcome.state.stage))
            << nameOf(outcome.state.stage) << ' ' << (outcome.failure ? outcome.failure->detail : "");
        const auto subscriber = shown();
        EXPECT_EQ(subscriber["certificates"].size(), 1U) << toText(subscriber);
        EXPECT_EQ(subscriber["triesLeft"], 3) << toText(subscriber);
        EXPECT_EQ(signatureCount(), 1) << "signatures in the evidence";
        const auto evidence = sandbox::admin::verifyEvidenceChain(service->folder());
        ASSERT_TRUE(evidence);
        EXPECT_TRUE((*evidence)["problems"].empty()) << toText(*evidence);
    }
    /// How many signatures left the HSM: each is in the evidence in the transaction that made it so.
    [[nodiscard]] int signatureCount() const
    {
        return service->folder()
            .database
            ->read([](sandbox::Session &session) -> Result<int> {
                int count = 0;
                session << "SELECT count(*) FROM evidence WHERE kind = 'signed'", soci::into(count);
                return count;
            })
            .value();
    }

    std::filesystem::path folder;
    std::unique_ptr<FaultProxy> proxy;
    std::unique_ptr<sandbox::Service> service;
};

struct Spoiled {
    Mode mode;
    int request;
};

std::string nameOfSpoiled(const ::testing::TestParamInfo<Spoiled> &info)
{
    const char *const names[] = {"pass",           "cut_before",      "cut_after",
                                 "corrupt_answer", "corrupt_request", "refuse"};
    const char *const steps[] = {"redeem", "enrol", "certificate", "confirm", "challenge", "sign", "hand_in"};
    return std::string(names[static_cast<int>(info.param.mode)]) + "_at_" + steps[info.param.request - 1];
}

class OneRequestSpoiled : public BadNetwork, public ::testing::WithParamInterface<Spoiled> {};

TEST_P(OneRequestSpoiled, ends_active_with_one_certificate_one_signature_and_no_burned_try)
{
    serveBehind({.mode = GetParam().mode, .request = GetParam().request, .times = 1});
    const auto outcome = run();
    EXPECT_EQ(proxy->faults(), 1);
    expectOneOfEverything(outcome);
}

std::vector<Spoiled> everyRequest()
{
    std::vector<Spoiled> all;
    for (const auto mode : {Mode::CutBefore, Mode::CutAfter, Mode::CorruptAnswer, Mode::CorruptRequest})
        for (int request = 1; request <= 7; ++request)
            all.push_back({mode, request});
    return all;
}

INSTANTIATE_TEST_SUITE_P(Requests, OneRequestSpoiled, ::testing::ValuesIn(everyRequest()), nameOfSpoiled);

/// Qt re-sends a POST by itself, up to four times when the first connection is cut: all of them are spoiled
/// here.
class SeveralSpoiled : public BadNetwork, public ::testing::WithParamInterface<Spoiled> {};

TEST_P(SeveralSpoiled, six_in_a_row_end_active_with_one_of_everything)
{
    serveBehind({.mode = GetParam().mode, .request = GetParam().request, .times = 6});
    const auto outcome = run(6);
    EXPECT_EQ(proxy->faults(), 6);
    expectOneOfEverything(outcome);
}

INSTANTIATE_TEST_SUITE_P(Requests, SeveralSpoiled,
                         ::testing::Values(Spoiled{Mode::CutAfter, 1}, Spoiled{Mode::CutAfter, 2},
                                           Spoiled{Mode::CutAfter, 6}, Spoiled{Mode::CutBefore, 6},
                                           Spoiled{Mode::CutAfter, 7}),
                         nameOfSpoiled);

TEST_F(BadNetwork, good_one_needs_seven_requests_and_one_connection)
{
    serveBehind({});
    const auto outcome = run();
    expectOneOfEverything(outcome);
    EXPECT_TRUE(outcome.seen.empty());
    EXPECT_EQ(outcome.requests, 7);
    EXPECT_EQ(outcome.connections, 1);
    EXPECT_EQ(proxy->requests(), 7);
    EXPECT_EQ(proxy->connections(), 1);
}

TEST_F(BadNetwork, slow_drip_only_takes_longer)
{
    serveBehind({.drip = 1024});
    const auto outcome = run();
    expectOneOfEverything(outcome);
    EXPECT_TRUE(outcome.seen.empty());
    EXPECT_EQ(outcome.requests, 7);
}

TEST_F(BadNetwork, far_away_service_costs_no_more_requests)
{
    serveBehind({.delay = Milliseconds(20)});
    const auto outcome = run();
    expectOneOfEverything(outcome);
    EXPECT_EQ(outcome.requests, 7);
    EXPECT_EQ(outcome.connections, 1);
}

TEST_F(BadNetwork, one_refused_connection_is_tried_again_before_anything_is_said)
{
    serveBehind({.mode = Mode::Refuse, .request = 1, .times = 1});
    const auto outcome = run();
    expectOneOfEverything(outcome);
    EXPECT_TRUE(outcome.seen.empty());
}

TEST_F(BadNetwork, connections_refused_for_good_are_said_as_an_unreachable_service)
{
    serveBehind({.mode = Mode::Refuse, .request = 1, .times = 1000});
    const auto outcome = run(0);
    ASSERT_TRUE(outcome.failure);
    EXPECT_EQ(outcome.failure->code, FailureCode::ServiceUnreachable);
    EXPECT_TRUE(shown()["certificates"].empty());
}

TEST_F(BadNetwork, answers_lost_for_good_at_signing_burn_no_try_and_sign_once)
{
    serveBehind({.mode = Mode::CutAfter, .request = 6, .times = 1000});
    const auto outcome = run(2);
    ASSERT_TRUE(outcome.failure);
    EXPECT_EQ(outcome.failure->code, FailureCode::ServiceUnreachable);
    EXPECT_EQ(shown()["triesLeft"], 3);
    EXPECT_EQ(signatureCount(), 1);
}

} // namespace
} // namespace smartca

int main(int count, char **arguments)
{
    ::testing::InitGoogleTest(&count, arguments);
    setenv("QT_QPA_PLATFORM", "offscreen", 1); // the service draws the record
    const QGuiApplication application(count, arguments);
    return RUN_ALL_TESTS();
}
