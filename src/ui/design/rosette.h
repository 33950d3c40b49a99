// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QList>
#include <QPolygonF>

class QPainter;

namespace smartca::ui::design {

/// One ring of the security guilloche: `curves` closed lines around the origin,
/// r(t) = radius * (1 - depth + depth * cos(petals * t + 2 pi j / curves)).
struct Rosette {
    qreal radius = 0;
    qreal depth = 0;
    int petals = 0;
    int curves = 0;
};

[[nodiscard]] QList<QPolygonF> curvesOf(const Rosette &rosette);

/// Draws the ring around the painter's origin.
void drawRosette(QPainter &painter, const QList<QPolygonF> &curves, const QColor &color, qreal stroke);

} // namespace smartca::ui::design
