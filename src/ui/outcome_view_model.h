// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/journey_source.h"

#include <QQmlEngine>
#include <QUrl>

namespace smartca::ui {

/// Pages 11 (done), 12 (home, empty), Stopped and Resume.
class OutcomeViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a view model")
    // 11: before the hand-in is accepted “Đã ký, đang nộp biên bản”, after it “Đã ký thành công”
    Q_PROPERTY(bool handedIn READ handedIn NOTIFY changed) ///< false: ring; true: seal
    Q_PROPERTY(QString doneTitle READ doneTitle NOTIFY changed)
    Q_PROPERTY(QString doneText READ doneText NOTIFY changed)
    Q_PROPERTY(QString signer READ signer NOTIFY changed)
    Q_PROPERTY(QString signedAt READ signedAt NOTIFY changed) ///< “22/11/2026 09:46”
    Q_PROPERTY(QString resultText READ resultText NOTIFY
                   changed) ///< “Chữ ký đúng, tài liệu nguyên vẹn (thử nghiệm)”
    Q_PROPERTY(QString documentName READ documentName NOTIFY changed)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed)
    /// After saving: “Đã lưu vào …”, or what to do when it could not be; else empty.
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed)
    // 12
    // Stopped
    Q_PROPERTY(QString stoppedTitle READ stoppedTitle NOTIFY changed)
    Q_PROPERTY(QString stoppedText READ stoppedText NOTIFY changed)
    // Resume
    Q_PROPERTY(QString resumeText READ resumeText NOTIFY changed) ///< “Đã xong 3 trên 5 bước.”
    Q_PROPERTY(int resumeStepsDone READ resumeStepsDone NOTIFY changed)
    /// What starting over loses: for the sheet that asks before startOver().
    Q_PROPERTY(QString startOverWarning READ startOverWarning NOTIFY changed)

public:
    OutcomeViewModel(JourneySource &source, QObject *parent);

    [[nodiscard]] bool handedIn() const;
    [[nodiscard]] QString doneTitle() const;
    [[nodiscard]] QString doneText() const;
    [[nodiscard]] QString signer() const;
    [[nodiscard]] QString signedAt() const;
    [[nodiscard]] QString resultText() const;
    [[nodiscard]] QString documentName() const;
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] QString stoppedTitle() const;
    [[nodiscard]] QString stoppedText() const;
    [[nodiscard]] QString resumeText() const;
    [[nodiscard]] int resumeStepsDone() const;
    [[nodiscard]] QString startOverWarning() const;

    /// Writes the signed record, byte for byte.
    Q_INVOKABLE void save(const QUrl &file);
    /// To the person's documents folder, beside what was saved there earlier; savedText says where.
    Q_INVOKABLE void saveToDocuments();
    Q_INVOKABLE void goHome();
    Q_INVOKABLE void reactivate(); ///< Stopped: “Nhập mã mới”
    Q_INVOKABLE void resume();
    Q_INVOKABLE void startOver();
    void refresh();

Q_SIGNALS:
    void changed();
    void announced(const QString &text);

private:
    struct Saving {
        QString path;
        bool done = false;
    };
    /// Of the signed record, which there must be; not a copy.
    [[nodiscard]] QByteArray recordContent() const;

    JourneySource &source_;
    std::optional<Saving> saving_; ///< the newest
};

} // namespace smartca::ui
