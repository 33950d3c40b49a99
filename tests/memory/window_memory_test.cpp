// SPDX-License-Identifier: Apache-2.0
// The app's own window in this process: the real pages over a live session, clicked and typed into, and the
// whole memory searched after each step.
#include "app/application.h"
#include "app/demo/person.h"
#include "client/session.h"
#include "platform/linux/linux_device.h"
#include "tests/memory/memory_scan.h"
#include "tests/memory/service_process.h"
#include "tests/memory/turned_clock.h"
#include "ui/session_source.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QKeyEvent>

#include <gtest/gtest.h>
#include <unistd.h>

namespace smartca::test {
namespace {

using app::demo::Person;
using Page = ui::ActivationViewModel::Page;

constexpr int patience = 60; // seconds

void expectOnlySecureCopies(std::size_t wanted, const MaskedPin &pin = thePin)
{
    const auto report = scanMemory(::getpid(), pin);
    EXPECT_EQ(report.copies.size(), wanted) << describe(report);
    for (const auto &copy : report.copies)
        EXPECT_TRUE(copy.secure) << describe(report);
}

void expectNoCopy(const MaskedPin &pin = thePin)
{
    expectOnlySecureCopies(0, pin);
}

/// Six characters out of the middle of a password, "q7Wz-K", under the same mask.
constexpr MaskedPin passwordPart({0xD4, 0x92, 0xF2, 0xDF, 0x88, 0xEE});

/// Far longer than a field takes, and the part once more in what is left over: a copy of the whole leaves a
/// hole in the heap that nothing fills at once.
void putPasswordOnClipboard()
{
    QString text(10'000, QLatin1Char('x'));
    for (const qsizetype at : {12, 5'000})
        for (std::size_t i = 0; i < 6; ++i)
            text[at + static_cast<qsizetype>(i)] = QLatin1Char(static_cast<char>(passwordPart.character(i)));
    QGuiApplication::clipboard()->setText(text);
}

/// The window, and a person who stops where the test wants to look.
class Window {
public:
    explicit Window(const ServiceProcess &service)
        : mail_(service.mail()),
          home_(QString::fromStdString(service.scratch.file("home"))),
          settings_(madeHome(home_)),
          source_(
              {.sandbox = true, .hotline = "18001260", .appVersion = "0.1.0"},
              [&service, hand = hand_]() -> Result<std::unique_ptr<client::ActivationSession>> {
                  client::SessionOptions options{.profile = service.profile(),
                                                 .home = service.scratch.file("home"),
                                                 .appVersion = "0.1.0"};
                  SMARTCA_TRY(auto device,
                              platform::makeLinuxDevice(options.home, std::make_unique<TurnedClock>(hand)));
                  return std::make_unique<client::ActivationSession>(std::move(options), std::move(device));
              }),
          app_(source_, settings_)
    {
        settings_.setReduceMotion(true);
        opened_ = app_.load();
        source_.open();
    }
    [[nodiscard]] bool opened() const { return opened_; }
    void passMinute() { *hand_ += 60'000; }
    [[nodiscard]] ui::ActivationViewModel &model() { return app_.activation(); }
    [[nodiscard]] client::ActivationSession &session() { return *source_.session(); }

    [[nodiscard]] bool arrive(Page page)
    {
        const bool there = Person::waitUntil([&] { return model().page() == page; }, patience);
        if (!there)
            ADD_FAILURE() << "stuck: " << model().failure()->title().toStdString();
        Person::pause(50); // the page draws itself
        return there;
    }
    [[nodiscard]] bool click(const char *name) { return person().click(QString::fromUtf8(name)); }
    /// On the keys of the pad.
    [[nodiscard]] bool press(const MaskedPin &pin)
    {
        for (std::size_t i = 0; i < 6; ++i)
            if (!person().click(QChar(pin.character(i))))
                return false;
        return true;
    }
    /// On the keyboard.
    void type(const MaskedPin &pin)
    {
        for (std::size_t i = 0; i < 6; ++i)
            person().type(QChar(pin.character(i)));
    }

    [[nodiscard]] bool goToPassword()
    {
        return arrive(Page::Welcome) && click("Kích hoạt tài khoản") && arrive(Page::Privacy) &&
               click("Đồng ý và tiếp tục") && arrive(Page::Details) && pasteMail() && click("Tiếp tục") &&
               arrive(Page::Password);
    }
    [[nodiscard]] bool goToPin() { return goToPassword() && choosePassword() && arrive(Page::Pin); }
    void paste()
    {
        QKeyEvent event(QEvent::KeyPress, Qt::Key_V, Qt::ControlModifier);
        QCoreApplication::sendEvent(app_.window(), &event);
    }
    [[nodiscard]] bool goToCertificate()
    {
        return arrive(Page::Biometric) && person().click(model().biometric()->primaryText()) &&
               arrive(Page::Certificate);
    }
    [[nodiscard]] bool goToSigningPin()
    {
        if (!goToPin() || !press(thePin) || !click("Tiếp tục") || !arrive(Page::PinRepeat) ||
            !press(thePin) || !click("Xác nhận mã PIN") || !goToCertificate())
            return false;
        return signRecord();
    }
    [[nodiscard]] bool signRecord()
    {
        if (!click("Thông tin đúng") || !arrive(Page::Record))
            return false;
        auto &record = *model().record();
        if (!Person::waitUntil([&] { return record.pageCount() > 0; }, patience))
            return false;
        for (int pages = 0; !record.canSign() && pages <= record.pageCount(); ++pages) {
            if (!record.nextPageText().isEmpty() && !person().click(record.nextPageText()))
                return false;
            Person::pause(200);
        }
        return click("Ký biên bản") &&
               Person::waitUntil([&] { return model().pinSheetOpen() && !model().signing()->opening(); },
                                 patience);
    }

private:
    static const QString &madeHome(const QString &home)
    {
        QDir().mkpath(home);
        return home;
    }
    [[nodiscard]] Person person() const { return Person(app_.window()); }
    [[nodiscard]] bool pasteMail()
    {
        QGuiApplication::clipboard()->setText(
            QStringLiteral("Tên đăng nhập: %1\nMã kích hoạt: %2\n")
                .arg(QString::fromUtf8(mail_.username.text().data(), static_cast<int>(mail_.username.size())),
                     QString::fromUtf8(mail_.code.text().data(), static_cast<int>(mail_.code.size()))));
        return click("Dán từ email") &&
               Person::waitUntil([&] { return model().details()->canContinue(); }, patience);
    }
    [[nodiscard]] bool choosePassword()
    {
        for (const auto *field : {"Mật khẩu mới", "Nhập lại mật khẩu"}) {
            if (!click(field))
                return false;
            person().type(QStringLiteral("Song-Hong-29"));
        }
        return click("Tiếp tục");
    }

    testing::Person mail_;
    TurnedClock::Hand hand_ = TurnedClock::makeHand();
    QString home_;
    ui::AppSettings settings_;
    ui::SessionSource source_;
    app::Application app_;
    bool opened_ = false;
};

class WindowMemory : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (qEnvironmentVariableIsSet("SMARTCA_SANITIZED"))
            GTEST_SKIP() << "sanitizers keep freed memory, and their shadow is terabytes";
        ASSERT_TRUE(service_.ready());
        const auto before = scanMemory(::getpid(), thePin);
        if (before.refused)
            GTEST_SKIP() << "the kernel forbids process_vm_readv here";
        ASSERT_TRUE(before.copies.empty()) << "the test itself keeps the PIN: " << describe(before);
    }
    [[nodiscard]] std::unique_ptr<Window> window()
    {
        auto window = std::make_unique<Window>(service_);
        EXPECT_TRUE(window->opened());
        return window;
    }

    ServiceProcess service_;
};

TEST_F(WindowMemory, pin_pressed_typed_and_shown_lies_in_the_vault_alone_and_nowhere_after_success)
{
    const auto app = window();
    ASSERT_TRUE(app->goToPin());
    ASSERT_TRUE(app->press(thePin));
    expectOnlySecureCopies(1);
    ASSERT_TRUE(app->click("Hiện số"));
    Person::pause(100); // drawn
    ASSERT_TRUE(app->model().pin()->first()->revealed());
    expectOnlySecureCopies(1);
    ASSERT_TRUE(app->click("Tiếp tục") && app->arrive(Page::PinRepeat));
    app->type(thePin);
    expectOnlySecureCopies(2);
    ASSERT_TRUE(app->click("Xác nhận mã PIN") && app->goToCertificate());
    expectNoCopy();

    ASSERT_TRUE(app->signRecord());
    ASSERT_TRUE(app->press(thePin));
    expectOnlySecureCopies(1);
    ASSERT_TRUE(app->click("Ký biên bản") && app->arrive(Page::Done));
    expectNoCopy();
}

TEST_F(WindowMemory, neither_wrong_nor_right_pin_is_left_after_a_refusal)
{
    const auto app = window();
    ASSERT_TRUE(app->goToSigningPin());
    app->type(aWrongPin);
    expectOnlySecureCopies(1, aWrongPin);
    ASSERT_TRUE(app->click("Ký biên bản"));
    ASSERT_TRUE(Person::waitUntil([&] { return app->model().signing()->entry()->wrong(); }, patience));
    EXPECT_EQ(app->session().state().failure->code, FailureCode::PinWrong);
    expectNoCopy(aWrongPin);
    expectNoCopy();
}

TEST_F(WindowMemory, pin_is_gone_after_its_minute_though_the_request_still_waits)
{
    const auto app = window();
    ASSERT_TRUE(app->goToSigningPin());
    service_.freeze();
    ASSERT_TRUE(app->press(thePin) && app->click("Ký biên bản"));
    app->passMinute();
    const auto gone = [&] { return scanMemory(::getpid(), thePin).copies.empty(); };
    EXPECT_TRUE(Person::waitUntil([&] { return gone() || !app->session().busy(); }, patience));
    EXPECT_TRUE(app->session().busy()) << "it was the time that ended the PIN, not the request";
    expectNoCopy();
    service_.goOn();
    ASSERT_TRUE(Person::waitUntil([&] { return !app->session().busy(); }, patience));
    expectNoCopy();
}

TEST_F(WindowMemory, pin_typed_and_never_confirmed_is_gone_after_its_minute)
{
    const auto app = window();
    ASSERT_TRUE(app->goToSigningPin());
    ASSERT_TRUE(app->press(thePin));
    expectOnlySecureCopies(1);
    app->passMinute();
    auto &entry = *app->model().signing()->entry();
    EXPECT_TRUE(Person::waitUntil([&] { return entry.count() == 0; }, patience));
    EXPECT_EQ(app->model().announcement(), entry.expiredText());
    expectNoCopy();
}

TEST_F(WindowMemory, pasted_password_lies_in_the_vault_and_on_the_clipboard_alone)
{
    const auto app = window();
    ASSERT_TRUE(app->goToPassword() && app->click("Mật khẩu mới"));
    putPasswordOnClipboard();
    app->paste();
    ASSERT_GT(app->model().password()->first()->length(), 18);
    const auto report = scanMemory(::getpid(), passwordPart);
    int inVault = 0;
    for (const auto &copy : report.copies) {
        // The clipboard keeps UTF-16, and belongs to whoever filled it.
        EXPECT_TRUE(copy.width == 2 || copy.secure) << describe(report);
        inVault += copy.secure ? 1 : 0;
    }
    EXPECT_EQ(inVault, 1) << describe(report);
}

TEST_F(WindowMemory, pin_erased_digit_by_digit_is_gone)
{
    const auto app = window();
    ASSERT_TRUE(app->goToPin());
    ASSERT_TRUE(app->press(thePin));
    for (int i = 0; i < 6; ++i)
        ASSERT_TRUE(app->click("Xoá"));
    expectNoCopy();
}

} // namespace
} // namespace smartca::test

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qunsetenv("DBUS_SESSION_BUS_ADDRESS"); // keys stay in the test's folder, whatever runs on this machine
    smartca::app::prepareProcess();
    ::testing::InitGoogleTest(&argc, argv);
    const QGuiApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
