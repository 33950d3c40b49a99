// SPDX-License-Identifier: Apache-2.0
#include "ui/design/artwork.h"

#include "ui/design/rosette.h"
#include "ui/design/svg_path.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>

namespace smartca::ui::design {

namespace {

QColor faded(QColor color, qreal opacity)
{
    color.setAlphaF(float(opacity));
    return color;
}

QPen roundPen(const QColor &color, qreal width)
{
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

/// Width of the square a motif is drawn on.
qreal gridOf(Artwork::Motif motif)
{
    switch (motif) {
    case Artwork::Motif::SignedDocument:
        return 306;
    case Artwork::Motif::EmptyTray:
        return 118;
    case Artwork::Motif::Halo:
        return 178;
    case Artwork::Motif::Seal:
        return 142;
    }
    return 1;
}

void drawDisc(QPainter &painter, QPointF centre, qreal radius, const QColor &fill)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawEllipse(centre, radius, radius);
}

/// A line as far as a pen has come that has gone this part of its way.
QPolygonF beginningOf(const QPolygonF &line, qreal part)
{
    qreal whole = 0;
    for (qsizetype i = 1; i < line.size(); ++i)
        whole += QLineF(line[i - 1], line[i]).length();
    QPolygonF begun;
    qreal left = whole * part;
    for (qsizetype i = 1; i < line.size() && left > 0; ++i) {
        const QLineF stretch(line[i - 1], line[i]);
        if (begun.isEmpty())
            begun.append(stretch.p1());
        begun.append(stretch.pointAt(std::min(1.0, left / stretch.length())));
        left -= stretch.length();
    }
    return begun;
}

} // namespace

Artwork::Artwork(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &Artwork::looksChanged, this, [this] { update(); });
}

void Artwork::paint(QPainter *painter)
{
    const qreal scale = std::min(width(), height()) / gridOf(shown);
    painter->translate(width() / 2, height() / 2);
    painter->scale(scale, scale);
    switch (shown) {
    case Motif::SignedDocument:
        return paintSignedDocument(*painter);
    case Motif::EmptyTray:
        return paintEmptyTray(*painter);
    case Motif::Halo:
        return paintHalo(*painter);
    case Motif::Seal:
        return paintSeal(*painter);
    }
}

void Artwork::paintSignedDocument(QPainter &painter) const
{
    drawRosette(painter, curvesOf({152, .09, 24, 8}), faded(ink, .26), .8);
    drawRosette(painter, curvesOf({124, .20, 12, 10}), faded(gold, .36), .8);

    painter.save();
    painter.rotate(-4);
    painter.setPen(QPen(line, 1));
    painter.setBrush(paper);
    painter.drawRoundedRect(QRectF(-76, -98, 152, 196), 14, 14);
    painter.setPen(roundPen(ink, 9));
    painter.drawLine(QPointF(-51, -73.5), QPointF(2, -73.5));
    painter.setPen(roundPen(faint, 6));
    const std::pair<qreal, qreal> lines[] = {{-53, 56}, {-39, 56}, {-25, 30}, {-5, 56}, {9, -1}};
    for (const auto &[y, right] : lines)
        painter.drawLine(QPointF(-53, y), QPointF(right - 3, y));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(roundPen(ink, 3));
    painter.drawPath(
        painterPath(u"M-52 62C-43 57-36 42-36 34C-36 26.5 -42 26.5 -45 36C-48 47-45 58-38 58C-33 58-31 "
                    "46-27.5  46.5 C-24 47-26 58-21 57.5 C-17 57-15 49-11.5  49.5 C-8 50-9 56-5 56C-1 "
                    "56 2 52 6 46"));
    QPen dotted(faint.darker(150), 1.5, Qt::CustomDashLine, Qt::RoundCap);
    dotted.setDashPattern({1.2, 2.6});
    painter.setPen(dotted);
    painter.drawLine(QPointF(-55, 72), QPointF(4, 72));
    painter.restore();

    const QPointF seal(69.5, 58);
    drawDisc(painter, seal, 41.5, ground);
    drawDisc(painter, seal, 37.5, ink);
    painter.save();
    painter.translate(seal);
    drawRosette(painter, curvesOf({34, .17, 13, 4}), faded(gold, .9), .6);
    painter.setPen(roundPen(paper, 4.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{{-10.5, 1}, {-3, 8.5}, {11.5, -7}});
    painter.restore();
}

void Artwork::paintEmptyTray(QPainter &painter) const
{
    drawRosette(painter, curvesOf({58, .18, 14, 7}), faded(gold, .55), .8);
    painter.setPen(QPen(line, 1.5));
    painter.setBrush(paper);
    painter.drawRoundedRect(QRectF(-31, -40, 62, 80), 8, 8);
    painter.setPen(roundPen(faint, 5));
    const std::pair<qreal, qreal> lines[] = {{-24, 18}, {-12, 18}, {0, 2}};
    for (const auto &[y, right] : lines)
        painter.drawLine(QPointF(-17.5, y), QPointF(right, y));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(roundPen(ink, 2));
    painter.drawPath(painterPath(
        u"M-20 24C-15 22-11 16-11.5  13C-12.5  10-16 14-16 18.5 C-16 23-11 23-9 20C-7.5  17-6 17-5.5  "
        "20C-5 23-1 22 5 17"));
}

void Artwork::paintHalo(QPainter &painter) const
{
    drawRosette(painter, curvesOf({88, .155, 18, 7}), faded(gold, .6), .8);
    painter.setPen(QPen(line, 1));
    painter.setBrush(paper);
    painter.drawEllipse(QPointF(), 60.5, 60.5);
}

void Artwork::paintSeal(QPainter &painter) const
{
    drawDisc(painter, {}, 69, paper);
    drawRosette(painter, curvesOf({70, .20, 16, 6}), faded(ink, .5), .8);
    drawDisc(painter, {}, 42, ink);
    painter.setPen(QPen(faded(ground, .4), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(), 38, 38);
    painter.setPen(roundPen(ground, 6.5));
    painter.drawPolyline(beginningOf({{-17, 1.5}, {-5.5, 13}, {18, -12.5}}, drawn));
}

} // namespace smartca::ui::design
