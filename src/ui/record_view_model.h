// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/journey_source.h"
#include "ui/record_document.h"

namespace smartca::ui {

/// Page 09: the record, shown from the very bytes that are hashed and signed. Pages are drawn by RecordPage
/// items: RecordPage { document: page.model.document; page: index; width: …; height:
/// width * aspect }
class RecordViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a view model")
    /// What RecordPage draws; also Done's “Xem biên bản” (the signed file once there is one).
    Q_PROPERTY(smartca::ui::RecordDocument *document READ document CONSTANT)
    Q_PROPERTY(bool loading READ loading NOTIFY changed) ///< outline and ring
    Q_PROPERTY(int pageCount READ pageCount NOTIFY changed)
    /// The page most in view: set it while scrolling; pageText follows (“Trang 1/2”), and progress (0–1).
    Q_PROPERTY(int currentPage READ currentPage WRITE setCurrentPage NOTIFY changed)
    Q_PROPERTY(QString pageText READ pageText NOTIFY changed)
    Q_PROPERTY(qreal progress READ progress NOTIFY changed)
    /// Secondary button: “Đọc tiếp trang 2”, on the page before the last “Trang cuối”; empty on the last page
    /// (hide it). Scroll to currentPage + 1.
    Q_PROPERTY(QString nextPageText READ nextPageText NOTIFY changed)
    /// The end of the last page was on screen (or “Trang cuối” pressed): call reachedEnd() once.
    Q_PROPERTY(bool readToEnd READ readToEnd NOTIFY changed)
    Q_PROPERTY(bool canSign READ canSign NOTIFY changed)
    Q_PROPERTY(QString signText READ signText NOTIFY changed) ///< “Đọc hết tài liệu để ký” / “Ký biên bản”
    /// “Mã đối chiếu tài liệu”: SHA-256 in hex: first 4 … last 4; all of it in groups of four on tap.
    Q_PROPERTY(QString fingerprintShort READ fingerprintShort NOTIFY changed)
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY changed)
    Q_PROPERTY(QString documentName READ documentName NOTIFY changed) ///< “Biên bản nghiệm thu”

public:
    RecordViewModel(JourneySource &source, QObject *parent);

    [[nodiscard]] RecordDocument *document() { return &document_; }
    [[nodiscard]] bool loading() const;
    [[nodiscard]] int pageCount() const;
    [[nodiscard]] int currentPage() const { return currentPage_; }
    [[nodiscard]] QString pageText() const;
    [[nodiscard]] qreal progress() const;
    [[nodiscard]] QString nextPageText() const;
    [[nodiscard]] bool readToEnd() const;
    [[nodiscard]] bool canSign() const;
    [[nodiscard]] QString signText() const;
    [[nodiscard]] QString fingerprintShort() const;
    [[nodiscard]] QString fingerprint() const;
    [[nodiscard]] QString documentName() const;
    void setCurrentPage(int page);

    /// “Đọc dạng chữ”: the text of one page, reflowed.
    Q_INVOKABLE QString plainText(int page) const;
    Q_INVOKABLE void reachedEnd();
    /// Opens the PIN sheet.
    Q_INVOKABLE void sign();
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void tellUnreadable();

    JourneySource &source_;
    RecordDocument document_;
    int currentPage_ = 0;
    QString fingerprint_;
    std::shared_ptr<const Bytes> fingerprinted_;
};

} // namespace smartca::ui
