// SPDX-License-Identifier: Apache-2.0
#include "ui/failure_view_model.h"

#include "ui/words.h"

#include <QTimerEvent>

#include <algorithm>
#include <utility>

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

/// Tries until a lock, and until typing a code is closed (docs/protocol.md §6).
constexpr int pinTriesPerLock = 3;
constexpr int codeTries = 5;

/// Seconds before the end of a lock at which the screen reader says what is left of it.
constexpr int saidSeconds[] = {60, 30, 10};

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
        if (failure()->code == FailureCode::BiometricChanged)
            //: button of a problem: confirm with one of the fingers that are there now
            return tr("Xác nhận lại");
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

Remedy FailureViewModel::remedy() const
{
    const auto remedy = remedyFor(source_.state(), failure()->code);
    // Where there is no store the hotline says where the new version lies.
    return remedy == Remedy::UpdateApp && !source_.hasStorePage() ? Remedy::CallHotline : remedy;
}

SecondWay FailureViewModel::secondWay() const
{
    return pageNow() ? secondWayFor(source_.state(), failure()->code) : SecondWay::None;
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
    const auto wanted = remedy();
    const bool orders = wanted == Remedy::Reactivate && failure()->code == FailureCode::PinBlocked &&
                        takes(source_.state(), NewCodeWanted{});
    if (orders)
        Q_EMIT newCodeWanted(); // the mail is ordered with it
    else if (const auto event = eventOf(wanted))
        follow(*event);
    else if (wanted == Remedy::PasteAgain)
        Q_EMIT pasteWanted();
    else if (wanted == Remedy::OpenSettings)
        openSettings();
    else if (wanted == Remedy::CallHotline)
        Q_EMIT hotlineWanted();
    else if (wanted == Remedy::UpdateApp && !source_.openStorePage())
        Q_EMIT storeNotOpened();
    else if (wanted == Remedy::CloseAndReturn)
        Q_EMIT closeWanted();
}

void FailureViewModel::openSettings()
{
    const bool biometric = codeText(failure()->code).starts_with("BIO");
    if (!(biometric ? source_.openBiometricSettings() : source_.openSystemSettings()))
        Q_EMIT settingsNotOpened();
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

void FailureViewModel::secondary()
{
    const auto way = secondWay();
    if (way == SecondWay::ForgetPin)
        Q_EMIT newCodeWanted();
    else if (way == SecondWay::CloseForNow)
        Q_EMIT closeWanted();
    else if (const auto event = eventOf(way))
        follow(*event);
}

/// To the journey; what a page found itself ends here.
void FailureViewModel::follow(const Event &event)
{
    if (source_.state().failure || !std::holds_alternative<FailureDismissed>(event))
        source_.submit(event);
    else
        setLocal(std::nullopt);
}

void FailureViewModel::setLocal(std::optional<Failure> failure)
{
    if (failure != local_)
        putLocal(std::move(failure));
}

void FailureViewModel::answerLocal(Failure failure)
{
    announced_.reset();
    putLocal(std::move(failure));
}

void FailureViewModel::putLocal(std::optional<Failure> failure)
{
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
    leastLeft_ = countdownSeconds();
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
    if (const int left = countdownSeconds(); left > 0)
        return sayLeft(left);
    tick_.stop();
    // The lock is over: the sheet is asked for again, the service decides.
    source_.submit(RetryPressed{});
}

/// Each of saidSeconds once, also when the tick of that very second never came.
void FailureViewModel::sayLeft(int left)
{
    const int before = std::exchange(leastLeft_, std::min(leastLeft_, left));
    const bool passed = std::ranges::any_of(saidSeconds, [&](int at) { return before > at && left <= at; });
    if (passed)
        //: screen reader: time until the PIN can be entered again
        Q_EMIT announced(tr("Còn %n giây", nullptr, left));
}

} // namespace smartca::ui
