// SPDX-License-Identifier: Apache-2.0
#include "ui/record_page.h"

#include <QPainter>
#include <QQuickWindow>

namespace smartca::ui {
namespace {

/// Larger pictures than this are scaled up: a page at four times a phone's width.
constexpr int mostPixels = 3200;

} // namespace

RecordPage::RecordPage(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setOpaquePainting(true);
}

void RecordPage::setDocument(RecordDocument *document)
{
    if (document == document_)
        return;
    if (document_)
        document_->disconnect(this);
    document_ = document;
    if (document_) {
        connect(document_, &RecordDocument::changed, this, &RecordPage::forget);
        connect(document_, &QObject::destroyed, this, [this] { document_ = nullptr; });
    }
    forget();
    Q_EMIT documentChanged();
}

void RecordPage::setPage(int page)
{
    if (page == page_)
        return;
    page_ = page;
    forget();
    Q_EMIT pageChanged();
}

void RecordPage::setPaper(const QColor &paper)
{
    if (paper == paper_)
        return;
    paper_ = paper;
    update();
    Q_EMIT paperChanged();
}

void RecordPage::forget()
{
    picture_ = {};
    wanted_ = {};
    setReady(false);
    update();
    polish();
}

void RecordPage::setReady(bool ready)
{
    if (ready == ready_)
        return;
    ready_ = ready;
    Q_EMIT readyChanged();
}

void RecordPage::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickPaintedItem::geometryChange(now, before);
    if (now.size() != before.size())
        polish();
}

void RecordPage::itemChange(ItemChange change, const ItemChangeData &value)
{
    QQuickPaintedItem::itemChange(change, value);
    if (change == ItemSceneChange || change == ItemDevicePixelRatioHasChanged)
        polish();
}

/// Once per frame at most, whatever changed: asks for the page in the size it is shown in.
void RecordPage::updatePolish()
{
    if (!document_ || page_ >= document_->pageCount() || width() < 1 || height() < 1)
        return;
    const qreal ratio = window() ? window()->effectiveDevicePixelRatio() : 1.0;
    QSize pixels = (QSizeF(width(), height()) * ratio).toSize();
    if (pixels.width() > mostPixels)
        pixels = pixels.scaled(mostPixels, pixels.height(), Qt::KeepAspectRatio);
    if (pixels == wanted_)
        return;
    wanted_ = pixels;
    document_->render(page_, pixels, this, [this, pixels](const QImage &picture) {
        if (pixels != wanted_)
            return;
        picture_ = picture;
        setReady(!picture.isNull());
        update();
    });
}

void RecordPage::paint(QPainter *painter)
{
    const QRectF all(0, 0, width(), height());
    painter->fillRect(all, paper_);
    if (picture_.isNull())
        return;
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    // Multiplied, so that white takes the paper's colour and ink stays ink.
    painter->setCompositionMode(QPainter::CompositionMode_Multiply);
    painter->drawImage(all, picture_);
}

} // namespace smartca::ui
