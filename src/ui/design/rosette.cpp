// SPDX-License-Identifier: Apache-2.0
#include "ui/design/rosette.h"

#include <QPainter>

#include <cmath>
#include <numbers>

namespace smartca::ui::design {

QList<QPolygonF> curvesOf(const Rosette &rosette)
{
    constexpr int points = 360;
    constexpr double turn = 2 * std::numbers::pi;
    QList<QPolygonF> all;
    all.reserve(rosette.curves);
    for (int j = 0; j < rosette.curves; ++j) {
        QPolygonF curve;
        curve.reserve(points);
        for (int i = 0; i < points; ++i) {
            const double t = turn * i / points;
            const double wave = std::cos(rosette.petals * t + turn * j / rosette.curves);
            const double r = rosette.radius * (1 - rosette.depth + rosette.depth * wave);
            curve.append({r * std::cos(t), r * std::sin(t)});
        }
        all.append(curve);
    }
    return all;
}

void drawRosette(QPainter &painter, const QList<QPolygonF> &curves, const QColor &color, qreal stroke)
{
    painter.setPen(QPen(color, stroke));
    painter.setBrush(Qt::NoBrush);
    for (const QPolygonF &curve : curves)
        painter.drawPolygon(curve);
}

} // namespace smartca::ui::design
