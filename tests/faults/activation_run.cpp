// SPDX-License-Identifier: Apache-2.0
#include "faults/activation_run.h"

#include "platform/linux/linux_device.h"
#include "protocol/activation_input.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace smartca::testing {
namespace {

using namespace journey::activation;

std::string readFile(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// RFC 2045 §6.7, as much as our own mails use of it.
std::string fromQuotedPrintable(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            plain += text[i];
        } else if (text.substr(i + 1, 2) == "\r\n") {
            i += 2;
        } else {
            plain += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
            i += 2;
        }
    }
    return plain;
}

std::string plainPart(const std::string &mail)
{
    const auto part = mail.find("Content-Type: text/plain");
    const auto begin = mail.find("\r\n\r\n", part);
    const auto end = mail.find("\r\n--", begin);
    if (part == std::string::npos || begin == std::string::npos || end == std::string::npos)
        return {};
    return fromQuotedPrintable(std::string_view(mail).substr(begin + 4, end - begin - 4));
}

/// The mail's text; without its links when it is the code that is wanted.
std::string textOf(const std::filesystem::path &mail, Wanted wanted)
{
    auto text = plainPart(readFile(mail));
    while (wanted == Wanted::Code) {
        const auto link = text.find("https://");
        if (link == std::string::npos)
            break;
        text.erase(link, text.find_first_of(" \r\n", link) - link);
    }
    return text;
}

/// The person before the screen.
class Driver : public QObject {
public:
    Driver(client::ActivationSession &session, Person &person, const RunOptions &options)
        : session_(session), person_(person), options_(options)
    {
        connect(&session, &client::ActivationSession::stateChanged, this, &Driver::look,
                Qt::QueuedConnection);
        connect(&session, &client::ActivationSession::busyChanged, this, &Driver::look, Qt::QueuedConnection);
        connect(&deadline_, &QTimer::timeout, &loop_, &QEventLoop::quit);
        deadline_.setSingleShot(true);
        deadline_.start(120'000);
    }

    RunOutcome run()
    {
        session_.start();
        look();
        if (!ended_)
            loop_.exec();
        outcome_.state = session_.state();
        outcome_.dossier = session_.dossier();
        outcome_.requests = session_.requestCount();
        outcome_.connections = session_.connectionCount();
        return std::move(outcome_);
    }

private:
    void look()
    {
        const auto &state = session_.state();
        if (ended_)
            return;
        if (options_.until && options_.until(state))
            return end();
        if (session_.busy())
            return;
        if (std::holds_alternative<Active>(state.stage) || std::holds_alternative<AtHome>(state.stage))
            return end();
        if (state.failure)
            return meet(*state.failure);
        std::visit([this](const auto &stage) { on(stage); }, state.stage);
    }
    void end()
    {
        ended_ = true;
        loop_.quit();
    }
    void meet(const Failure &failure)
    {
        outcome_.seen.push_back(failure.code);
        if (static_cast<int>(outcome_.seen.size()) > options_.patience) {
            outcome_.failure = failure;
            return end();
        }
        session_.submit(RetryPressed{});
    }
    void put(SecretSlot slot, std::string_view text)
    {
        session_.vault().put(slot, SecretBytes::fromText(text));
    }

    template<class Stage>
    void on(const Stage &)
    {} // nothing to do but wait
    void on(const Welcome &) { session_.submit(StartPressed{}); }
    void on(const ReadingPrivacy &) { session_.submit(PrivacyAccepted{}); }
    void on(const EnteringDetails &)
    {
        session_.vault().put(SecretSlot::Username, person_.username.clone());
        session_.vault().put(person_.token.empty() ? SecretSlot::Code : SecretSlot::Token,
                             (person_.token.empty() ? person_.code : person_.token).clone());
        session_.submit(DetailsSubmitted{});
    }
    void on(const ChoosingPassword &)
    {
        put(SecretSlot::Password, person_.password);
        put(SecretSlot::PasswordAgain, person_.password);
        session_.submit(PasswordChosen{});
    }
    void on(const ChoosingPin &)
    {
        put(SecretSlot::NewPin, person_.pin);
        session_.submit(PinChosen{});
    }
    void on(const RepeatingPin &)
    {
        put(SecretSlot::PinAgain, person_.pin);
        session_.submit(PinRepeated{session_.vault().pinsEqual()});
    }
    void on(const ConfirmingBiometric &) { session_.submit(BiometricSkipped{}); }
    void on(const ReviewingCertificate &) { session_.submit(CertificateRight{}); }
    void on(const ReadingRecord &stage)
    {
        if (stage.readToEnd)
            session_.submit(SignPressed{});
        else
            session_.submit(RecordReadToEnd{});
    }
    void on(const EnteringSigningPin &)
    {
        put(SecretSlot::SigningPin, person_.pin);
        session_.submit(SigningPinEntered{});
    }
    void on(const OfferingResume &) { session_.submit(ResumeWanted{}); }

    client::ActivationSession &session_;
    Person &person_;
    const RunOptions &options_;
    RunOutcome outcome_;
    QEventLoop loop_;
    QTimer deadline_;
    bool ended_ = false;
};

} // namespace

Person readMail(const std::filesystem::path &mailbox, Wanted wanted)
{
    std::vector<std::filesystem::path> mails;
    for (const auto &entry : std::filesystem::directory_iterator(mailbox))
        if (entry.path().extension() == ".eml")
            mails.push_back(entry.path());
    std::sort(mails.rbegin(), mails.rend());
    for (const auto &mail : mails)
        if (auto found = protocol::findActivationInput(textOf(mail, wanted)))
            return {.username = std::move(found->username),
                    .code = std::move(found->code),
                    .token = std::move(found->token)};
    return {};
}

RunOutcome runActivation(Person person, const RunOptions &options)
{
    auto device = platform::makeLinuxDevice(options.home.string());
    if (!device)
        return {.state = {}, .dossier = {}, .failure = device.error(), .seen = {device.error().code}};
    client::ActivationSession session({.profile = options.profile,
                                       .home = options.home.string(),
                                       .appVersion = "0.1.0",
                                       .language = Language::Vietnamese,
                                       .pace = options.pace},
                                      std::move(*device));
    return Driver(session, person, options).run();
}

} // namespace smartca::testing
