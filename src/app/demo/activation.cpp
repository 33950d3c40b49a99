// SPDX-License-Identifier: Apache-2.0
#include "app/demo/activation.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTextStream>

namespace smartca::app::demo {
namespace {

using Page = ui::ActivationViewModel::Page;

/// What this subscriber chooses. A sandbox account of a person who does not exist.
constexpr auto password = "Sen-Trang-62";
constexpr const char *pin[] = {"4", "8", "5", "9", "1", "3"};

void say(const QString &text)
{
    QTextStream(stdout) << text << Qt::endl;
}

} // namespace

bool Activation::run(const QString &mailText)
{
    return arrive(Page::Welcome, "The app is open", "welcome") && click("Kích hoạt tài khoản") &&
           arrive(Page::Privacy, "What the service uses", "privacy") && click("Đồng ý và tiếp tục") &&
           enterDetails(mailText) && choosePassword() && choosePin() && confirmBiometric() &&
           checkCertificate() && signRecord();
}

bool Activation::arrive(Page page, const char *what, const char *name, int seconds)
{
    auto &activation = app_.activation();
    const auto there = [&] { return activation.page() == page || activation.page() == Page::Problem; };
    if (!Person::waitUntil(there, seconds) || activation.page() != page) {
        auto *failure = activation.failure();
        QTextStream(stderr) << "Stuck before: " << what << "; " << failure->code() << ' ' << failure->title()
                            << ' ' << failure->text() << '\n';
        return false;
    }
    say(QString::fromUtf8(what));
    return picture(name);
}

bool Activation::enterDetails(const QString &mailText)
{
    if (!arrive(Page::Details, "Username and code, from the e-mail", "details"))
        return false;
    QGuiApplication::clipboard()->setText(mailText);
    if (!click("Dán từ email"))
        return false;
    if (!Person::waitUntil([&] { return app_.activation().details()->canContinue(); }, 5)) {
        QTextStream(stderr) << "The e-mail's text fills nothing: " << app_.activation().failure()->title()
                            << '\n';
        return false;
    }
    return picture("details-pasted") && click("Tiếp tục");
}

bool Activation::choosePassword()
{
    return arrive(Page::Password, "Account found; choosing a password", "password") &&
           click("Mật khẩu mới") && (person_.type(QString::fromLatin1(password)), true) &&
           click("Nhập lại mật khẩu") && (person_.type(QString::fromLatin1(password)), true) &&
           picture("password-chosen") && click("Tiếp tục");
}

bool Activation::enterPin()
{
    for (const char *digit : pin)
        if (!click(digit))
            return false;
    return true;
}

bool Activation::choosePin()
{
    return arrive(Page::Pin, "Choosing a PIN", "pin") && enterPin() && picture("pin-chosen") &&
           click("Tiếp tục") && arrive(Page::PinRepeat, "Entering the PIN again", "pin-repeat") &&
           enterPin() && picture("pin-repeated") && click("Xác nhận mã PIN");
}

bool Activation::confirmBiometric()
{
    if (!arrive(Page::Biometric, "Confirming by finger", "biometric"))
        return false;
    // With a reader its prompt opens; without one the page offers to go on, where the policy lets it.
    return person_.click(app_.activation().biometric()->primaryText());
}

bool Activation::checkCertificate()
{
    if (app_.activation().page() == Page::Progress && !picture("progress"))
        return false;
    return arrive(Page::Certificate, "The certificate is there", "certificate", 60) &&
           click("Thông tin đúng");
}

bool Activation::signRecord()
{
    if (!arrive(Page::Record, "Reading the acceptance record", "record"))
        return false;
    auto *record = app_.activation().record();
    if (!Person::waitUntil([&] { return record->pageCount() > 0; }, 20))
        return false;
    for (int pages = 0; !record->canSign() && pages < record->pageCount() + 1; ++pages) {
        if (!record->nextPageText().isEmpty() && !person_.click(record->nextPageText()))
            return false;
        Person::pause(200);
    }
    if (!record->canSign())
        return false;
    if (!picture("record-read") || !click("Ký biên bản"))
        return false;
    auto *signing = app_.activation().signing();
    if (!Person::waitUntil([&] { return app_.activation().pinSheetOpen() && !signing->opening(); }, 20))
        return false;
    say(QStringLiteral("Signing with the PIN"));
    Person::pause(400); // the sheet comes in
    if (!picture("pin-sheet") || !enterPin() || !click("Ký biên bản"))
        return false;
    if (!Person::waitUntil([&] { return app_.activation().outcome()->handedIn(); }, 60))
        return false;
    return arrive(Page::Done, "Signed, verified, handed in", "done") && click("Về trang chủ") &&
           arrive(Page::Home, "The account is active", "home");
}

} // namespace smartca::app::demo
