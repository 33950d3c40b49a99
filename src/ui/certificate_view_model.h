// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/journey_source.h"

#include <QQmlEngine>

namespace smartca::ui {

/// Page 08, its “which is wrong?” page, and the certificate card of other pages (09 summary, 11, 12).
class CertificateViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a view model")
    Q_PROPERTY(QString name READ name NOTIFY changed) ///< as registered, upper case as printed on the card
    /// Masked “079 •••••• 418” until fullNumber is set; toggle with the row button whose text is
    /// numberButtonText.
    Q_PROPERTY(QString idNumber READ idNumber NOTIFY changed)
    Q_PROPERTY(QString idNumberLabel READ idNumberLabel NOTIFY
                   changed) ///< “Số căn cước”, “Số hộ chiếu”, “Mã số thuế”
    Q_PROPERTY(bool fullNumber READ fullNumber WRITE setFullNumber NOTIFY changed)
    Q_PROPERTY(QString numberButtonText READ numberButtonText NOTIFY changed) ///< “Hiện đủ số” / “Ẩn bớt số”
    Q_PROPERTY(QString birthday READ birthday NOTIFY
                   changed) ///< 22/11/1962; empty when not in the certificate: hide the row
    Q_PROPERTY(QString issuer READ issuer NOTIFY changed)
    Q_PROPERTY(QString serial READ serial NOTIFY changed) ///< groups of four: “5401 0B7E 2C9A 11F3”; wraps
    Q_PROPERTY(QString validFrom READ validFrom NOTIFY changed) ///< 22/11/2026
    Q_PROPERTY(QString validTo READ validTo NOTIFY changed)
    Q_PROPERTY(QString validityText READ validityText NOTIFY changed) ///< “22/11/2026 – 22/11/2029”
    /// Chip of the card: “Đang hiệu lực”, “Sắp hết hạn”, “Đã hết hạn”.
    Q_PROPERTY(QString statusText READ statusText NOTIFY changed)
    Q_PROPERTY(Validity validity READ validity NOTIFY changed)
    /// “Thông tin nào chưa đúng?”: choice −1 until one is chosen.
    Q_PROPERTY(QStringList wrongChoices READ wrongChoices NOTIFY changed)
    Q_PROPERTY(int wrongChoice READ wrongChoice WRITE setWrongChoice NOTIFY changed)

public:
    enum class Validity { Valid, EndsSoon, Expired };
    Q_ENUM(Validity)

    CertificateViewModel(JourneySource &source, QObject *parent);

    [[nodiscard]] bool present() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString idNumber() const;
    [[nodiscard]] QString idNumberLabel() const;
    [[nodiscard]] bool fullNumber() const { return fullNumber_; }
    [[nodiscard]] QString numberButtonText() const;
    [[nodiscard]] QString birthday() const;
    [[nodiscard]] QString issuer() const;
    [[nodiscard]] QString serial() const;
    [[nodiscard]] QString validFrom() const;
    [[nodiscard]] QString validTo() const;
    [[nodiscard]] QString validityText() const;
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] Validity validity() const;
    [[nodiscard]] QStringList wrongChoices() const;
    [[nodiscard]] int wrongChoice() const { return wrongChoice_; }
    void setFullNumber(bool full);
    void setWrongChoice(int choice);

    Q_INVOKABLE void confirmRight(); ///< “Thông tin đúng”
    Q_INVOKABLE void sayWrong();     ///< “Thông tin chưa đúng” → page WrongData
    Q_INVOKABLE void sendWrong();    ///< with wrongChoice; stops the activation
    void refresh();

Q_SIGNALS:
    void changed();

private:
    struct IdNumber {
        QString kind; ///< "IDC", "PAS", "TIN"
        QString digits;
    };
    [[nodiscard]] IdNumber idNumberParts() const;

    JourneySource &source_;
    bool fullNumber_ = false;
    int wrongChoice_ = -1;
};

} // namespace smartca::ui
