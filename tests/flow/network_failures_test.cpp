// SPDX-License-Identifier: Apache-2.0
#include "client/service_client.h"
#include "device/failures.h"
#include "tests/flow/scripted_service.h"
#include "tests/flow/world.h"

#include <gtest/gtest.h>

#include <semaphore>

namespace smartca::test {
namespace {

using namespace activation;
using namespace std::chrono_literals;

/// The person meets `expected` behind the scripted service, and reaches the end with the real one on the same
/// home. Returns how many requests the app sent to the scripted one.
int expectThenReachTheEnd(ScriptedService &scripted, FailureCode expected, client::Pace pace = quickPace(),
                          Milliseconds wallError = {})
{
    World world;
    const auto letter = world.subscribe();
    const auto home = world.scratch.file("home");
    int sent = 0;
    {
        App app(world, home, {.letter = letter}, scripted.profile(world.service->profile()), pace, "0.1.0",
                wallError);
        EXPECT_FALSE(app.activate());
        EXPECT_EQ(app.failure(), expected) << (app.state().failure ? app.state().failure->detail : "");
        EXPECT_FALSE(waysOn(app.state()).empty());
        sent = app.session->requestCount();
    }
    App app(world, home, {.letter = letter});
    EXPECT_TRUE(app.activate());
    return sent;
}

TEST(NetworkFailure, stopped_service_is_unreachable_after_five_attempts_and_retry_leads_on)
{
    World world;
    const auto letter = world.subscribe();
    const auto profile = world.service->profile();
    world.stop();
    App app(world, world.scratch.file("home"), {.letter = letter}, profile, quickPace());
    EXPECT_FALSE(app.activate());
    EXPECT_EQ(app.failure(), FailureCode::ServiceUnreachable);
    EXPECT_EQ(app.session->requestCount(), 5);
    world.start();
    app.press(RetryPressed{});
    EXPECT_TRUE(app.activate());
}

TEST(NetworkFailure, offline_device_is_told_apart_from_a_silent_service)
{
    class Offline final : public device::Network {
        device::Connectivity connectivity(std::string_view /*host*/) override
        {
            return device::Connectivity::Offline;
        }
    };
    World world;
    const auto profile = world.service->profile();
    const auto letter = world.subscribe();
    world.stop();
    App app(world, world.scratch.file("home"), {.letter = letter}, profile, quickPace());
    app.session->device().network = std::make_unique<Offline>();
    EXPECT_FALSE(app.activate());
    EXPECT_EQ(app.failure(), FailureCode::NoNetwork);
    world.start();
    app.press(RetryPressed{});
    EXPECT_TRUE(app.activate());
}

TEST(NetworkFailure, service_behind_another_root_is_refused_and_nothing_reaches_it)
{
    ScriptedService stranger;
    World world;
    auto profile = stranger.profile(world.service->profile());
    profile.tlsRoot = world.service->profile().tlsRoot; // a stale or foreign root
    App app(world, world.scratch.file("home"), {.letter = world.subscribe()}, profile, quickPace());
    EXPECT_FALSE(app.activate());
    EXPECT_EQ(app.failure(), FailureCode::TlsRefused);
    EXPECT_EQ(stranger.requests, 0);
}

TEST(NetworkFailure, expired_certificate_is_a_clock_problem)
{
    ScriptedService expired(Seconds(-7000), Seconds(-3600));
    expectThenReachTheEnd(expired, FailureCode::ClockWrong);
    EXPECT_EQ(expired.requests, 0);
}

TEST(NetworkFailure, certificate_of_tomorrow_is_a_clock_problem)
{
    ScriptedService early(Seconds(3600), Seconds(7200));
    expectThenReachTheEnd(early, FailureCode::ClockWrong);
}

TEST(NetworkFailure, clock_problem_is_told_with_the_service_s_time_where_that_is_known)
{
    World world;
    ScriptedService expired(Seconds(-7000), Seconds(-3600));
    const auto profile = expired.profile(world.service->profile());
    client::ServiceTime time(world.clock);
    client::Traffic traffic;
    client::ServiceClient client(profile, "0.1.0", time, traffic, quickPace());
    auto key = crypto::PrivateKey::generate(crypto::KeyKind::P256);
    client.useDeviceKey(&key);
    EXPECT_EQ(client.whereAmI({}).error().facts.at, std::nullopt);
    const auto said = fromUnixSeconds(1795320000);
    time.heard(said);
    const auto told = client.whereAmI({}).error();
    EXPECT_EQ(told.code, FailureCode::ClockWrong);
    ASSERT_TRUE(told.facts.at);
    EXPECT_LT(*told.facts.at - said, 1min);
}

TEST(NetworkFailure, wrong_wall_clock_is_corrected_by_the_service_s_time)
{
    World world;
    App app(world, world.scratch.file("home"), {.letter = world.subscribe()}, world.service->profile(),
            quickPace(), "0.1.0", -26h);
    EXPECT_TRUE(app.activate());
    EXPECT_EQ(app.session->requestCount(), 8) << "one clock retry";
}

TEST(NetworkFailure, silence_is_a_time_out)
{
    ScriptedService silent;
    auto pace = quickPace();
    pace.quiet = 200ms;
    expectThenReachTheEnd(silent, FailureCode::TimedOut, pace);
}

TEST(NetworkFailure, answer_without_end_is_a_time_out)
{
    ScriptedService endless;
    endless.answer = [] { return QByteArray("HTTP/1.1 200 X\r\nContent-Length: 100\r\n\r\n{"); };
    auto pace = quickPace();
    pace.quiet = 200ms;
    expectThenReachTheEnd(endless, FailureCode::TimedOut, pace);
}

TEST(NetworkFailure, hung_up_connection_is_unreachable)
{
    ScriptedService hangingUp;
    hangingUp.hangsUp = true;
    expectThenReachTheEnd(hangingUp, FailureCode::ServiceUnreachable);
}

TEST(NetworkFailure, error_of_the_service_is_said_and_not_repeated)
{
    ScriptedService failing;
    failing.answer = [] { return httpAnswer(500, "text/html", "<h1>oops</h1>"); };
    expectThenReachTheEnd(failing, FailureCode::ServiceError);
    EXPECT_EQ(failing.requests, 1);
}

TEST(NetworkFailure, refusal_of_whatever_status_is_an_answer_and_not_repeated)
{
    for (const int status : {400, 407, 418, 421, 499}) {
        SCOPED_TRACE(status);
        ScriptedService refusing;
        refusing.answer = [status] { return httpAnswer(status, "text/plain", "no"); };
        expectThenReachTheEnd(refusing, FailureCode::RequestRefused);
        EXPECT_EQ(refusing.requests, 1);
    }
}

TEST(NetworkFailure, refusal_that_breaks_off_is_no_answer)
{
    ScriptedService torn;
    torn.answer = [] { return httpAnswer(400, "text/plain", QByteArray(999, ' ')).chopped(900); };
    torn.breaksOff = true;
    EXPECT_EQ(expectThenReachTheEnd(torn, FailureCode::ServiceUnreachable), 5);
    // Under load one of the five has been seen to end before the other side had read it.
    EXPECT_GE(torn.requests, 4);
}

TEST(NetworkFailure, busy_service_is_asked_again_as_it_wishes)
{
    ScriptedService busy;
    busy.answer = [] { return httpAnswer(503, "text/plain", "", "Retry-After: 7\r\n"); };
    std::vector<Milliseconds> waits;
    auto pace = quickPace();
    pace.wait = [&](Milliseconds duration) { waits.push_back(duration); };
    expectThenReachTheEnd(busy, FailureCode::ServiceBusy, pace);
    EXPECT_EQ(busy.requests, 5);
    ASSERT_EQ(waits.size(), 4U);
    EXPECT_GE(waits.front(), 7s);
}

TEST(NetworkFailure, too_many_requests_is_said)
{
    ScriptedService strict;
    strict.answer = [] { return httpAnswer(429, "text/plain", "", "Retry-After: 120\r\n"); };
    expectThenReachTheEnd(strict, FailureCode::TooManyRequests);
    EXPECT_EQ(strict.requests, 1) << "two minutes are not waited for";
}

TEST(NetworkFailure, garbage_is_a_malformed_answer)
{
    for (const QByteArray &body : {QByteArray("{"), QByteArray("[]"), QByteArray(R"({"v":1,"v":2})"),
                                   QByteArray(300 * 1024, ' '), QByteArray("\xff\xfe")}) {
        ScriptedService garbage;
        garbage.answer = [body] { return httpAnswer(200, "application/json", body); };
        expectThenReachTheEnd(garbage, FailureCode::AnswerMalformed);
    }
}

TEST(NetworkFailure, redirect_is_not_followed)
{
    ScriptedService elsewhere;
    elsewhere.answer = [] {
        return httpAnswer(307, "text/plain", "", "Location: https://localhost:1/v1/activations\r\n");
    };
    expectThenReachTheEnd(elsewhere, FailureCode::RequestRefused);
    EXPECT_EQ(elsewhere.requests, 1);
}

/// A key store that makes its caller wait until it is told how to end.
class SlowKeys final : public device::KeyStore {
public:
    explicit SlowKeys(std::unique_ptr<device::KeyStore> real) : real_(std::move(real)) {}
    [[nodiscard]] Result<std::unique_ptr<device::IdentityKeys>> load() override { return real_->load(); }
    [[nodiscard]] Result<std::unique_ptr<device::IdentityKeys>> loadOrCreate() override
    {
        if (first_.exchange(false)) {
            entered.release();
            leave.acquire();
            return tl::unexpected(device::keyStoreUnusable("locked while it was asked"));
        }
        return real_->loadOrCreate();
    }
    [[nodiscard]] Outcome destroy() override { return real_->destroy(); }

    std::binary_semaphore entered{0};
    std::binary_semaphore leave{0};

private:
    std::unique_ptr<device::KeyStore> real_;
    std::atomic<bool> first_ = true;
};

TEST(NetworkFailure, giving_up_a_request_never_ends_the_one_after_it)
{
    World world;
    SlowKeys *slow = nullptr;
    const auto refit = [&](device::Device &device) {
        auto keys = std::make_unique<SlowKeys>(std::move(device.keys));
        slow = keys.get();
        device.keys = std::move(keys);
    };
    App app(world, world.scratch.file("home"), {.letter = world.subscribe(), .useToken = true},
            world.service->profile(), quickPace(), "0.1.0", {}, refit);
    ASSERT_TRUE(app.goOnTo<Redeeming>());
    slow->entered.acquire();
    // The work under way sees no event until its end; the word that it is given up waits there for it.
    app.press(BackPressed{});
    app.press(DetailsSubmitted{});
    ASSERT_TRUE(app.at<Redeeming>());
    slow->leave.release();
    ASSERT_TRUE(app.waitUntil([&] { return !app.at<Redeeming>() || app.failure(); }));
    EXPECT_TRUE(app.at<ChoosingPassword>()) << codeText(app.failure().value_or(FailureCode::ServiceError));
}

} // namespace
} // namespace smartca::test
