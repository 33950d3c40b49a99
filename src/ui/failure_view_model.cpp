// SPDX-License-Identifier: Apache-2.0
#include "ui/failure_view_model.h"

#include "ui/words.h"

#include <QTimerEvent>

#include <algorithm>

namespace smartca::ui {
namespace {

using namespace activation;

QString iconOf(FailureCode code)
{
    const auto text = codeText(code);
    const auto starts = [&](std::string_view group) { return text.starts_with(group); };
    if (starts("ACT"))
        return QStringLiteral("mail");
    if (starts("PWD") || starts("PIN"))
        return QStringLiteral("lock");
    if (starts("BIO"))
        return QStringLiteral("fingerprint");
    if (starts("KEY") || starts("DSK") || starts("JRN"))
        return QStringLiteral("device");
    if (starts("NET"))
        return QStringLiteral("network");
    if (starts("CLK"))
        return QStringLiteral("clock");
    if (starts("CRT"))
        return QStringLiteral("certificate");
    if (starts("REC") || starts("SIG"))
        return QStringLiteral("document");
    if (starts("APP"))
        return QStringLiteral("update");
    return QStringLiteral("service");
}

/// What the journey hears when a person follows a remedy; nothing of those outside of it.
std::optional<Event> eventOf(Remedy remedy, FailureCode code)
{
    switch (remedy) {
    case Remedy::EditDetails:
    case Remedy::ChooseAnotherPassword:
    case Remedy::RetypePin:
        return FailureDismissed{};
    case Remedy::SendNewCode:
        return NewCodeWanted{};
    case Remedy::ChooseAnotherPin:
        return AnotherPinWanted{};
    case Remedy::TryAgain:
        return RetryPressed{};
    case Remedy::Reactivate:
        return code == FailureCode::PinBlocked ? Event{NewCodeWanted{}} : Event{ReactivationWanted{}};
    case Remedy::Home:
        return HomePressed{};
    case Remedy::PasteAgain:
    case Remedy::OpenSettings:
    case Remedy::CallHotline:
    case Remedy::UpdateApp:
    case Remedy::CloseAndReturn:
        return std::nullopt;
    }
    return std::nullopt;
}

/// Tries until a lock, and until typing a code is closed (docs/protocol.md §6).
constexpr int pinTriesPerLock = 3;
constexpr int codeTries = 5;

} // namespace

FailureViewModel::FailureViewModel(JourneySource &source, QObject *parent) : QObject(parent), source_(source)
{}

const std::optional<Failure> &FailureViewModel::failure() const
{
    return source_.state().failure ? source_.state().failure : local_;
}

bool FailureViewModel::inlineNow() const
{
    return active() && catalogueEntry(failure()->code).presentation == Presentation::Inline;
}

bool FailureViewModel::pageNow() const
{
    return active() && catalogueEntry(failure()->code).presentation == Presentation::Page;
}

QString FailureViewModel::code() const
{
    return active() ? toQString(codeText(failure()->code)) : QString();
}

FailureText FailureViewModel::describeNow() const
{
    return active() ? describe(client::toldWith(source_.dossier(), *failure()), language_) : FailureText{};
}

QString FailureViewModel::title() const
{
    return toQString(describeNow().title);
}

QString FailureViewModel::why() const
{
    return toQString(describeNow().why);
}

QString FailureViewModel::action() const
{
    return toQString(describeNow().action);
}

QString FailureViewModel::text() const
{
    const auto described = describeNow();
    return toQString(described.why.empty() ? described.action : described.why + " " + described.action)
        .trimmed();
}

QString FailureViewModel::primaryText() const
{
    if (!active())
        return {};
    switch (remedy()) {
    case Remedy::EditDetails:
        //: button of a problem: back to username and code
        return tr("Sửa thông tin");
    case Remedy::PasteAgain:
        //: button of a problem: paste the activation e-mail once more
        return tr("Dán lại từ email");
    case Remedy::SendNewCode:
        //: button of a problem: the service mails a new activation code
        return tr("Gửi mã mới");
    case Remedy::ChooseAnotherPin:
        //: button of a problem
        return tr("Chọn mã PIN khác");
    case Remedy::ChooseAnotherPassword:
        //: button of a problem
        return tr("Chọn mật khẩu khác");
    case Remedy::RetypePin:
        //: button of a problem
        return tr("Nhập lại mã PIN");
    case Remedy::TryAgain:
        //: button of a problem
        return tr("Thử lại");
    case Remedy::OpenSettings:
        //: button of a problem: the system's settings
        return tr("Mở Cài đặt điện thoại");
    case Remedy::CallHotline:
        //: button of a problem; %1 is the hotline's number
        return tr("Gọi %1").arg(hotlineText(source_.hotline()));
    case Remedy::Reactivate:
        if (failure()->code == FailureCode::PinBlocked)
            //: button of a problem: the signing key is gone, a new activation code is needed
            return tr("Nhận mã mới");
        //: button of a problem: start again with a new code
        return tr("Kích hoạt lại");
    case Remedy::UpdateApp:
        //: button of a problem: the app is too old
        return tr("Mở kho ứng dụng");
    case Remedy::CloseAndReturn:
        //: button of a problem: waiting helps
        return tr("Đóng, quay lại sau");
    case Remedy::Home:
        //: button of a problem
        return tr("Về trang chủ");
    }
    return {};
}

/// The catalogue does not know where it happened: where the journey cannot follow, the step is done again.
Remedy FailureViewModel::remedy() const
{
    const auto &state = source_.state();
    const auto remedy = catalogueEntry(failure()->code).remedy;
    const auto event = eventOf(remedy, failure()->code);
    const bool closed = state.failure && event && !takes(state, *event);
    return closed && takes(state, RetryPressed{}) ? Remedy::TryAgain : remedy;
}

FailureViewModel::SecondWay FailureViewModel::usualSecondWay() const
{
    if (maySkipBiometric())
        return SecondWay::SkipBiometric;
    switch (failure()->code) {
    case FailureCode::PinLocked:
        return SecondWay::ForgetPin;
    case FailureCode::CodeExpired:
    case FailureCode::CodeUsed:
    case FailureCode::CodeTypingClosed:
    case FailureCode::CodeOnOtherDevice:
    case FailureCode::AccountLocked:
    case FailureCode::AccountAlreadyActive:
        return SecondWay::OtherCode;
    case FailureCode::CertificateHeld:
    case FailureCode::NotHandedIn:
        return SecondWay::CloseForNow;
    case FailureCode::CertificateRefused:
    case FailureCode::CertificateMismatch:
    case FailureCode::JournalAhead:
        return SecondWay::Reactivate;
    case FailureCode::BiometricMissing:
    case FailureCode::ScreenLockMissing:
    case FailureCode::ClockWrong:
    case FailureCode::AppTooOld:
        return SecondWay::TryAgain;
    default:
        return SecondWay::None;
    }
}

bool FailureViewModel::isOpen(SecondWay way) const
{
    const auto &state = source_.state();
    switch (way) {
    case SecondWay::None:
        return false;
    case SecondWay::SkipBiometric:
        return takes(state, BiometricSkipped{});
    case SecondWay::ForgetPin:
        return takes(state, NewCodeWanted{});
    case SecondWay::OtherCode:
        return takes(state, FailureDismissed{});
    case SecondWay::CloseForNow: // a held certificate is asked for all the while
        return failure()->code != FailureCode::CertificateHeld ||
               std::holds_alternative<AwaitingCertificate>(state.stage);
    case SecondWay::Reactivate:
        return takes(state, ReactivationWanted{});
    case SecondWay::TryAgain:
        return takes(state, RetryPressed{});
    }
    return false;
}

/// One button at least leads on in the journey: where the first one cannot, the second one does.
FailureViewModel::SecondWay FailureViewModel::secondWay() const
{
    if (!pageNow())
        return SecondWay::None;
    const auto usual = usualSecondWay();
    if (isOpen(usual))
        return usual;
    if (eventOf(remedy(), failure()->code))
        return SecondWay::None;
    for (const auto way : {SecondWay::TryAgain, SecondWay::Reactivate})
        if (isOpen(way))
            return way;
    return SecondWay::None;
}

QString FailureViewModel::secondaryText() const
{
    switch (secondWay()) {
    case SecondWay::None:
        return {};
    case SecondWay::SkipBiometric:
        //: second button: go on without confirming by finger or face
        return tr("Để sau");
    case SecondWay::ForgetPin:
        //: second button while the PIN is locked for a time
        return tr("Quên mã PIN");
    case SecondWay::OtherCode:
        //: second button: back to username and code, to enter the code of another e-mail
        return tr("Nhập mã khác");
    case SecondWay::CloseForNow:
        //: second button: waiting helps
        return tr("Đóng, quay lại sau");
    case SecondWay::Reactivate:
        //: second button: forget this activation and start with a new code
        return tr("Kích hoạt lại");
    case SecondWay::TryAgain:
        //: second button: the same step once more, after the person has done what was asked
        return tr("Thử lại");
    }
    return {};
}

int FailureViewModel::triesLeft() const
{
    return active() ? failure()->facts.triesLeft.value_or(0) : 0;
}

int FailureViewModel::triesTotal() const
{
    if (!active() || !failure()->facts.triesLeft)
        return 0;
    if (failure()->code == FailureCode::ActivationDetailsWrong)
        return codeTries;
    return failure()->code == FailureCode::PinWrong ? pinTriesPerLock : 0;
}

QString FailureViewModel::triesText() const
{
    //: tries left, beside dots
    return triesTotal() > 0 ? tr("Còn %n lần thử", nullptr, triesLeft()) : QString();
}

int FailureViewModel::countdownSeconds() const
{
    if (!until_)
        return 0;
    const auto left = std::chrono::ceil<Seconds>(*until_ - source_.serviceNow());
    return static_cast<int>(std::max<std::int64_t>(0, left.count()));
}

QString FailureViewModel::countdownText() const
{
    return until_ ? ui::countdownText(Seconds{countdownSeconds()}) : QString();
}

qreal FailureViewModel::countdownProgress() const
{
    if (!until_ || lockedFor_.count() <= 0)
        return 0;
    return std::clamp(1.0 - static_cast<qreal>(countdownSeconds()) / static_cast<qreal>(lockedFor_.count()),
                      0.0, 1.0);
}

QString FailureViewModel::icon() const
{
    return active() ? iconOf(failure()->code) : QString();
}

bool FailureViewModel::mild() const
{
    return active() && catalogueEntry(failure()->code).retry == Retry::ByMachine;
}

void FailureViewModel::primary()
{
    if (!active())
        return;
    switch (remedy()) {
    case Remedy::PasteAgain:
        Q_EMIT pasteWanted();
        return;
    case Remedy::SendNewCode:
        source_.submit(NewCodeWanted{});
        return;
    case Remedy::ChooseAnotherPin:
        source_.submit(AnotherPinWanted{});
        return;
    case Remedy::EditDetails:
    case Remedy::ChooseAnotherPassword:
    case Remedy::RetypePin:
        dismiss();
        return;
    case Remedy::TryAgain:
        source_.submit(RetryPressed{});
        return;
    case Remedy::OpenSettings:
        if (!(codeText(failure()->code).starts_with("BIO") ? source_.openBiometricSettings()
                                                           : source_.openSystemSettings()))
            Q_EMIT settingsNotOpened();
        return;
    case Remedy::CallHotline:
        Q_EMIT hotlineWanted();
        return;
    case Remedy::Reactivate:
        if (failure()->code == FailureCode::PinBlocked)
            Q_EMIT newCodeWanted();
        else
            source_.submit(ReactivationWanted{});
        return;
    case Remedy::UpdateApp:
        if (!source_.openStorePage())
            Q_EMIT storeNotOpened();
        return;
    case Remedy::CloseAndReturn:
        Q_EMIT closeWanted();
        return;
    case Remedy::Home:
        source_.submit(HomePressed{});
        return;
    }
}

bool FailureViewModel::secondaryGivesUp() const
{
    const auto way = secondWay();
    return way == SecondWay::ForgetPin || (way == SecondWay::Reactivate && !isOverForGood(source_.state()));
}

bool FailureViewModel::secondaryForgetsPin() const
{
    return secondWay() == SecondWay::ForgetPin;
}

bool FailureViewModel::maySkipBiometric() const
{
    return active() && codeText(failure()->code).starts_with("BIO") &&
           std::holds_alternative<ConfirmingBiometric>(source_.state().stage) &&
           source_.state().facts.biometric == BiometricRule::Optional;
}

void FailureViewModel::secondary()
{
    switch (secondWay()) {
    case SecondWay::None:
        return;
    case SecondWay::SkipBiometric:
        source_.submit(BiometricSkipped{});
        return;
    case SecondWay::ForgetPin:
        Q_EMIT newCodeWanted();
        return;
    case SecondWay::OtherCode:
        dismiss();
        return;
    case SecondWay::CloseForNow:
        Q_EMIT closeWanted();
        return;
    case SecondWay::Reactivate:
        source_.submit(ReactivationWanted{});
        return;
    case SecondWay::TryAgain:
        source_.submit(RetryPressed{});
        return;
    }
}

void FailureViewModel::dismiss()
{
    if (source_.state().failure)
        source_.submit(FailureDismissed{});
    else
        setLocal(std::nullopt);
}

void FailureViewModel::setLocal(std::optional<Failure> failure)
{
    if (failure == local_)
        return;
    local_ = std::move(failure);
    refresh();
    Q_EMIT localChanged();
}

void FailureViewModel::setLanguage(Language language)
{
    language_ = language;
}

void FailureViewModel::refresh()
{
    watchCountdown();
    Q_EMIT changed();
    Q_EMIT countdownChanged();
    if (failure() == announced_)
        return;
    announced_ = failure();
    if (active())
        Q_EMIT announced(title() + QStringLiteral(". ") + text());
}

void FailureViewModel::watchCountdown()
{
    const auto before = until_;
    until_.reset();
    if (active() && failure()->code == FailureCode::PinLocked) {
        until_ = failure()->facts.at;
        if (!until_)
            until_ = source_.dossier().pinLockedUntil;
    }
    if (until_ == before)
        return;
    lockedFor_ = until_ ? std::chrono::ceil<Seconds>(*until_ - source_.serviceNow()) : Seconds{};
    if (until_)
        tick_.start(1000, this);
    else
        tick_.stop();
}

void FailureViewModel::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != tick_.timerId())
        return;
    Q_EMIT countdownChanged();
    const int left = countdownSeconds();
    if (left == 60 || left == 30 || left == 10)
        //: screen reader: time until the PIN can be entered again
        Q_EMIT announced(tr("Còn %n giây", nullptr, left));
    if (left > 0)
        return;
    tick_.stop();
    // The lock is over: the sheet is asked for again, the service decides.
    source_.submit(RetryPressed{});
}

} // namespace smartca::ui
