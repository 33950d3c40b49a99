// SPDX-License-Identifier: Apache-2.0
#include "tests/flow/world.h"

#include "client/journal.h"
#include "platform/linux/linux_device.h"
#include "sandbox/admin/commands.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <thread>

namespace smartca::test {
namespace {

using namespace activation;
constexpr int patienceMs = 30'000;

std::string contentOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// RFC 2045 §6.7, as far as a mail of ours needs it.
std::string unquoted(const std::string &text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            out += text[i];
        } else if (text.compare(i, 3, "=\r\n") == 0) {
            i += 2;
        } else if (i + 2 < text.size()) {
            out += static_cast<char>(std::strtol(text.substr(i + 1, 2).c_str(), nullptr, 16));
            i += 2;
        }
    }
    return out;
}

std::optional<Letter> letterIn(const std::string &mail)
{
    const auto text = unquoted(mail);
    std::smatch code;
    std::smatch token;
    std::smatch username;
    if (!std::regex_search(text, code, std::regex("Mã kích hoạt: ([0-9A-Z]{4}-[0-9A-Z]{4})")) ||
        !std::regex_search(text, token, std::regex("[#&;]t=([A-Za-z0-9_-]+)")) ||
        !std::regex_search(text, username, std::regex("[#&;]u=([0-9A-Za-z]+)")))
        return std::nullopt;
    return Letter{username[1], code[1], token[1]};
}

void put(client::SecretVault &vault, SecretSlot slot, const std::string &text)
{
    vault.put(slot, SecretBytes::fromText(text));
}

} // namespace

World::World(crypto::KeyKind credential)
{
    options.data = scratch.file("service");
    options.listen = "127.0.0.1:0";
    options.credential = credential;
    options.keyPool = credential == crypto::KeyKind::P256 ? 0 : 1;
    options.clock = &clock;
    start();
}

World::~World()
{
    stop();
}

void World::start()
{
    stop();
    auto opened = sandbox::Service::open(options);
    if (!opened)
        throw std::runtime_error("service: " + opened.error().detail);
    service = std::move(*opened);
    if (const auto started = service->start(); !started)
        throw std::runtime_error("service: " + started.error().detail);
    options.listen = "127.0.0.1:" + std::to_string(service->port()); // the same again after a restart
}

void World::stop()
{
    if (service)
        service->stop();
    service.reset();
}

Letter World::subscribe(const std::string &username)
{
    const sandbox::Person person{.username = username,
                                 .name = "Nguyễn Thị Hoà",
                                 .email = "hoa@example.vn",
                                 .phone = "0912345678",
                                 .birthday = "1962-04-13",
                                 .idNumber = username,
                                 .language = Language::Vietnamese};
    const auto added = sandbox::admin::addSubscriber(service->folder(), person);
    if (!added)
        throw std::runtime_error("subscriber: " + added.error().detail);
    return letter();
}

Letter World::letter()
{
    for (int i = 0; i < 300; ++i) {
        std::error_code none;
        for (const auto &entry : std::filesystem::directory_iterator(service->mailbox(), none)) {
            if (entry.path().extension() != ".eml")
                continue;
            const auto found = letterIn(contentOf(entry.path()));
            if (found && codesSeen_.insert(found->code).second)
                return *found;
        }
        QEventLoop loop;
        QTimer::singleShot(10, &loop, &QEventLoop::quit);
        loop.exec();
    }
    throw std::runtime_error("no mail came");
}

client::Pace quickPace()
{
    client::Pace pace;
    pace.wait = [](Milliseconds) {};
    pace.longPoll = Seconds(1);
    return pace;
}

App::App(const World &world, std::string home, Persona person)
    : App(world, std::move(home), std::move(person), world.service->profile(), quickPace())
{}

App::App(const World &world, std::string home, Persona person, protocol::ServiceProfile profile,
         client::Pace pace, std::string appVersion, Milliseconds wallError,
         const std::function<void(device::Device &)> &refit)
    : persona(std::move(person)), home_(std::move(home))
{
    auto clock = std::make_unique<BorrowedClock>(world.clock);
    clock->wallError = wallError;
    auto device = platform::makeLinuxDevice(home_, std::move(clock));
    if (!device)
        throw std::runtime_error("device: " + device.error().detail);
    if (refit)
        refit(*device);
    session = std::make_unique<client::ActivationSession>(
        client::SessionOptions{.profile = std::move(profile),
                               .home = home_,
                               .appVersion = std::move(appVersion),
                               .pace = std::move(pace)},
        std::move(*device));
    session->start();
}

App::~App() = default;

std::optional<FailureCode> App::failure() const
{
    const auto &shown = state().failure;
    return shown ? std::optional(shown->code) : std::nullopt;
}

void App::press(const Event &event)
{
    session->submit(event);
}

bool App::waitUntil(const std::function<bool()> &holds)
{
    QEventLoop loop;
    bool late = false;
    QTimer guard;
    guard.setSingleShot(true);
    QObject::connect(&guard, &QTimer::timeout, &loop, [&] {
        late = true;
        loop.quit();
    });
    guard.start(patienceMs);
    QObject::connect(session.get(), &client::ActivationSession::stateChanged, &loop, &QEventLoop::quit);
    QObject::connect(session.get(), &client::ActivationSession::busyChanged, &loop, &QEventLoop::quit);
    QObject::connect(session.get(), &client::ActivationSession::dossierChanged, &loop, &QEventLoop::quit);
    QObject::connect(session.get(), &client::ActivationSession::pinExpired, &loop, &QEventLoop::quit);
    while (!holds() && !late)
        loop.exec();
    return holds();
}

bool App::waitUntilKept(const std::function<bool(const State &)> &holds) const
{
    const client::Journal journal(home_, *session->device().secrets);
    const QDeadlineTimer deadline(patienceMs);
    while (!deadline.hasExpired()) {
        if (const auto kept = journal.load(); kept && *kept && holds((*kept)->state))
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

bool App::waitUntilAllKept()
{
    return waitUntil([&] { return !session->busy(); }) &&
           waitUntilKept([&](const auto &kept) { return kept.facts == state().facts; });
}

bool App::goOn(const std::function<bool(const State &)> &until)
{
    while (true) {
        if (until(state()))
            return true;
        // A wrong PIN is answered on the sheet itself.
        const bool onSheet = at<EnteringSigningPin>() || at<OpeningPinSheet>();
        if (state().failure && !(onSheet && failure() == FailureCode::PinWrong))
            return false;
        const auto before = session->trace().entries().size();
        if (act())
            continue;
        if (!waitUntil([&] { return session->trace().entries().size() != before; })) {
            ADD_FAILURE() << "nothing happened for half a minute at " << nameOf(state().stage);
            return false;
        }
    }
}

bool App::act()
{
    auto &vault = session->vault();
    const auto submit = [&](const Event &event) {
        session->submit(event);
        return true;
    };
    if (at<Welcome>())
        return submit(StartPressed{});
    if (at<ReadingPrivacy>())
        return submit(PrivacyAccepted{});
    if (at<EnteringDetails>()) {
        put(vault, SecretSlot::Username, persona.letter.username);
        if (persona.useToken)
            put(vault, SecretSlot::Token, persona.letter.token);
        else
            put(vault, SecretSlot::Code, std::regex_replace(persona.letter.code, std::regex("-"), ""));
        return submit(DetailsSubmitted{});
    }
    if (at<ChoosingPassword>()) {
        put(vault, SecretSlot::Password, persona.password);
        put(vault, SecretSlot::PasswordAgain, persona.password);
        return submit(PasswordChosen{});
    }
    if (at<ChoosingPin>()) {
        put(vault, SecretSlot::NewPin, persona.pin);
        const auto rule = vault.judgePin();
        return rule ? submit(PinRejected{*rule}) : submit(PinChosen{});
    }
    if (at<RepeatingPin>()) {
        put(vault, SecretSlot::PinAgain, persona.pin);
        return submit(PinRepeated{vault.pinsEqual()});
    }
    if (const auto *biometric = std::get_if<ConfirmingBiometric>(&state().stage))
        return !biometric->asking && submit(BiometricSkipped{});
    if (at<ReviewingCertificate>())
        return submit(CertificateRight{});
    if (const auto *reading = std::get_if<ReadingRecord>(&state().stage))
        return reading->readToEnd ? submit(SignPressed{}) : submit(RecordReadToEnd{});
    if (at<EnteringSigningPin>()) {
        const bool right = persona.wrongPins.empty();
        put(vault, SecretSlot::SigningPin, right ? persona.pin : persona.wrongPins.front());
        if (!right)
            persona.wrongPins.erase(persona.wrongPins.begin());
        return submit(SigningPinEntered{});
    }
    if (at<OfferingResume>())
        return submit(ResumeWanted{});
    return false;
}

} // namespace smartca::test
