// SPDX-License-Identifier: Apache-2.0
#include "ui/pin_entry.h"

#include <QTimerEvent>

#include <algorithm>

namespace smartca::ui {
namespace {

constexpr int revealMilliseconds = 3000;

} // namespace

PinEntry::PinEntry(JourneySource &source, activation::SecretSlot slot, QObject *parent)
    : QObject(parent), source_(source), slot_(slot)
{
    connect(&source_, &JourneySource::pinExpired, this, [this](activation::SecretSlot over) {
        if (over == slot_)
            expire();
    });
}

int PinEntry::count() const
{
    return static_cast<int>(source_.vault().length(slot_));
}

const SecretBytes &PinEntry::digits() const
{
    return source_.vault().value(slot_);
}

QString PinEntry::countText() const
{
    //: screen reader: how many digits of the PIN are entered; never the digits
    return tr("Đã nhập %1 trên %2 số").arg(count()).arg(length());
}

QString PinEntry::confirmText() const
{
    using activation::SecretSlot;
    if (wrong_ && slot_ == SecretSlot::NewPin)
        //: button: the PIN was weak
        return tr("Chọn mã PIN khác");
    if (count() == 0 && slot_ == SecretSlot::SigningPin)
        //: button that cannot be used yet: all six digits are missing; entering them signs
        return tr("Nhập đủ 6 số để ký");
    if (count() == 0)
        //: button that cannot be used yet: all six digits are missing
        return tr("Nhập đủ 6 số");
    if (!complete())
        //: button that cannot be used yet: so many digits are missing
        return tr("Nhập thêm %n số", nullptr, length() - count());
    if (slot_ == SecretSlot::PinAgain)
        //: button: the PIN was repeated
        return tr("Xác nhận mã PIN");
    if (slot_ == SecretSlot::SigningPin)
        //: button of the PIN sheet: sign the acceptance record now
        return tr("Ký biên bản");
    //: button
    return tr("Tiếp tục");
}

bool PinEntry::canConfirm() const
{
    return !locked_ && (complete() || (wrong_ && slot_ == activation::SecretSlot::NewPin));
}

QString PinEntry::expiredText() const
{
    //: below the empty dots, and to the screen reader: the PIN was typed and then left alone for a minute
    return expired_ ? tr("Mã PIN đã được xoá vì để quá 60 giây. Hãy nhập lại.") : QString();
}

void PinEntry::press(int digit)
{
    if (locked_ || digit < 0 || digit > 9)
        return;
    startAfresh();
    if (complete())
        return;
    expired_ = false;
    source_.vault().appendDigit(slot_, digit);
    Q_EMIT changed();
}

void PinEntry::erase()
{
    if (locked_)
        return;
    startAfresh();
    expired_ = false;
    source_.vault().removeLast(slot_);
    Q_EMIT changed();
}

void PinEntry::clear()
{
    source_.vault().wipe(slot_);
    expired_ = false;
    hide();
    Q_EMIT changed();
}

/// The first key after a refused PIN begins a new one.
void PinEntry::startAfresh()
{
    if (!wrong_)
        return;
    wrong_ = false;
    clear();
    Q_EMIT freshStarted();
}

void PinEntry::reveal()
{
    if (count() == 0)
        return;
    revealed_ = true;
    revealTimer_.start(revealMilliseconds, this);
    Q_EMIT changed();
}

void PinEntry::hide()
{
    revealTimer_.stop();
    if (!revealed_)
        return;
    revealed_ = false;
    Q_EMIT changed();
}

void PinEntry::confirm()
{
    if (!canConfirm())
        return;
    hide();
    if (wrong_) {
        startAfresh();
        return;
    }
    Q_EMIT confirmed();
}

bool PinEntry::key(int key)
{
    if (key >= Qt::Key_0 && key <= Qt::Key_9)
        press(key - Qt::Key_0);
    else if (key == Qt::Key_Backspace)
        erase();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        confirm();
    else
        return false;
    return true;
}

void PinEntry::setLocked(bool locked)
{
    if (locked == locked_)
        return;
    locked_ = locked;
    if (locked_)
        hide();
    Q_EMIT changed();
}

void PinEntry::setWrong(bool wrong)
{
    if (wrong == wrong_)
        return;
    wrong_ = wrong;
    Q_EMIT changed();
    if (wrong_)
        Q_EMIT rejected();
}

void PinEntry::expire()
{
    source_.vault().wipe(slot_);
    hide();
    expired_ = true;
    Q_EMIT changed();
    Q_EMIT expired();
}

void PinEntry::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == revealTimer_.timerId())
        hide();
}

} // namespace smartca::ui
