// SPDX-License-Identifier: Apache-2.0
#include "ui/design/certificate_face.h"

#include "ui/design/rosette.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace smartca::ui::design {

CertificateFace::CertificateFace(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &CertificateFace::looksChanged, this, [this] { update(); });
}

QPainterPath CertificateFace::outline() const
{
    const QRectF box = QRectF(0, 0, width(), height()).adjusted(.5, .5, -.5, openBelow ? radius : -.5);
    QPainterPath path;
    path.addRoundedRect(box, radius, radius);
    return path;
}

void CertificateFace::paint(QPainter *painter)
{
    const QPainterPath shape = outline();
    // 125 degrees as CSS counts them: clockwise from "to the top", through the middle of the box.
    constexpr double angle = 125 * std::numbers::pi / 180;
    const QPointF direction(std::sin(angle), -std::cos(angle));
    const double reach = (std::abs(width() * direction.x()) + std::abs(height() * direction.y())) / 2;
    const QPointF middle(width() / 2, height() / 2);
    QLinearGradient gradient(middle - direction * reach, middle + direction * reach);
    gradient.setColorAt(0, from);
    gradient.setColorAt(.52, through);
    gradient.setColorAt(1, to);
    painter->fillPath(shape, flat ? QBrush(from) : QBrush(gradient));

    if (!flat) {
        painter->save();
        painter->setClipPath(shape);
        painter->translate(width() - 58, openBelow ? 12 : 46);
        drawRosette(*painter, curvesOf({70, .17, 16, 7}), guilloche, .8);
        drawRosette(*painter, curvesOf({45, .24, 12, 6}), guilloche, .8);
        painter->restore();
    }
    painter->setPen(QPen(hairline, 1));
    painter->drawPath(shape);
}

} // namespace smartca::ui::design
