// SPDX-License-Identifier: Apache-2.0
#include "ui/password_view_model.h"

#include "ui/failure_view_model.h"

namespace smartca::ui {

using activation::SecretSlot;

PasswordViewModel::PasswordViewModel(JourneySource &source, FailureViewModel &failure, QObject *parent)
    : QObject(parent),
      source_(source),
      failure_(failure),
      first_(source, SecretSlot::Password, this),
      second_(source, SecretSlot::PasswordAgain, this)
{
    connect(&first_, &PasswordEntry::edited, this, &PasswordViewModel::edited);
    connect(&second_, &PasswordEntry::edited, this, &PasswordViewModel::edited);
}

protocol::PasswordPolicy PasswordViewModel::policy() const
{
    const auto &policy = source_.dossier().policy;
    return policy ? policy->password : protocol::PasswordPolicy{};
}

bool PasswordViewModel::equal() const
{
    return !second_.empty() && source_.vault().passwordsEqual();
}

QString PasswordViewModel::equalText() const
{
    //: below the repeated password
    return equal() ? tr("Hai mật khẩu khớp nhau") : QString();
}

bool PasswordViewModel::secondRefused() const
{
    return failure_.failure() && failure_.failure()->code == FailureCode::PasswordsUnequal;
}

/// What cannot be mended by typing on is said at once; what is only not there yet, when the button was
/// pressed.
std::optional<Failure> PasswordViewModel::refusal() const
{
    if (first_.empty())
        return std::nullopt;
    auto refused = client::passwordFailure(facts_, equal());
    const bool typed =
        !facts_.onlyAscii || !facts_.noBlank || !facts_.notTooLong || (facts_.good() && second_.wrong());
    return typed || asked_ ? std::move(refused) : std::nullopt;
}

void PasswordViewModel::tell()
{
    if (std::holds_alternative<activation::ChoosingPassword>(source_.state().stage))
        failure_.setLocal(refusal());
}

/// The verdict on the old input is over.
void PasswordViewModel::edited()
{
    asked_ = false;
    if (source_.state().failure)
        source_.submit(activation::FailureDismissed{});
    judge();
    tell();
}

bool PasswordViewModel::canContinue() const
{
    return facts_.good() && equal() && !source_.busy();
}

QString PasswordViewModel::continueText() const
{
    if (first_.empty())
        //: button that cannot be used yet
        return tr("Nhập mật khẩu mới");
    if (!facts_.onlyAscii)
        //: button that cannot be used yet: the password has accented letters
        return tr("Bỏ chữ có dấu");
    if (!facts_.noBlank)
        //: button that cannot be used yet: the password has spaces
        return tr("Bỏ khoảng trắng");
    if (!facts_.longEnough)
        //: button that cannot be used yet: so many characters are missing
        return tr("Nhập thêm %n ký tự", nullptr, std::max(1, policy().minLength - first_.length()));
    if (!facts_.notTooLong)
        //: button that cannot be used yet: the password is too long
        return tr("Mật khẩu quá dài");
    QStringList missing;
    if (!facts_.hasUpper)
        //: a part of “Còn thiếu …”
        missing.append(tr("chữ hoa"));
    if (!facts_.hasLower)
        //: a part of “Còn thiếu …”
        missing.append(tr("chữ thường"));
    if (!facts_.hasDigit)
        //: a part of “Còn thiếu …”
        missing.append(tr("chữ số"));
    if (!facts_.hasSpecial)
        //: a part of “Còn thiếu …”
        missing.append(tr("ký tự đặc biệt"));
    if (missing.size() > 2)
        //: button that cannot be used yet: three or more rules of the list above are not met
        return tr("Còn thiếu %n điều", nullptr, static_cast<int>(missing.size()));
    if (missing.size() == 2)
        //: button that cannot be used yet: two rules are not met, “chữ hoa” and “chữ số”
        return tr("Còn thiếu %1 và %2").arg(missing[0], missing[1]);
    if (missing.size() == 1)
        //: button that cannot be used yet: one rule is not met
        return tr("Còn thiếu %1").arg(missing[0]);
    if (!equal())
        //: button that cannot be used yet: the second field
        return tr("Nhập lại mật khẩu");
    //: button
    return tr("Tiếp tục");
}

void PasswordViewModel::submit()
{
    if (!facts_.good() || !equal()) {
        asked_ = true;
        if (auto refused = refusal())
            failure_.answerLocal(std::move(*refused));
        Q_EMIT changed();
        if (facts_.good())
            Q_EMIT secondMissing();
        else
            Q_EMIT firstMissing();
        return;
    }
    if (source_.busy())
        return;
    first_.setRevealed(false);
    second_.setRevealed(false);
    source_.submit(activation::PasswordChosen{});
}

void PasswordViewModel::judge()
{
    facts_ = source_.vault().judgePassword(policy());
    const auto mark = [](bool met) { return met ? Checklist::Done : Checklist::Waiting; };
    rules_.setRows({
        //: a rule of the password; %1 is a number
        {tr("Từ %1 ký tự trở lên").arg(policy().minLength), {}, mark(facts_.longEnough)},
        //: a rule of the password
        {tr("Có chữ hoa"), {}, mark(facts_.hasUpper)},
        //: a rule of the password
        {tr("Có chữ thường"), {}, mark(facts_.hasLower)},
        //: a rule of the password
        {tr("Có chữ số"), {}, mark(facts_.hasDigit)},
        //: a rule of the password
        {tr("Có ký tự đặc biệt, ví dụ ! @ #"), {}, mark(facts_.hasSpecial)},
    });
    first_.setVerdict(facts_.good(),
                      !first_.empty() && (!facts_.onlyAscii || !facts_.noBlank || !facts_.notTooLong));
    second_.setVerdict(equal() && facts_.good(),
                       !equal() && !second_.empty() && second_.length() >= first_.length());
    Q_EMIT changed();
}

void PasswordViewModel::refresh()
{
    judge();
    tell();
    rules_.retranslate();
    first_.refresh();
    second_.refresh();
}

} // namespace smartca::ui
