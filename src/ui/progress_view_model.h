// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/checklist.h"
#include "ui/journey_source.h"

#include <QBasicTimer>

namespace smartca::ui {

/// Page 07: key pair, request, waiting for the certificate; also what waits longer than usual.
class ProgressViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a view model")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    /// Four rows: key pair, request, certificate, your check. Details: “Xong lúc 09:39”, “Đang chờ, đã được 1
    /// phút”.
    Q_PROPERTY(smartca::ui::Checklist *rows READ rows CONSTANT)
    /// The info banner: “Có thể đóng ứng dụng” · “Mở lại là tiếp tục đúng bước này.”
    Q_PROPERTY(QString bannerTitle READ bannerTitle NOTIFY changed)
    Q_PROPERTY(QString bannerText READ bannerText NOTIFY changed)
    /// “Đóng, quay lại sau”: the primary button calls activation.close().
    Q_PROPERTY(QString closeText READ closeText NOTIFY changed)

public:
    ProgressViewModel(JourneySource &source, QObject *parent);

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] Checklist *rows() { return &rows_; }
    [[nodiscard]] QString bannerTitle() const;
    [[nodiscard]] QString bannerText() const;
    [[nodiscard]] QString closeText() const;
    void refresh();

Q_SIGNALS:
    void changed();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void noteTimes();
    void fillRows();

    JourneySource &source_;
    Checklist rows_;
    std::optional<UtcTime> keysAt_;    ///< when the service had made the pair, as far as this run saw it
    std::optional<UtcTime> waitingAt_; ///< since when the certificate is awaited
    QBasicTimer tick_;
};

} // namespace smartca::ui
