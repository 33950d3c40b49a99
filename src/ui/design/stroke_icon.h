// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QQuickPaintedItem>

namespace smartca::ui::design {

/// One icon, drawn as a stroke in one colour. Decoration: the words beside it say what it means.
class StrokeIcon : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    /// A name of icon_paths.cpp.
    Q_PROPERTY(QString name MEMBER iconName WRITE setName NOTIFY pathChanged)
    /// Path data of one's own, in place of a name.
    Q_PROPERTY(QString path MEMBER pathData WRITE setPath NOTIFY pathChanged)
    /// Width of the square the path is drawn on.
    Q_PROPERTY(qreal grid MEMBER gridWidth WRITE setGrid NOTIFY pathChanged)
    Q_PROPERTY(qreal stroke MEMBER strokeWidth WRITE setStroke NOTIFY looksChanged)
    Q_PROPERTY(QColor color MEMBER strokeColor WRITE setColor NOTIFY looksChanged)

public:
    explicit StrokeIcon(QQuickItem *parent = nullptr);

    void setName(const QString &name);
    void setPath(const QString &data);
    void setGrid(qreal grid);
    void setStroke(qreal stroke);
    void setColor(const QColor &color);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void pathChanged();
    void looksChanged();

private:
    void take(const QPainterPath &drawn);

    QString iconName;
    QString pathData;
    qreal gridWidth = 24;
    qreal strokeWidth = 1.75;
    QColor strokeColor;
    QPainterPath shape;
};

} // namespace smartca::ui::design
