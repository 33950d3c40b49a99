// SPDX-License-Identifier: Apache-2.0
#include "sandbox/record/record_canvas.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextOption>

namespace smartca::sandbox {
namespace {

QString named(std::string_view colour)
{
    return QString::fromLatin1(colour.data(), static_cast<qsizetype>(colour.size()));
}

constexpr double pointsPerInch = 72;
constexpr double labelWidth = 140;

} // namespace

RecordCanvas::RecordCanvas(QPdfWriter &writer)
    : writer_(writer), painter_(&writer), scale_(writer.resolution() / pointsPerInch)
{}

void RecordCanvas::newPage()
{
    writer_.newPage();
    y_ = 0;
}

QFont RecordCanvas::font(const Style &style) const
{
    QFont font(QStringLiteral("Noto Serif"));
    font.setStyleHint(QFont::Serif);
    font.setPointSizeF(style.size);
    font.setBold(style.weight == Weight::Bold);
    font.setItalic(style.weight == Weight::Italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Any spacing switches ligatures off: ﬁ would be found by nobody who looks for “certificate”.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1.0 / 64);
    return font;
}

std::unique_ptr<QTextDocument> RecordCanvas::laidOut(double width, const QString &html, const Style &style,
                                                     Qt::Alignment alignment)
{
    auto document = std::make_unique<QTextDocument>();
    document->documentLayout()->setPaintDevice(&writer_);
    document->setDocumentMargin(0);
    document->setDefaultFont(font(style));
    QTextOption option;
    option.setAlignment(alignment);
    // A name or a device's word of its system may be one word wider than any line.
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document->setDefaultTextOption(option);
    document->setHtml(QStringLiteral("<div style=\"color:%1; line-height:%2%\">%3</div>")
                          .arg(named(style.colour))
                          .arg(qRound(style.lineHeight * 100))
                          .arg(html));
    for (auto block = document->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        auto format = block.blockFormat();
        format.setAlignment(alignment);
        cursor.setBlockFormat(format);
    }
    document->setTextWidth(device(width));
    return document;
}

void RecordCanvas::draw(QTextDocument &document, double x, double y)
{
    painter_.save();
    painter_.translate(device(x), device(y));
    document.drawContents(&painter_);
    painter_.restore();
}

double RecordCanvas::textAt(double x, double y, double width, const QString &html, const Style &style,
                            Qt::Alignment alignment)
{
    const auto document = laidOut(width, html, style, alignment);
    draw(*document, x, y);
    return document->size().height() / scale_;
}

void RecordCanvas::textEndingAt(double x, double bottom, double width, const QString &html,
                                const Style &style, Qt::Alignment alignment)
{
    const auto document = laidOut(width, html, style, alignment);
    draw(*document, x, bottom - document->size().height() / scale_);
}

void RecordCanvas::centred(const QString &text, const Style &style)
{
    y_ += textAt(left() - 20, y_, textWidth() + 40, text.toHtmlEscaped(), style, Qt::AlignHCenter);
}

void RecordCanvas::paragraph(const QString &html, const Style &style)
{
    y_ += textAt(left(), y_, textWidth(), html, style, Qt::AlignLeft);
}

void RecordCanvas::row(const QString &label, const QString &value, const Style &style)
{
    constexpr double padding = 5;
    Style labelStyle = style;
    labelStyle.colour = palette::text2;
    const double labelHeight =
        textAt(left(), y_ + padding, labelWidth - 8, label.toHtmlEscaped(), labelStyle, Qt::AlignLeft);
    const double valueHeight = textAt(left() + labelWidth, y_ + padding, textWidth() - labelWidth,
                                      value.toHtmlEscaped(), style, Qt::AlignLeft);
    y_ += std::max(labelHeight, valueHeight) + 2 * padding;
    rule(left(), right(), y_, 0.5, palette::line);
}

void RecordCanvas::rule(double x1, double x2, double y, double thickness, std::string_view colour)
{
    painter_.setPen(QPen(QColor(named(colour)), device(thickness), Qt::SolidLine, Qt::FlatCap));
    painter_.drawLine(QPointF(device(x1), device(y)), QPointF(device(x2), device(y)));
}

void RecordCanvas::frame(const QRectF &points, double thickness, std::string_view colour,
                         std::string_view fill, double radius)
{
    painter_.setPen(QPen(QColor(named(colour)), device(thickness)));
    painter_.setBrush(fill.empty() ? QBrush(Qt::NoBrush) : QBrush(QColor(named(fill))));
    const QRectF box(device(points.x()), device(points.y()), device(points.width()), device(points.height()));
    painter_.drawRoundedRect(box, device(radius), device(radius));
}

} // namespace smartca::sandbox
