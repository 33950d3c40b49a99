// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPolygonF>
#include <QQuickPaintedItem>

namespace smartca::ui::design {

/// The few drawn ornaments (paper, ink, seal), each painted once into one texture; the seal again while its
/// tick is drawn. Colours come from the tokens. Decoration only.
class Artwork : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Motif motif MEMBER shown NOTIFY looksChanged)
    Q_PROPERTY(QColor ink MEMBER ink NOTIFY looksChanged)
    Q_PROPERTY(QColor gold MEMBER gold NOTIFY looksChanged)
    Q_PROPERTY(QColor paper MEMBER paper NOTIFY looksChanged)
    Q_PROPERTY(QColor ground MEMBER ground NOTIFY looksChanged)
    Q_PROPERTY(QColor line MEMBER line NOTIFY looksChanged)
    Q_PROPERTY(QColor faint MEMBER faint NOTIFY looksChanged)
    /// How much of the seal's tick is there: 0 to 1.
    Q_PROPERTY(qreal drawn MEMBER drawn NOTIFY looksChanged)

public:
    enum class Motif {
        SignedDocument, ///< welcome: a signed sheet on two rosettes, sealed; 304x304
        EmptyTray,      ///< nothing to sign: a small sheet on a gold rosette; 116x116
        Halo,           ///< a gold rosette around a tinted disc that an icon stands on; 176x176
        Seal,           ///< done: a disc with a tick on a rosette; 140x140
    };
    Q_ENUM(Motif)

    explicit Artwork(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void looksChanged();

private:
    void paintSignedDocument(QPainter &painter) const;
    void paintEmptyTray(QPainter &painter) const;
    void paintHalo(QPainter &painter) const;
    void paintSeal(QPainter &painter) const;

    Motif shown = Motif::SignedDocument;
    QColor ink;
    QColor gold;
    QColor paper;
    QColor ground;
    QColor line;
    QColor faint;
    qreal drawn = 1;
};

} // namespace smartca::ui::design
