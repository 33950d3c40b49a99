// SPDX-License-Identifier: Apache-2.0
#include "ui/design/stroke_icon.h"

#include "ui/design/icon_paths.h"
#include "ui/design/svg_path.h"

#include <QPainter>

namespace smartca::ui::design {

StrokeIcon::StrokeIcon(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    setImplicitSize(24, 24);
}

void StrokeIcon::setName(const QString &name)
{
    if (name == iconName)
        return;
    iconName = name;
    if (!name.isEmpty() && iconPath(name).isEmpty())
        qWarning("StrokeIcon: no icon is called \"%s\"", qPrintable(name));
    take(painterPath(QString(iconPath(name))));
}

void StrokeIcon::setPath(const QString &data)
{
    if (data == pathData)
        return;
    pathData = data;
    take(painterPath(data));
}

void StrokeIcon::setGrid(qreal grid)
{
    if (grid == gridWidth || grid <= 0)
        return;
    gridWidth = grid;
    Q_EMIT pathChanged();
    update();
}

void StrokeIcon::setStroke(qreal stroke)
{
    if (stroke == strokeWidth)
        return;
    strokeWidth = stroke;
    Q_EMIT looksChanged();
    update();
}

void StrokeIcon::setColor(const QColor &color)
{
    if (color == strokeColor)
        return;
    strokeColor = color;
    Q_EMIT looksChanged();
    update();
}

void StrokeIcon::take(const QPainterPath &drawn)
{
    shape = drawn;
    Q_EMIT pathChanged();
    update();
}

void StrokeIcon::paint(QPainter *painter)
{
    painter->scale(width() / gridWidth, height() / gridWidth);
    painter->setPen(QPen(strokeColor, strokeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(shape);
}

} // namespace smartca::ui::design
