// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pin_entry.h"

#include <QColor>
#include <QFont>
#include <QQuickPaintedItem>

namespace smartca::ui {

/// Draws the digits of a PinEntry while it is revealed, `spacing` apart as the dots are; nothing otherwise.
/// The digits never become a QString property and never reach the accessibility tree. Lay it over PinDots:
///   PinReveal { anchors.fill: dots; entry: page.entry; cell: 20; spacing: 20; color: Design.text }
class PinReveal : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(smartca::ui::PinEntry *entry READ entry WRITE setEntry NOTIFY entryChanged)
    Q_PROPERTY(QColor color MEMBER color_ NOTIFY styleChanged)
    Q_PROPERTY(QFont font MEMBER font_ NOTIFY styleChanged)
    Q_PROPERTY(qreal cell MEMBER cell_ NOTIFY styleChanged)       ///< width of one dot
    Q_PROPERTY(qreal spacing MEMBER spacing_ NOTIFY styleChanged) ///< between two dots

public:
    explicit PinReveal(QQuickItem *parent = nullptr);
    [[nodiscard]] PinEntry *entry() const { return entry_; }
    void setEntry(PinEntry *entry);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void entryChanged();
    void styleChanged();

private:
    PinEntry *entry_ = nullptr;
    QColor color_ = Qt::black;
    QFont font_;
    qreal cell_ = 20;
    qreal spacing_ = 20;
};

} // namespace smartca::ui
