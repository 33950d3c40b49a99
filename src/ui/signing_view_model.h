// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pin_entry.h"

namespace smartca::ui {

/// The PIN sheet over the record. Open while activation.pinSheetOpen.
class SigningViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a view model")
    Q_PROPERTY(smartca::ui::PinEntry *entry READ entry CONSTANT)
    Q_PROPERTY(bool opening READ opening NOTIFY
                   changed) ///< the challenge is being fetched: ring in place of the dots
    Q_PROPERTY(bool working READ working NOTIFY
                   changed) ///< signing, verifying: workText and ring in place of the pad
    /// “Đang ký”, “Đang kiểm tra chữ ký”, “Đang lấy chữ ký”.
    Q_PROPERTY(QString workText READ workText NOTIFY changed)
    Q_PROPERTY(bool canClose READ canClose NOTIFY changed)
    /// “Còn 2 lần trước khi mã PIN tạm khoá 5 phút.” when tries were used up; else empty.
    Q_PROPERTY(QString triesText READ triesText NOTIFY changed)
    Q_PROPERTY(QString forgotText READ forgotText NOTIFY changed) ///< “Quên mã PIN”: always visible
    /// What forgetting costs, for the sheet that asks before it: title, text, primary.
    Q_PROPERTY(QString forgotTitle READ forgotTitle NOTIFY changed)
    Q_PROPERTY(QString forgotWarning READ forgotWarning NOTIFY changed)
    Q_PROPERTY(QString forgotConfirmText READ forgotConfirmText NOTIFY changed)

public:
    SigningViewModel(JourneySource &source, QObject *parent);

    [[nodiscard]] PinEntry *entry() { return &entry_; }
    [[nodiscard]] bool opening() const;
    [[nodiscard]] bool working() const;
    [[nodiscard]] QString workText() const;
    [[nodiscard]] bool canClose() const;
    [[nodiscard]] QString triesText() const;
    [[nodiscard]] QString forgotText() const;
    [[nodiscard]] QString forgotTitle() const;
    [[nodiscard]] QString forgotWarning() const;
    [[nodiscard]] QString forgotConfirmText() const;

    void setLanguage(Language language);
    Q_INVOKABLE void close();
    /// After the warning was accepted: this activation is given up, a new code comes by mail.
    Q_INVOKABLE void forgotPin();
    void refresh();

Q_SIGNALS:
    void changed();
    void newCodeWanted();
    void announced(const QString &text);

private:
    JourneySource &source_;
    PinEntry entry_;
    Language language_ = Language::Vietnamese;
    bool entering_ = false;
};

} // namespace smartca::ui
