// SPDX-License-Identifier: Apache-2.0
#include "journey/activation/names.h"
#include "platform/linux/linux_device.h"
#include "tests/memory/memory_scan.h"
#include "tests/memory/service_process.h"
#include "tests/memory/turned_clock.h"

#include <QEventLoop>
#include <QTimer>

#include <gtest/gtest.h>
#include <unistd.h>

namespace smartca::test {
namespace {

using namespace journey::activation;
using client::SecretVault;

ScanReport scanOwn(const MaskedPin &pin = thePin)
{
    return scanMemory(::getpid(), pin);
}

/// Digit by digit, as the PIN pad does.
void type(SecretVault &vault, SecretSlot slot, const MaskedPin &pin)
{
    vault.wipe(slot);
    for (std::size_t i = 0; i < 6; ++i)
        vault.appendDigit(slot, pin.character(i) - '0');
}

/// The app's shell in this process, and a person who stops where the test wants to look.
class Shell {
public:
    explicit Shell(const ServiceProcess &service)
        : mail_(service.mail()),
          session({.profile = service.profile(), .home = service.scratch.file("home"), .appVersion = "0.1.0"},
                  std::move(platform::makeLinuxDevice(service.scratch.file("home"),
                                                      std::make_unique<TurnedClock>(hand_))
                                .value()))
    {
        session.start();
    }

    void passMinute() { *hand_ += 60'000; }

    /// Answers pages until the session rests at `S`; false after a minute or at a failure.
    template<class S>
    bool goTo()
    {
        return waitUntil([this] {
            if (!session.busy() && std::holds_alternative<S>(session.state().stage))
                return true;
            if (!session.busy() && !session.state().failure)
                std::visit([this](const auto &stage) { on(stage); }, session.state().stage);
            return false;
        });
    }

    bool waitUntil(const std::function<bool()> &holds)
    {
        bool late = false;
        QEventLoop loop;
        QTimer deadline;
        QObject::connect(&deadline, &QTimer::timeout, &loop, [&] {
            late = true;
            loop.quit();
        });
        deadline.start(30'000);
        QTimer look; // some of what is waited for has no signal
        QObject::connect(&look, &QTimer::timeout, &loop, &QEventLoop::quit);
        look.start(20);
        while (!holds() && !late)
            loop.exec();
        if (late)
            ADD_FAILURE() << "nothing more happened at " << nameOf(session.state().stage) << ": "
                          << (session.state().failure ? session.state().failure->detail : "no failure");
        return !late;
    }

private:
    template<class Stage>
    void on(const Stage &)
    {}
    void on(const Welcome &) { session.submit(StartPressed{}); }
    void on(const ReadingPrivacy &) { session.submit(PrivacyAccepted{}); }
    void on(const EnteringDetails &)
    {
        session.vault().put(SecretSlot::Username, mail_.username.clone());
        session.vault().put(SecretSlot::Code, mail_.code.clone());
        session.submit(DetailsSubmitted{});
    }
    void on(const ChoosingPassword &)
    {
        for (const auto slot : {SecretSlot::Password, SecretSlot::PasswordAgain})
            session.vault().put(slot, SecretBytes::fromText("Song-Hong-29"));
        session.submit(PasswordChosen{});
    }
    void on(const ChoosingPin &)
    {
        type(session.vault(), SecretSlot::NewPin, thePin);
        session.submit(PinChosen{});
    }
    void on(const RepeatingPin &)
    {
        type(session.vault(), SecretSlot::PinAgain, thePin);
        session.submit(PinRepeated{session.vault().pinsEqual()});
    }
    void on(const ConfirmingBiometric &) { session.submit(BiometricSkipped{}); }
    void on(const ReviewingCertificate &) { session.submit(CertificateRight{}); }
    void on(const ReadingRecord &stage)
    {
        session.submit(stage.readToEnd ? Event(SignPressed{}) : Event(RecordReadToEnd{}));
    }

    testing::Person mail_;
    TurnedClock::Hand hand_ = TurnedClock::makeHand();

public:
    client::ActivationSession session;
};

class ShellMemory : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (qEnvironmentVariableIsSet("SMARTCA_SANITIZED"))
            GTEST_SKIP() << "sanitizers keep freed memory, and their shadow is terabytes";
        ASSERT_TRUE(service.ready());
        const auto before = scanOwn();
        if (before.refused)
            GTEST_SKIP() << "the kernel forbids process_vm_readv here";
        ASSERT_TRUE(before.copies.empty()) << "the test itself keeps the PIN: " << describe(before);
        ASSERT_GT(before.octets, std::size_t{1} << 20U);
    }

    /// What the other tests' silence rests on: where there are copies, they are seen.
    static void expectOnlySecureCopies(std::size_t wanted, const MaskedPin &pin = thePin)
    {
        const auto report = scanOwn(pin);
        EXPECT_EQ(report.copies.size(), wanted) << describe(report);
        for (const auto &copy : report.copies)
            EXPECT_TRUE(copy.secure) << describe(report);
    }
    static void expectNoCopy(const MaskedPin &pin = thePin)
    {
        const auto report = scanOwn(pin);
        EXPECT_TRUE(report.copies.empty()) << describe(report);
        EXPECT_EQ(report.unreadable, 0U);
    }

    ServiceProcess service;
};

TEST_F(ShellMemory, scan_finds_copies_outside_the_secure_heap_in_both_encodings)
{
    SecretVault vault;
    type(vault, SecretSlot::NewPin, thePin);
    expectOnlySecureCopies(1);
    {
        std::vector<char> narrow(64);
        QString wide(64, QLatin1Char('-'));
        for (std::size_t i = 0; i < 6; ++i) {
            narrow[i + 3] = static_cast<char>(thePin.character(i));
            wide[static_cast<qsizetype>(i + 3)] = QLatin1Char(static_cast<char>(thePin.character(i)));
        }
        const auto report = scanOwn();
        ASSERT_EQ(report.copies.size(), 3U) << describe(report);
        const auto open = [](const Copy &copy) { return !copy.secure; };
        EXPECT_EQ(std::count_if(report.copies.begin(), report.copies.end(), open), 2);
        EXPECT_EQ(
            std::count_if(report.copies.begin(), report.copies.end(), [](auto &c) { return c.width == 2; }),
            1);
        wipe(narrow.data(), narrow.size());
        wide.fill(QLatin1Char('-'));
    }
    vault.wipeAll();
    expectNoCopy();
}

TEST_F(ShellMemory, pin_lies_in_the_vault_alone_and_nowhere_after_enrolment_and_success)
{
    Shell shell(service);
    ASSERT_TRUE(shell.goTo<ChoosingPin>());
    type(shell.session.vault(), SecretSlot::NewPin, thePin);
    expectOnlySecureCopies(1);
    ASSERT_TRUE(shell.goTo<ReviewingCertificate>());
    expectNoCopy();
    ASSERT_TRUE(shell.goTo<EnteringSigningPin>());
    type(shell.session.vault(), SecretSlot::SigningPin, thePin);
    expectOnlySecureCopies(1);
    shell.session.submit(SigningPinEntered{});
    ASSERT_TRUE(shell.goTo<Active>());
    expectNoCopy();
}

TEST_F(ShellMemory, neither_wrong_nor_right_pin_is_left_after_a_refusal)
{
    Shell shell(service);
    ASSERT_TRUE(shell.goTo<EnteringSigningPin>());
    type(shell.session.vault(), SecretSlot::SigningPin, aWrongPin);
    expectOnlySecureCopies(1, aWrongPin);
    shell.session.submit(SigningPinEntered{});
    ASSERT_TRUE(shell.waitUntil([&] { return !shell.session.busy() && shell.session.state().failure; }));
    EXPECT_EQ(shell.session.state().failure->code, FailureCode::PinWrong);
    expectNoCopy(aWrongPin);
    expectNoCopy();
}

TEST_F(ShellMemory, pin_is_gone_after_its_minute_though_the_request_still_waits)
{
    Shell shell(service);
    ASSERT_TRUE(shell.goTo<EnteringSigningPin>());
    service.freeze();
    type(shell.session.vault(), SecretSlot::SigningPin, thePin);
    shell.session.submit(SigningPinEntered{});
    shell.passMinute();
    EXPECT_TRUE(shell.waitUntil([&] { return !shell.session.vault().has(SecretSlot::SigningPin); }));
    EXPECT_TRUE(shell.waitUntil([&] { return scanOwn().copies.empty() || !shell.session.busy(); }));
    EXPECT_TRUE(shell.session.busy()) << "it was the time that ended the PIN, not the request";
    expectNoCopy();
    service.goOn();
    ASSERT_TRUE(shell.waitUntil([&] { return !shell.session.busy(); }));
    expectNoCopy();
}

} // namespace
} // namespace smartca::test
