// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/password_entry.h"

#include <QBasicTimer>
#include <QColor>
#include <QFont>
#include <QQuickPaintedItem>

namespace smartca::ui {

/// The typing part of a password field: use it in place of TextInput inside the field's frame. Takes keys,
/// input methods and paste, keeps nothing, draws dots (or the text while revealed) and a caret. TextField is
/// not used because it keeps its text in QString and in an undo stack.
///   PasswordInput {
///       entry: page.activation.password.first; color: Design.text; font: Design.field
///       Accessible.role: Accessible.EditableText; Accessible.name: qsTr("Mật khẩu mới")
///   }
/// Not Accessible.passwordEdit: Qt 6.4 takes name and description from an item that says so. There is no text
/// here to be read aloud.
/// It takes the focus by Tab and by a click, which also opens the keyboard. implicitHeight follows the font.
class PasswordInput : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(smartca::ui::PasswordEntry *entry READ entry WRITE setEntry NOTIFY entryChanged)
    Q_PROPERTY(QColor color MEMBER color_ NOTIFY styleChanged)
    Q_PROPERTY(QColor caretColor MEMBER caretColor_ NOTIFY styleChanged)
    Q_PROPERTY(QFont font MEMBER font_ NOTIFY styleChanged)

public:
    explicit PasswordInput(QQuickItem *parent = nullptr);
    [[nodiscard]] PasswordEntry *entry() const { return entry_; }
    void setEntry(PasswordEntry *entry);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void entryChanged();
    void styleChanged();
    /// Enter: to the next field, or the page's button.
    void accepted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void type(const QString &text);
    void paste();

    PasswordEntry *entry_ = nullptr;
    QColor color_ = Qt::black;
    QColor caretColor_ = Qt::black;
    QFont font_;
    QBasicTimer blink_;
    bool caretOn_ = false;
};

} // namespace smartca::ui
