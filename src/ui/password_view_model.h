// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/checklist.h"
#include "ui/password_entry.h"

namespace smartca::ui {

class FailureViewModel;

/// Page 03. Two PasswordInput items over `first` and `second`; the live list binds to what the vault judges.
class PasswordViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a view model")
    Q_PROPERTY(smartca::ui::PasswordEntry *first READ first CONSTANT)
    Q_PROPERTY(smartca::ui::PasswordEntry *second READ second CONSTANT)
    /// Five rows: length, upper case, lower case, digit, special character.
    Q_PROPERTY(smartca::ui::Checklist *rules READ rules CONSTANT)
    /// Below the second field: “Hai mật khẩu khớp nhau” when they are equal, or empty. That they differ, or
    /// that the first will not do, comes as the inline failure (activation.failure): PWD-101 to PWD-103.
    Q_PROPERTY(QString equalText READ equalText NOTIFY changed)
    /// The failure is about the second field, not the first: where its banner stands.
    Q_PROPERTY(bool secondRefused READ secondRefused NOTIFY changed)
    Q_PROPERTY(bool canContinue READ canContinue NOTIFY changed)
    /// “Tiếp tục”, or what is missing: “Còn thiếu chữ hoa và chữ số”, “Nhập lại mật khẩu”.
    Q_PROPERTY(QString continueText READ continueText NOTIFY changed)

public:
    PasswordViewModel(JourneySource &source, FailureViewModel &failure, QObject *parent);

    [[nodiscard]] PasswordEntry *first() { return &first_; }
    [[nodiscard]] PasswordEntry *second() { return &second_; }
    [[nodiscard]] Checklist *rules() { return &rules_; }
    [[nodiscard]] QString equalText() const;
    [[nodiscard]] bool secondRefused() const;
    [[nodiscard]] bool canContinue() const;
    [[nodiscard]] QString continueText() const;

    /// The primary button and Enter in the second field. When something is missing, firstMissing() or
    /// secondMissing() says where the focus goes.
    Q_INVOKABLE void submit();
    void refresh();

Q_SIGNALS:
    void changed();
    void firstMissing();
    void secondMissing();

private:
    void edited();
    void judge();
    void tell();
    [[nodiscard]] bool equal() const;
    [[nodiscard]] std::optional<Failure> refusal() const;
    [[nodiscard]] protocol::PasswordPolicy policy() const;

    JourneySource &source_;
    FailureViewModel &failure_;
    PasswordEntry first_;
    PasswordEntry second_;
    Checklist rules_;
    client::PasswordFacts facts_;
    bool asked_ = false; ///< the button was pressed and something was missing
};

} // namespace smartca::ui
