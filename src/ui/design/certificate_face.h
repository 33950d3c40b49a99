// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QQuickPaintedItem>

namespace smartca::ui::design {

/// Ground of the certificate card: gradient, gold hairline and guilloche; flat when the certificate is over.
class CertificateFace : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor from MEMBER from NOTIFY looksChanged)
    Q_PROPERTY(QColor through MEMBER through NOTIFY looksChanged)
    Q_PROPERTY(QColor to MEMBER to NOTIFY looksChanged)
    Q_PROPERTY(QColor hairline MEMBER hairline NOTIFY looksChanged)
    Q_PROPERTY(QColor guilloche MEMBER guilloche NOTIFY looksChanged)
    Q_PROPERTY(qreal radius MEMBER radius NOTIFY looksChanged)
    /// The card goes on below, so its lower corners are square.
    Q_PROPERTY(bool openBelow MEMBER openBelow NOTIFY looksChanged)
    Q_PROPERTY(bool flat MEMBER flat NOTIFY looksChanged)

public:
    explicit CertificateFace(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void looksChanged();

private:
    [[nodiscard]] QPainterPath outline() const;

    QColor from;
    QColor through;
    QColor to;
    QColor hairline;
    QColor guilloche;
    qreal radius = 22;
    bool openBelow = false;
    bool flat = false;
};

} // namespace smartca::ui::design
