// SPDX-License-Identifier: Apache-2.0
#include "ui/signing_view_model.h"

#include "base/display.h"
#include "ui/words.h"

#include <utility>

namespace smartca::ui {

using namespace activation;

SigningViewModel::SigningViewModel(JourneySource &source, QObject *parent)
    : QObject(parent), source_(source), entry_(source, SecretSlot::SigningPin, this)
{
    connect(&entry_, &PinEntry::confirmed, this, [this] { source_.submit(SigningPinEntered{}); });
    connect(&entry_, &PinEntry::freshStarted, this, [this] {
        if (source_.state().failure)
            source_.submit(FailureDismissed{});
    });
}

bool SigningViewModel::opening() const
{
    return std::holds_alternative<OpeningPinSheet>(source_.state().stage);
}

bool SigningViewModel::working() const
{
    const auto &stage = source_.state().stage;
    return std::holds_alternative<Signing>(stage) || std::holds_alternative<FetchingSignature>(stage) ||
           std::holds_alternative<Verifying>(stage);
}

QString SigningViewModel::workText() const
{
    const auto &stage = source_.state().stage;
    if (std::holds_alternative<OpeningPinSheet>(stage))
        //: while the PIN sheet opens
        return tr("Đang chuẩn bị");
    if (std::holds_alternative<FetchingSignature>(stage))
        //: the signature exists already and is fetched again
        return tr("Đang lấy chữ ký");
    if (std::holds_alternative<Verifying>(stage))
        //: the app checks the finished file itself
        return tr("Đang kiểm tra chữ ký");
    //: the signature is being made
    return tr("Đang ký");
}

bool SigningViewModel::canClose() const
{
    const auto &stage = source_.state().stage;
    return std::holds_alternative<OpeningPinSheet>(stage) ||
           std::holds_alternative<EnteringSigningPin>(stage);
}

QString SigningViewModel::triesText() const
{
    const auto *entering = std::get_if<EnteringSigningPin>(&source_.state().stage);
    if (!entering || entering->tries.triesLeft <= 0)
        return {};
    if (entering->tries.nextLock == Seconds::zero())
        //: below the dots, in the last round: no lock comes after it, but the end of the PIN
        return tr("Còn %n lần trước khi mã PIN bị khoá hẳn và khoá ký bị huỷ.", nullptr,
                  entering->tries.triesUntilBlocked);
    if (entering->tries.triesLeft >= 3)
        return {};
    //: below the dots, when tries were used up before; %1 is how long the lock lasts: “5 phút”
    return tr("Còn %n lần trước khi mã PIN tạm khoá %1.", nullptr, entering->tries.triesLeft)
        .arg(toQString(durationText(entering->tries.nextLock, language_)));
}

QString SigningViewModel::forgotText() const
{
    //: button
    return tr("Quên mã PIN");
}

QString SigningViewModel::forgotTitle() const
{
    //: title of the sheet that asks before giving up
    return tr("Kích hoạt lại với mã PIN mới");
}

QString SigningViewModel::forgotWarning() const
{
    //: what forgetting the PIN costs before the account is active
    return tr("Mã PIN không lấy lại được. Chứng thư vừa cấp sẽ bị thu hồi, chưa ký gì. Cần mã kích hoạt mới, "
              "gửi qua "
              "email.");
}

QString SigningViewModel::forgotConfirmText() const
{
    //: button of the sheet that asks before giving up
    return tr("Nhận mã mới");
}

void SigningViewModel::setLanguage(Language language)
{
    language_ = language;
}

void SigningViewModel::close()
{
    entry_.clear();
    source_.submit(PinSheetClosed{});
}

void SigningViewModel::forgotPin()
{
    entry_.clear();
    Q_EMIT newCodeWanted();
}

void SigningViewModel::refresh()
{
    const auto &state = source_.state();
    const bool entering = std::holds_alternative<EnteringSigningPin>(state.stage);
    entry_.setLocked(!entering);
    if (!entering)
        entry_.leave();
    const bool wrong = entering && state.failure && state.failure->code == FailureCode::PinWrong;
    if (wrong && !entry_.wrong())
        entry_.clear();
    entry_.setWrong(wrong);
    entry_.refresh();
    Q_EMIT changed();
    const bool opened = !std::exchange(entering_, entering) && entering;
    // Tries were used up before; a PIN that is wrong now says it itself.
    if (opened && !state.failure && !triesText().isEmpty())
        Q_EMIT announced(triesText());
}

} // namespace smartca::ui
