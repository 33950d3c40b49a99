// SPDX-License-Identifier: Apache-2.0
#include "ui/pin_reveal.h"

#include "ui/shown_entry.h"

#include <QPainter>

namespace smartca::ui {

PinReveal::PinReveal(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    connect(this, &PinReveal::styleChanged, this, [this] { update(); });
}

void PinReveal::setEntry(PinEntry *entry)
{
    showEntry(*this, entry_, entry);
}

void PinReveal::paint(QPainter *painter)
{
    if (!entry_ || !entry_->revealed())
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(color_);
    painter->setFont(font_);
    const auto digits = entry_->digits().view();
    const qreal total = entry_->length() * cell_ + (entry_->length() - 1) * spacing_;
    qreal left = (width() - total) / 2;
    for (const auto digit : digits) {
        // One character at a time, on the stack: no text of the whole PIN ever exists.
        const QChar character(static_cast<char16_t>(digit));
        painter->drawText(QRectF(left - spacing_ / 2, 0, cell_ + spacing_, height()), Qt::AlignCenter,
                          QString::fromRawData(&character, 1));
        left += cell_ + spacing_;
    }
}

} // namespace smartca::ui
