// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/activation_input.h"
#include "ui/journey_source.h"

#include <QBasicTimer>
#include <QQmlEngine>

namespace smartca::ui {

class FailureViewModel;

/// Page 02: username and activation code, typed, pasted or from a link. Both stay until the code is redeemed.
class DetailsViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a view model")
    /// The field's text: bind TextField.text to it and call typeUsername() from onTextEdited.
    Q_PROPERTY(QString username READ username NOTIFY changed)
    Q_PROPERTY(bool usernameOk READ usernameOk NOTIFY changed) ///< tick in the field
    /// What the invisible TextInput over the cells holds: up to eight characters, normalised.
    Q_PROPERTY(QString code READ code NOTIFY changed)
    /// Always eight texts, empty ones for empty cells.
    Q_PROPERTY(QStringList cells READ cells NOTIFY changed)
    /// A link or QR carried a token: no code to type; show linkText in place of the cells.
    Q_PROPERTY(bool hasLink READ hasLink NOTIFY changed)
    Q_PROPERTY(QString linkText READ linkText NOTIFY changed)
    /// The code as the screen reader says it: “K 7 M P, 4 Q X T” or “Đã nhập 3 trên 8 ký tự”.
    Q_PROPERTY(QString codeSpoken READ codeSpoken NOTIFY changed)
    Q_PROPERTY(bool canContinue READ canContinue NOTIFY changed)
    /// Of the primary button; names what is missing: “Nhập tên đăng nhập”, “Nhập thêm 2 ký tự”, “Tiếp tục”;
    /// after a wrong code, until edited: “Dán lại từ email”.
    Q_PROPERTY(QString continueText READ continueText NOTIFY changed)
    /// The primary button pastes again (after a wrong code): show the paste icon.
    Q_PROPERTY(bool pasteInstead READ pasteInstead NOTIFY changed)
    /// The pasted text held nothing: the second button is “Nhập tay”, not the one that sends the mail again.
    Q_PROPERTY(bool typingOffered READ typingOffered NOTIFY changed)
    /// Error border of the cells and the field: the service did not know this pair.
    Q_PROPERTY(bool wrong READ wrong NOTIFY changed)
    /// The device has a camera to scan a QR code with; hide “Quét mã QR” otherwise.
    Q_PROPERTY(bool canScan READ canScan CONSTANT)
    /// Sheet “Chưa nhận được email?”: resendText is “Gửi lại email” or “Gửi lại được sau 42 giây”.
    Q_PROPERTY(QString resendText READ resendText NOTIFY resendChanged)
    Q_PROPERTY(bool canResend READ canResend NOTIFY resendChanged)
    /// Once the order was taken, until the new code is entered: “Nếu tên đăng nhập đúng, email mới sẽ đến
    /// trong vài phút. Mã cũ không dùng được nữa.”; else empty.
    Q_PROPERTY(QString resentText READ resentText NOTIFY resendChanged)
    /// A new code was asked for, but nobody is known to send it to: “Nhập tên đăng nhập rồi bấm Gửi mã mới…”,
    /// and the primary button orders the mail; else empty.
    Q_PROPERTY(QString orderText READ orderText NOTIFY changed)

public:
    DetailsViewModel(JourneySource &source, FailureViewModel &failure, QObject *parent);

    [[nodiscard]] QString username() const { return username_; }
    [[nodiscard]] bool usernameOk() const { return usernameOk_; }
    [[nodiscard]] QString code() const { return code_; }
    [[nodiscard]] QStringList cells() const;
    [[nodiscard]] bool codeComplete() const;
    [[nodiscard]] bool hasLink() const;
    [[nodiscard]] QString linkText() const;
    [[nodiscard]] QString codeSpoken() const;
    [[nodiscard]] bool canContinue() const;
    [[nodiscard]] QString continueText() const;
    [[nodiscard]] bool pasteInstead() const;
    [[nodiscard]] bool typingOffered() const;
    [[nodiscard]] bool wrong() const;
    [[nodiscard]] bool canScan() const { return false; }
    [[nodiscard]] QString resendText() const;
    [[nodiscard]] bool canResend() const;
    [[nodiscard]] QString resentText() const;
    [[nodiscard]] QString orderText() const;

    Q_INVOKABLE void typeUsername(const QString &text);
    /// Whatever is in the invisible TextInput now: normalised, then `code` has the result (set it back). A
    /// whole pasted e-mail is recognised here too.
    Q_INVOKABLE void typeCode(const QString &text);
    /// “Dán từ email”: the clipboard's text. Fills both fields, or shows ACT-101 inline (activation.failure).
    Q_INVOKABLE void paste();
    Q_INVOKABLE void pasteText(const QString &text);
    /// “Nhập tay”: what was said of the pasted text is over, and the form goes on as it stands.
    Q_INVOKABLE void typeByHand();
    /// Drops a link's token: back to typing the code.
    Q_INVOKABLE void typeInstead();
    /// The primary button. When something is missing: missingWanted() says where the focus goes.
    Q_INVOKABLE void submit();
    /// “Gửi lại email”.
    Q_INVOKABLE void resend();

    void refresh();
    void noteResent();
    /// “Nhận mã mới”: this activation is forgotten; the mail is ordered at once where the username is known,
    /// and as soon as it is typed where it is not (after a start: it is never written).
    void orderNewCode();

Q_SIGNALS:
    void changed();
    void resendChanged();
    void usernameMissing(); ///< focus the username field
    void codeMissing();     ///< focus the code field
    void announced(const QString &text);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void edited();
    [[nodiscard]] bool ordering() const { return ordering_ && code_.isEmpty() && !hasLink(); }
    bool takeFound(const QString &text);
    void take(protocol::ActivationInput found);
    [[nodiscard]] static QString filledText(const protocol::ActivationInput &found);

    JourneySource &source_;
    FailureViewModel &failure_;
    QString username_;
    QString code_;
    bool usernameOk_ = false;
    bool editedSinceFailure_ = false;
    bool resent_ = false;
    bool ordering_ = false;
    std::optional<Failure> knownFailure_;
    std::optional<UtcTime> resendAt_;
    QBasicTimer tick_;
};

} // namespace smartca::ui
