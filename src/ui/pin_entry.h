// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/journey_source.h"

#include <QBasicTimer>
#include <QQmlEngine>

namespace smartca::ui {

/// One PIN being entered (04, 05, 10). Digits go straight into the vault's secure memory: QML sends key
/// presses and sees a count, never a digit.
class PinEntry : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a view model")
    Q_PROPERTY(int length READ length CONSTANT)     ///< 6: how many dots
    Q_PROPERTY(int count READ count NOTIFY changed) ///< how many dots are filled
    /// True for three seconds after reveal(): PinReveal draws the digits over the dots.
    Q_PROPERTY(bool revealed READ revealed NOTIFY changed)
    /// Keys and button do nothing (busy, locked): draw them locked.
    Q_PROPERTY(bool locked READ locked NOTIFY changed)
    /// The last try was wrong, weak or unequal: dots in error colour until the next key.
    Q_PROPERTY(bool wrong READ wrong NOTIFY changed)
    /// “Đã nhập 4 trên 6 số”: Accessible.name of the dots.
    Q_PROPERTY(QString countText READ countText NOTIFY changed)
    /// Of the primary button: “Nhập thêm 2 số”, “Tiếp tục”, “Xác nhận mã PIN”, “Ký biên bản”, “Chọn mã PIN
    /// khác”.
    Q_PROPERTY(QString confirmText READ confirmText NOTIFY changed)
    Q_PROPERTY(bool canConfirm READ canConfirm NOTIFY changed)
    /// Why the dots are empty again: the digits were left alone for too long. Empty otherwise, and from the
    /// next key on.
    Q_PROPERTY(QString expiredText READ expiredText NOTIFY changed)

public:
    PinEntry(JourneySource &source, activation::SecretSlot slot, QObject *parent);

    [[nodiscard]] int length() const { return 6; }
    [[nodiscard]] int count() const;
    [[nodiscard]] bool complete() const { return count() == length(); }
    [[nodiscard]] bool revealed() const { return revealed_; }
    [[nodiscard]] bool locked() const { return locked_; }
    [[nodiscard]] bool wrong() const { return wrong_; }
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString confirmText() const;
    [[nodiscard]] bool canConfirm() const;
    [[nodiscard]] QString expiredText() const;

    /// Key 0–9 of the pad.
    Q_INVOKABLE void press(int digit);
    Q_INVOKABLE void erase();
    Q_INVOKABLE void clear();
    /// “Hiện số”: for three seconds.
    Q_INVOKABLE void reveal();
    Q_INVOKABLE void hide();
    /// The primary button; also Enter. Does nothing while !canConfirm.
    Q_INVOKABLE void confirm();
    /// A physical key from Keys.onPressed: digits, Backspace, Enter. True when it was used (accept the
    /// event).
    Q_INVOKABLE bool key(int key);

    // for the view model and PinReveal
    [[nodiscard]] activation::SecretSlot slot() const { return slot_; }
    [[nodiscard]] const SecretBytes &digits() const;
    void setLocked(bool locked);
    void setWrong(bool wrong);
    /// The digits' time is over; the vault has none any more.
    void expire();
    /// Another page is shown: what was said of the digits is over.
    void leave() { expired_ = false; }
    void refresh() { Q_EMIT changed(); }

Q_SIGNALS:
    void changed();
    /// Wrong, weak or unequal just now: shake once.
    void rejected();
    void confirmed();
    /// A key after a refused PIN: the message about it is over.
    void freshStarted();
    void expired();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void startAfresh();

    JourneySource &source_;
    activation::SecretSlot slot_;
    QBasicTimer revealTimer_;
    bool revealed_ = false;
    bool locked_ = false;
    bool wrong_ = false;
    bool expired_ = false;
};

} // namespace smartca::ui
