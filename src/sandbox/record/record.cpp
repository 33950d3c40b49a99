// SPDX-License-Identifier: Apache-2.0
#include "sandbox/record/record.h"

#include "pdf/signature_field.h"
#include "sandbox/record/record_canvas.h"
#include "sandbox/record/record_text.h"
#include "sandbox/store/service_fault.h"

#include <QBuffer>
#include <QPageLayout>

namespace smartca::sandbox {
namespace {

using Style = RecordCanvas::Style;
using Weight = RecordCanvas::Weight;

constexpr int resolution = 1200; // fine enough that glyphs stand where the font says

const Style body{.size = 11, .weight = Weight::Regular, .lineHeight = 1.25};

/// The signature frame on the second page, in points from the top left.
constexpr double frameTop = 498;
constexpr double frameHeight = 118;
constexpr double frameWidth = 220;
/// The field lies inside the frame, under its caption.
constexpr double fieldInset = 1;

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
        .normalized(QString::NormalizationForm_C);
}

QString withName(const std::string &paragraph, const std::string &name)
{
    return qt(paragraph).replace(QStringLiteral("{name}"), qt(name).toHtmlEscaped());
}

void drawMarking(RecordCanvas &canvas, const RecordText &text)
{
    constexpr double width = 148;
    constexpr double height = 18;
    const double x = canvas.right() - width;
    const double y = 34;
    canvas.frame({x, y, width, height}, 0.6, palette::certHairline, palette::goldTint, 3);
    canvas.textAt(x, y + 2.6, width, qt(text.marking).toHtmlEscaped(),
                  {.size = 8.5, .weight = Weight::Bold, .colour = palette::goldText, .lineHeight = 1},
                  Qt::AlignHCenter);
}

void drawFooter(RecordCanvas &canvas, const RecordText &text, int page)
{
    const double y = canvas.pageHeight() - 46;
    const Style style{.size = 8.5, .colour = palette::text2, .lineHeight = 1};
    canvas.rule(canvas.left(), canvas.right(), y - 8, 0.5, palette::certHairline);
    canvas.textAt(canvas.left(), y, canvas.textWidth(), qt(text.footer).toHtmlEscaped(), style,
                  Qt::AlignLeft);
    canvas.textAt(canvas.left(), y, canvas.textWidth(), qt(text.pageWord) + QStringLiteral(" %1/2").arg(page),
                  style, Qt::AlignRight);
}

void drawHeading(RecordCanvas &canvas, const RecordText &text)
{
    canvas.moveTo(76);
    canvas.centred(qt(text.state), {.size = 12, .weight = Weight::Bold, .lineHeight = 1.15});
    canvas.skip(1);
    canvas.centred(qt(text.motto), {.size = 12, .weight = Weight::Bold, .lineHeight = 1.15});
    canvas.skip(3);
    const double middle = canvas.pageWidth() / 2;
    canvas.rule(middle - 82, middle + 82, canvas.y(), 0.8, palette::pageText);
    canvas.skip(26);
    canvas.centred(qt(text.title), {.size = 17, .weight = Weight::Bold, .lineHeight = 1.15});
    canvas.skip(2);
    canvas.centred(qt(text.subtitle), {.size = 12, .weight = Weight::Bold, .lineHeight = 1.15});
    canvas.skip(2);
    canvas.centred(qt(text.number),
                   {.size = 11, .weight = Weight::Italic, .colour = palette::text2, .lineHeight = 1.15});
    canvas.skip(20);
    canvas.paragraph(qt(text.opening).toHtmlEscaped(), body);
    canvas.skip(7);
}

void drawSection(RecordCanvas &canvas, const RecordSection &section, const std::string &name)
{
    if (!section.heading.empty()) {
        canvas.skip(9);
        canvas.paragraph(
            qt(section.heading).toHtmlEscaped(),
            {.size = 12, .weight = Weight::Bold, .colour = palette::primary, .lineHeight = 1.15});
        canvas.skip(section.rows.empty() ? 4 : 2);
    }
    for (const auto &paragraph : section.paragraphs) {
        canvas.paragraph(withName(paragraph, name), body);
        canvas.skip(7);
    }
    for (const auto &[label, value] : section.rows)
        canvas.row(qt(label), qt(value), {.size = 10.5, .lineHeight = 1.15});
    if (!section.rows.empty())
        canvas.skip(12);
}

/// One signature, the subscriber's, in a frame; the provider's side says that it was made by no hand.
void drawSignatures(RecordCanvas &canvas, const RecordText &text)
{
    const Style caption{.size = 11, .weight = Weight::Bold, .lineHeight = 1.15};
    const Style small{.size = 9, .weight = Weight::Italic, .colour = palette::text2, .lineHeight = 1.15};
    const double leftX = canvas.left();
    const double rightX = canvas.right() - frameWidth;
    canvas.textAt(leftX, frameTop - 40, frameWidth, qt(text.partyA).toHtmlEscaped(), caption,
                  Qt::AlignHCenter);
    canvas.textAt(leftX, frameTop - 22, frameWidth, qt(text.signsHere).toHtmlEscaped(), small,
                  Qt::AlignHCenter);
    canvas.frame({leftX, frameTop, frameWidth, frameHeight}, 0.8, palette::primary, {}, 4);
    const double bottom = frameTop + frameHeight - 12;
    canvas.textEndingAt(leftX + 8, bottom, frameWidth - 16, qt(text.signerName).toHtmlEscaped(), caption,
                        Qt::AlignHCenter);
    canvas.textAt(rightX, frameTop - 40, frameWidth, qt(text.partyB).toHtmlEscaped(), caption,
                  Qt::AlignHCenter);
    canvas.textAt(rightX, frameTop - 22, frameWidth, qt(text.madeAutomatically).toHtmlEscaped(), small,
                  Qt::AlignHCenter);
    canvas.textEndingAt(rightX + 8, bottom, frameWidth - 16, qt(text.provider).toHtmlEscaped(), caption,
                        Qt::AlignHCenter);
}

void drawStatement(RecordCanvas &canvas, const RecordText &text)
{
    constexpr double height = 44;
    const double y = canvas.y() + 10;
    canvas.frame({canvas.left(), y, canvas.textWidth(), height}, 0.6, palette::warnLine, palette::warnTint,
                 4);
    canvas.textAt(canvas.left() + 12, y + 14, canvas.textWidth() - 24, qt(text.statement).toHtmlEscaped(),
                  {.size = 10.5, .weight = Weight::Bold, .colour = palette::warn, .lineHeight = 1.15},
                  Qt::AlignHCenter);
    canvas.moveTo(y + height + 22);
    canvas.textAt(canvas.left(), canvas.y(), canvas.textWidth(), qt(text.place).toHtmlEscaped(),
                  {.size = 10.5, .weight = Weight::Italic, .colour = palette::text2, .lineHeight = 1.15},
                  Qt::AlignRight);
}

Bytes drawn(const RecordText &text)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        writer.setResolution(resolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(qt(text.documentTitle));
        writer.setCreator(QStringLiteral("SmartCA sandbox"));
        RecordCanvas canvas(writer);
        drawMarking(canvas, text);
        drawHeading(canvas, text);
        for (const auto &section : text.firstPage)
            drawSection(canvas, section, text.signerName);
        drawFooter(canvas, text, 1);
        canvas.newPage();
        drawMarking(canvas, text);
        canvas.moveTo(76);
        for (const auto &section : text.secondPage)
            drawSection(canvas, section, text.signerName);
        drawStatement(canvas, text);
        drawSignatures(canvas, text);
        drawFooter(canvas, text, 2);
    }
    const auto &data = buffer.data();
    return {data.begin(), data.end()};
}

} // namespace

Result<Bytes> makeRecord(const RecordFacts &facts)
{
    const auto text = recordText(facts);
    const Bytes plain = drawn(text);
    constexpr double pageHeight = 841.89;
    constexpr double left = 71;
    const pdf::PrepareOptions options{.title = text.documentTitle,
                                      .language = facts.language == Language::English ? "en" : "vi",
                                      .reason = text.reason,
                                      .signerName = facts.subscriberName,
                                      .signingTime = toUnixSeconds(facts.madeAt),
                                      .page = 1,
                                      .left = left + fieldInset,
                                      .bottom = pageHeight - frameTop - frameHeight + fieldInset,
                                      .width = frameWidth - 2 * fieldInset,
                                      .height = frameHeight - 2 * fieldInset};
    auto prepared = pdf::prepareForSigning(plain, options);
    if (!prepared)
        return tl::unexpected(serviceFault("record cannot be prepared: " + prepared.error().detail));
    return prepared;
}

} // namespace smartca::sandbox
