// SPDX-License-Identifier: Apache-2.0
#include "ui/details_view_model.h"

#include "protocol/activation_input.h"
#include "ui/failure_view_model.h"
#include "ui/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimerEvent>

namespace smartca::ui {
namespace {

using activation::SecretSlot;

/// More than this at once was pasted, not typed: it is searched for username and code.
constexpr int mostTyped = 24;
/// The service answers once a minute (docs/protocol.md §6).
constexpr Seconds resendPause{60};

QString shown(const SecretBytes &secret)
{
    return toQString(secret.text());
}

} // namespace

DetailsViewModel::DetailsViewModel(JourneySource &source, FailureViewModel &failure, QObject *parent)
    : QObject(parent), source_(source), failure_(failure)
{}

QStringList DetailsViewModel::cells() const
{
    QStringList texts;
    for (int i = 0; i < static_cast<int>(protocol::codeLength); ++i)
        texts.append(i < code_.size() ? QString(code_[i]) : QString());
    return texts;
}

bool DetailsViewModel::codeComplete() const
{
    return code_.size() == static_cast<qsizetype>(protocol::codeLength);
}

bool DetailsViewModel::hasLink() const
{
    return source_.vault().has(SecretSlot::Token);
}

QString DetailsViewModel::linkText() const
{
    //: in place of the code's cells: the link or QR code carried all that is needed
    return hasLink() ? tr("Đã nhận từ liên kết trong email, không cần nhập mã.") : QString();
}

QString DetailsViewModel::codeSpoken() const
{
    if (!codeComplete())
        //: screen reader: how much of the activation code is entered
        return tr("Đã nhập %1 trên %2 ký tự").arg(code_.size()).arg(protocol::codeLength);
    QStringList letters;
    for (const QChar character : code_)
        letters.append(character);
    return letters.mid(0, 4).join(u' ') + QStringLiteral(", ") + letters.mid(4).join(u' ');
}

bool DetailsViewModel::pasteInstead() const
{
    return failure_.failure() && failure_.inlineNow() && !editedSinceFailure_ &&
           catalogueEntry(failure_.failure()->code).remedy == Remedy::PasteAgain;
}

bool DetailsViewModel::typingOffered() const
{
    return pasteInstead() && failure_.failure()->code == FailureCode::NothingFoundInText;
}

bool DetailsViewModel::wrong() const
{
    return source_.state().failure && source_.state().failure->code == FailureCode::ActivationDetailsWrong &&
           !editedSinceFailure_;
}

bool DetailsViewModel::canContinue() const
{
    return pasteInstead() || (ordering() ? canResend() : usernameOk_ && (codeComplete() || hasLink()));
}

QString DetailsViewModel::continueText() const
{
    if (pasteInstead())
        //: button after a wrong code: paste the newest e-mail
        return tr("Dán lại từ email");
    if (!usernameOk_ && username_.isEmpty())
        //: button that cannot be used yet: says what is missing
        return tr("Nhập tên đăng nhập");
    if (!usernameOk_)
        //: button that cannot be used yet: the username is not complete
        return tr("Kiểm tra tên đăng nhập");
    if (codeComplete() || hasLink())
        //: button
        return tr("Tiếp tục");
    if (ordering())
        //: button: the service mails a new activation code to the account whose username was just typed
        return canResend() || source_.busy() ? tr("Gửi mã mới") : resendText();
    if (code_.isEmpty())
        //: button that cannot be used yet: the whole code is missing
        return tr("Nhập đủ 8 ký tự");
    //: button that cannot be used yet: so many characters of the code are missing
    return tr("Nhập thêm %n ký tự", nullptr, static_cast<int>(protocol::codeLength - code_.size()));
}

void DetailsViewModel::typeUsername(const QString &text)
{
    if (text == username_)
        return;
    if (text.size() > mostTyped && takeFound(text))
        return;
    username_ = text.left(mostTyped);
    edited();
}

void DetailsViewModel::typeCode(const QString &text)
{
    if (text.size() > mostTyped && takeFound(text))
        return;
    const auto code = shown(protocol::normalisedCode(text.toStdString())).left(protocol::codeLength);
    if (code == code_) {
        Q_EMIT changed(); // the item may hold what was dropped
        return;
    }
    code_ = code;
    edited();
}

void DetailsViewModel::paste()
{
    pasteText(QGuiApplication::clipboard()->text());
}

void DetailsViewModel::pasteText(const QString &text)
{
    auto found = protocol::findActivationInput(text.toStdString());
    if (!found) {
        if (source_.state().failure)
            source_.submit(activation::FailureDismissed{});
        editedSinceFailure_ = false;
        failure_.answerLocal(found.error());
        return;
    }
    const auto filled = filledText(*found);
    take(std::move(*found));
    Q_EMIT announced(filled);
}

QString DetailsViewModel::filledText(const protocol::ActivationInput &found)
{
    const bool code = !found.code.empty() || !found.token.empty();
    if (!code)
        //: screen reader: pasting filled the username alone
        return tr("Đã điền tên đăng nhập");
    if (found.username.empty())
        //: screen reader: pasting filled the activation code alone
        return tr("Đã điền mã kích hoạt");
    //: screen reader: pasting filled both fields
    return tr("Đã điền tên đăng nhập và mã kích hoạt");
}

bool DetailsViewModel::takeFound(const QString &text)
{
    auto found = protocol::findActivationInput(text.toStdString());
    if (!found)
        return false;
    take(std::move(*found));
    return true;
}

/// What was not found stays as it is. Code and token stand for each other: the newer one replaces both.
void DetailsViewModel::take(protocol::ActivationInput found)
{
    if (!found.username.empty())
        username_ = shown(found.username);
    if (!found.token.empty()) {
        code_.clear();
        source_.vault().put(SecretSlot::Token, std::move(found.token));
    } else if (!found.code.empty()) {
        code_ = shown(found.code);
        source_.vault().wipe(SecretSlot::Token);
    }
    edited();
}

void DetailsViewModel::typeByHand()
{
    edited();
    if (!usernameOk_ || hasLink())
        Q_EMIT usernameMissing();
    else
        Q_EMIT codeMissing();
}

void DetailsViewModel::typeInstead()
{
    source_.vault().wipe(SecretSlot::Token);
    edited();
    Q_EMIT codeMissing();
}

/// Something the person changed: the failure about the old input is over.
void DetailsViewModel::edited()
{
    editedSinceFailure_ = true;
    usernameOk_ = !protocol::normalisedUsername(username_.toStdString()).empty();
    failure_.setLocal(std::nullopt);
    if (source_.state().failure)
        source_.submit(activation::FailureDismissed{});
    Q_EMIT changed();
}

void DetailsViewModel::submit()
{
    if (source_.busy())
        return;
    if (pasteInstead()) {
        paste();
        return;
    }
    if (!usernameOk_) {
        Q_EMIT usernameMissing();
        return;
    }
    if (ordering()) {
        resend();
        return;
    }
    if (!codeComplete() && !hasLink()) {
        Q_EMIT codeMissing();
        return;
    }
    auto &vault = source_.vault();
    vault.put(SecretSlot::Username, protocol::normalisedUsername(username_.toStdString()));
    if (hasLink())
        vault.wipe(SecretSlot::Code);
    else
        vault.put(SecretSlot::Code, protocol::normalisedCode(code_.toStdString()));
    editedSinceFailure_ = false;
    source_.submit(activation::DetailsSubmitted{});
}

bool DetailsViewModel::canResend() const
{
    return usernameOk_ && !source_.busy() && (!resendAt_ || source_.serviceNow() >= *resendAt_);
}

QString DetailsViewModel::resendText() const
{
    if (!usernameOk_)
        //: button that cannot be used yet: the mail goes to the account whose username is typed
        return tr("Nhập tên đăng nhập để gửi lại");
    if (canResend() || source_.busy())
        //: button: the service mails a new activation code
        return tr("Gửi lại email");
    const auto left = std::chrono::ceil<Seconds>(*resendAt_ - source_.serviceNow()).count();
    //: button that cannot be used yet: seconds left
    return tr("Gửi lại được sau %n giây", nullptr, static_cast<int>(left));
}

QString DetailsViewModel::resentText() const
{
    //: the same for every username, known or not
    return resent_ && code_.isEmpty() && !hasLink()
               ? tr("Nếu tên đăng nhập đúng, email mới sẽ đến trong vài phút. Mã cũ không dùng được nữa.")
               : QString();
}

void DetailsViewModel::resend()
{
    if (!canResend())
        return;
    source_.vault().put(SecretSlot::Username, protocol::normalisedUsername(username_.toStdString()));
    resent_ = false;
    source_.submit(activation::NewCodeWanted{});
}

/// The service took the order, by this page's button or by a problem's: the code that was typed is worth
/// nothing any more. Until then nothing is said and nothing lost.
void DetailsViewModel::noteResent()
{
    code_.clear();
    ordering_ = false;
    resent_ = true;
    resendAt_ = source_.serviceNow() + resendPause;
    tick_.start(1000, this);
    Q_EMIT resendChanged();
    Q_EMIT changed();
    Q_EMIT announced(resentText());
}

QString DetailsViewModel::orderText() const
{
    //: a new activation code was asked for, but the app does not know the username any more
    return ordering() && !source_.busy()
               ? tr("Nhập tên đăng nhập rồi bấm Gửi mã mới. Mã mới sẽ đến qua email.")
               : QString();
}

void DetailsViewModel::orderNewCode()
{
    source_.submit(activation::NewCodeWanted{}); // forgets, and comes to this page
    resent_ = false;
    ordering_ = true;
    code_.clear();
    if (canResend())
        resend();
    else
        Q_EMIT announced(orderText());
    Q_EMIT changed();
}

void DetailsViewModel::refresh()
{
    // Redeemed: the code has done its work and goes.
    if (!source_.state().facts.activationId.empty() && !code_.isEmpty())
        code_.clear();
    // The code was redeemed, or the person begins from the first page: what was said of the mail is over.
    if (!source_.state().facts.activationId.empty() ||
        std::holds_alternative<activation::Welcome>(source_.state().stage))
        ordering_ = resent_ = false;
    if (source_.state().failure && source_.state().failure != knownFailure_)
        editedSinceFailure_ = false;
    knownFailure_ = source_.state().failure;
    Q_EMIT changed();
    Q_EMIT resendChanged();
}

void DetailsViewModel::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != tick_.timerId())
        return;
    if (canResend())
        tick_.stop();
    Q_EMIT resendChanged();
}

} // namespace smartca::ui
