// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/palette.h"

#include <QFont>
#include <QPainter>
#include <QPdfWriter>
#include <QRectF>
#include <QString>
#include <QTextDocument>

#include <memory>

namespace smartca::sandbox {

/// Lays text out on pages of a PDF, from top to bottom. All lengths are points (1/72 inch), y counts from the
/// top.
class RecordCanvas {
public:
    enum class Weight { Regular, Bold, Italic };
    struct Style {
        double size = 11;
        Weight weight = Weight::Regular;
        std::string_view colour = palette::pageText;
        double lineHeight = 1.34;
    };

    explicit RecordCanvas(QPdfWriter &writer);

    void newPage();
    [[nodiscard]] double y() const { return y_; }
    void moveTo(double y) { y_ = y; }
    void skip(double points) { y_ += points; }

    /// One line in the middle of the page.
    void centred(const QString &text, const Style &style);
    /// A paragraph over the text width; `html`: with <b> inside.
    void paragraph(const QString &html, const Style &style);
    /// Label left, value right of it, a hairline below.
    void row(const QString &label, const QString &value, const Style &style);
    /// Text in a box that starts at (x, y) and wraps at `width`; returns its height.
    double textAt(double x, double y, double width, const QString &html, const Style &style,
                  Qt::Alignment alignment);
    /// The same, but it ends at `bottom`, however many lines it takes.
    void textEndingAt(double x, double bottom, double width, const QString &html, const Style &style,
                      Qt::Alignment alignment);
    void rule(double x1, double x2, double y, double thickness, std::string_view colour);
    /// `fill` may be empty: nothing is filled.
    void frame(const QRectF &points, double thickness, std::string_view colour, std::string_view fill,
               double radius);

    [[nodiscard]] double pageWidth() const { return 595.276; }
    [[nodiscard]] double pageHeight() const { return 841.89; }
    [[nodiscard]] double left() const { return 71; }
    [[nodiscard]] double right() const { return pageWidth() - 71; }
    [[nodiscard]] double textWidth() const { return right() - left(); }

private:
    [[nodiscard]] QFont font(const Style &style) const;
    [[nodiscard]] std::unique_ptr<QTextDocument> laidOut(double width, const QString &html,
                                                         const Style &style, Qt::Alignment alignment);
    void draw(QTextDocument &document, double x, double y);
    [[nodiscard]] double device(double points) const { return points * scale_; }

    QPdfWriter &writer_;
    QPainter painter_;
    double scale_;
    double y_ = 0;
};

} // namespace smartca::sandbox
