// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/record_document.h"

#include <QQuickPaintedItem>

namespace smartca::ui {

/// One page of a RecordDocument, rendered off the UI thread at the item's own size; give it a width and
/// height: width * document.aspect(page). Zooming is a larger item. While it renders, `ready` is false (show
/// the outline and the ring); an older picture stays, scaled, until the new one is there.
class RecordPage : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(smartca::ui::RecordDocument *document READ document WRITE setDocument NOTIFY documentChanged)
    Q_PROPERTY(int page READ page WRITE setPage NOTIFY pageChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY readyChanged)
    /// Paper colour (Design.page): white areas of the document take it.
    Q_PROPERTY(QColor paper READ paper WRITE setPaper NOTIFY paperChanged)

public:
    explicit RecordPage(QQuickItem *parent = nullptr);
    [[nodiscard]] RecordDocument *document() const { return document_; }
    [[nodiscard]] int page() const { return page_; }
    [[nodiscard]] bool ready() const { return ready_; }
    [[nodiscard]] QColor paper() const { return paper_; }
    void setDocument(RecordDocument *document);
    void setPage(int page);
    void setPaper(const QColor &paper);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void documentChanged();
    void pageChanged();
    void readyChanged();
    void paperChanged();

protected:
    void geometryChange(const QRectF &now, const QRectF &before) override;
    void itemChange(ItemChange change, const ItemChangeData &value) override;
    void updatePolish() override;

private:
    void forget();
    void setReady(bool ready);

    RecordDocument *document_ = nullptr;
    int page_ = 0;
    bool ready_ = false;
    QColor paper_ = Qt::white;
    QImage picture_;
    QSize wanted_;
};

} // namespace smartca::ui
