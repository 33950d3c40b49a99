// SPDX-License-Identifier: Apache-2.0
// Records as the service makes them: by QPdfWriter, with embedded fonts and Vietnamese text.
#include "pdf/showable.h"
#include "pdf/signature_field.h"
#include "unit/pdf/small_pdf.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfWriter>

#include <gtest/gtest.h>

namespace smartca::pdf {
namespace {

Bytes writtenRecord(QPagedPaintDevice::PdfVersion version)
{
    QByteArray octets;
    QBuffer buffer(&octets);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(version);
        writer.setTitle(QStringLiteral("Another title"));
        QPainter painter(&writer);
        painter.drawText(500, 500, QStringLiteral("BIÊN BẢN NGHIỆM THU: Nguyễn Thị Hoà, 1.000.000 ₫"));
        writer.newPage();
        painter.drawText(500, 500, QStringLiteral("Đại diện hai bên ký tên"));
    }
    return {octets.begin(), octets.end()};
}

QList<QImage> pictures(BytesView pdf)
{
    QByteArray octets(reinterpret_cast<const char *>(pdf.data()), static_cast<qsizetype>(pdf.size()));
    QBuffer buffer(&octets);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    QList<QImage> pages;
    for (int page = 0; page < document.pageCount(); ++page)
        pages.append(document.render(page, QSize(595, 842)));
    return pages;
}

class written_record : public ::testing::TestWithParam<QPagedPaintDevice::PdfVersion> {};

TEST_P(written_record, can_be_prepared_and_shown)
{
    const auto prepared = prepareForSigning(writtenRecord(GetParam()), testing::recordOptions());
    ASSERT_TRUE(prepared) << prepared.error().detail;
    const auto facts = checkShowable(*prepared);
    ASSERT_TRUE(facts) << facts.error().facts.subject.value_or("") << facts.error().detail;
    EXPECT_EQ(facts->pages, 2);
    EXPECT_EQ(facts->title, testing::recordOptions().title);
    EXPECT_EQ(facts->language, "vi");
}

TEST_P(written_record, keeps_every_pixel_when_prepared_and_signed)
{
    const auto written = writtenRecord(GetParam());
    const auto prepared = prepareForSigning(written, testing::recordOptions()).value();
    const auto filled = fillSlot(prepared, findPreparedSlot(prepared).value(), Bytes(5000, 7)).value();
    ASSERT_EQ(pictures(written).size(), 2);
    EXPECT_EQ(pictures(prepared), pictures(written));
    EXPECT_EQ(pictures(filled), pictures(written));
}

TEST_P(written_record, says_the_same_title_in_xmp_where_anybody_can_read_it)
{
    const auto prepared = prepareForSigning(writtenRecord(GetParam()), testing::recordOptions()).value();
    const auto text = asText(prepared);
    EXPECT_NE(text.find("x-default\">" + testing::recordOptions().title + "</rdf:li>"),
              std::string_view::npos);
    EXPECT_EQ(text.find("Another title"), std::string_view::npos);
    const bool claimed = text.find("<pdfaid:part>1</pdfaid:part>") != std::string_view::npos;
    EXPECT_EQ(claimed, GetParam() == QPagedPaintDevice::PdfVersion_A1b);
}

INSTANTIATE_TEST_SUITE_P(versions, written_record,
                         ::testing::Values(QPagedPaintDevice::PdfVersion_1_6,
                                           QPagedPaintDevice::PdfVersion_A1b));

} // namespace
} // namespace smartca::pdf

int main(int count, char **arguments)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(count, arguments);
    ::testing::InitGoogleTest(&count, arguments);
    return RUN_ALL_TESTS();
}
