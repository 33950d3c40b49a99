// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/session.h"
#include "sandbox/service.h"
#include "tests/unit/device/scratch.h"

#include <atomic>
#include <set>

/// What a flow test needs: the real service and the real shell in one process, over TLS on a loopback port,
/// on one clock that the test turns.
namespace smartca::test {

namespace activation = journey::activation;

/// A clock of all threads. It starts at the real time, because TLS looks at that.
class SharedClock final : public Clock {
public:
    [[nodiscard]] UtcTime now() const override { return system_.now() + Milliseconds(ahead_); }
    [[nodiscard]] Milliseconds elapsed() const override { return system_.elapsed() + Milliseconds(ahead_); }
    void advance(Milliseconds by) { ahead_ += by.count(); }

private:
    SystemClock system_;
    std::atomic<std::int64_t> ahead_ = 0;
};

/// The same time for a device, which owns its clock.
class BorrowedClock final : public Clock {
public:
    explicit BorrowedClock(const Clock &clock) : clock_(clock) {}
    [[nodiscard]] UtcTime now() const override { return clock_.now() + Milliseconds(wallError); }
    [[nodiscard]] Milliseconds elapsed() const override { return clock_.elapsed(); }
    Milliseconds wallError{}; ///< how wrong the device's wall clock is

private:
    const Clock &clock_;
};

/// What the activation mail says.
struct Letter {
    std::string username;
    std::string code; ///< with its dash
    std::string token;
};

class World {
public:
    explicit World(crypto::KeyKind credential = crypto::KeyKind::P256);
    ~World();

    /// Opens and starts the service with `options`; a service that runs is stopped first.
    void start();
    void stop();
    /// A new subscriber, and the mail that went out.
    Letter subscribe(const std::string &username = "079162001418");
    /// The next mail with a code that was not asked for yet; waits for it.
    Letter letter();

    SharedClock clock;
    Scratch scratch;
    sandbox::ServiceOptions options;
    std::unique_ptr<sandbox::Service> service;

private:
    std::set<std::string> codesSeen_;
};

/// What a person knows and does.
struct Persona {
    Letter letter = {};
    bool useToken = false;
    std::string password = "Sen!Trang7";
    std::string pin = "493817";
    std::vector<std::string> wrongPins = {}; ///< typed on the signing sheet before the right one
};

/// The app's shell on one home folder, and the person before it.
class App {
public:
    App(const World &world, std::string home, Persona persona);
    App(const World &world, std::string home, Persona persona, protocol::ServiceProfile profile,
        client::Pace pace, std::string appVersion = "0.1.0", Milliseconds wallError = {},
        const std::function<void(device::Device &)> &refit = {});
    ~App();

    /// Does what a person would until `until` holds or a failure is shown that a person must answer; false
    /// then. Ends the test when nothing happens for half a minute.
    bool goOn(const std::function<bool(const activation::State &)> &until);
    template<class Stage>
    bool goOnTo()
    {
        return goOn([](const auto &state) { return std::holds_alternative<Stage>(state.stage); });
    }
    bool activate() { return goOnTo<activation::Active>(); }
    /// Presses what the failure offers.
    void press(const activation::Event &event);
    /// Waits, touching nothing.
    bool waitUntil(const std::function<bool()> &holds);
    /// Waits for the journal, which the worker writes also when nothing else is under way.
    bool waitUntilKept(const std::function<bool(const activation::State &)> &holds) const;
    /// The worker saves the journal also after the work it belongs to. Whoever copies the folder or takes
    /// the disk away before that sees the save that comes too late.
    bool waitUntilAllKept();

    [[nodiscard]] std::optional<FailureCode> failure() const;
    [[nodiscard]] const activation::State &state() const { return session->state(); }
    template<class Stage>
    [[nodiscard]] bool at() const
    {
        return std::holds_alternative<Stage>(session->state().stage);
    }

    Persona persona;
    std::unique_ptr<client::ActivationSession> session;

private:
    bool act();

    std::string home_;
};

/// What an app that has ended left behind.
struct Remains {
    Letter letter;
    std::string home;
};

/// A new subscriber's app comes to `Stage` and ends there; `last` is done just before.
template<class Stage>
Remains endedAt(World &world, const std::function<void()> &last = {})
{
    Remains remains{world.subscribe(), world.scratch.file("home")};
    App app(world, remains.home, {.letter = remains.letter});
    if (!app.goOnTo<Stage>())
        throw std::runtime_error(std::string(codeText(app.failure().value_or(FailureCode::ServiceError))) +
                                 " at " + std::string(nameOf(app.state().stage)));
    if (last)
        last();
    return remains;
}

/// Nothing waits: retries come at once, polls are short.
[[nodiscard]] client::Pace quickPace();

} // namespace smartca::test
