// SPDX-License-Identifier: Apache-2.0
#include "unit/pdf/small_pdf.h"

#include <gtest/gtest.h>

namespace smartca::pdf::testing {
namespace {

std::string tableRow(std::size_t offset)
{
    char row[21];
    std::snprintf(row, sizeof row, "%010zu 00000 n \n", offset);
    return row;
}

std::string object(int number, std::string_view body)
{
    return std::to_string(number) + " 0 obj\n" + std::string(body) + "\nendobj\n";
}

} // namespace

std::string stream(std::string_view dictionaryEntries, std::string_view data)
{
    return "<< " + std::string(dictionaryEntries) + " /Length " + std::to_string(data.size()) +
           " >>\nstream\n" + std::string(data) + "\nendstream";
}

SmallPdf::SmallPdf()
{
    const std::string page = "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] "
                             "/Resources << /Font << /F1 7 0 R >> >> /Contents ";
    objects_ = {{1, "<< /Type /Catalog /Pages 2 0 R >>"},
                {2, "<< /Type /Pages /Kids [ 3 0 R 4 0 R ] /Count 2 >>"},
                {3, page + "5 0 R >>"},
                {4, page + "6 0 R >>"},
                {5, stream("", "BT /F1 24 Tf 72 720 Td (Amount: 1000) Tj ET")},
                {6, stream("", "BT /F1 24 Tf 72 720 Td (Second page) Tj ET")},
                {7, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"},
                {8, "<< /Title (Small) /Producer (by hand) >>"}};
    trailer_ = "/Root 1 0 R /Info 8 0 R";
}

SmallPdf &SmallPdf::with(int number, std::string body)
{
    objects_[number] = std::move(body);
    return *this;
}

SmallPdf &SmallPdf::inside(int number, std::string_view entries)
{
    auto &body = objects_.at(number);
    body.insert(body.rfind(">>"), std::string(entries) + " ");
    return *this;
}

SmallPdf &SmallPdf::inTrailer(std::string_view entries)
{
    trailer_ += " " + std::string(entries);
    return *this;
}

SmallPdf &SmallPdf::before(int number, std::string octets)
{
    strays_[number] = std::move(octets);
    return *this;
}

SmallPdf withSignatureField()
{
    SmallPdf pdf;
    pdf.inside(1, "/AcroForm << /Fields [ 9 0 R ] /SigFlags 3 >>")
        .inside(4, "/Annots [ 9 0 R ]")
        .with(9, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (a) /Rect [ 0 0 0 0 ] /V 10 0 R >>")
        .with(10, "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
                  "/ByteRange [ 0 9999999999 9999999999 9999999999 ] /Contents <" +
                      std::string(2 * signatureRoom, '0') + "> >>");
    return pdf;
}

Bytes SmallPdf::write() const
{
    std::string file = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    const int size = objects_.rbegin()->first + 1;
    std::string table = "xref\n0 " + std::to_string(size) + "\n0000000000 65535 f \n";
    for (int number = 1; number < size; ++number) {
        if (const auto stray = strays_.find(number); stray != strays_.end())
            file += stray->second;
        const auto found = objects_.find(number);
        if (found == objects_.end()) {
            table += "0000000000 00000 f \n";
            continue;
        }
        table += tableRow(file.size());
        file += object(number, found->second);
    }
    if (const auto stray = strays_.find(size); stray != strays_.end())
        file += stray->second;
    const auto tableStart = file.size();
    file += table + "trailer\n<< /Size " + std::to_string(size) + " " + trailer_ + " >>\nstartxref\n" +
            std::to_string(tableStart) + "\n%%EOF\n";
    return toBytes(file);
}

Bytes appendRevision(BytesView pdf, const std::map<int, std::string> &objects)
{
    std::string file(asText(pdf));
    const auto previous = std::stoul(file.substr(file.rfind("startxref\n") + 10));
    auto trailer = file.substr(file.rfind("trailer"));
    trailer = trailer.substr(0, trailer.rfind(">>"));
    const auto size = trailer.find("/Size ") + 6;
    const auto newSize = std::max(std::stoi(trailer.substr(size)), objects.rbegin()->first + 1);
    trailer.replace(size, trailer.find_first_not_of("0123456789", size) - size, std::to_string(newSize));

    std::string table = "xref\n";
    for (const auto &[number, body] : objects) {
        table += std::to_string(number) + " 1\n" + tableRow(file.size());
        file += object(number, body);
    }
    const auto start = file.size();
    file += table + trailer + " /Prev " + std::to_string(previous) + " >>\nstartxref\n" +
            std::to_string(start) + "\n%%EOF\n";
    return toBytes(file);
}

Bytes appendRevision(BytesView pdf)
{
    const std::string file(asText(pdf));
    const int information = std::stoi(file.substr(file.rfind("/Info ") + 6));
    return appendRevision(pdf, {{information, "<< /Title (Another) >>"}});
}

Bytes replaced(BytesView octets, std::string_view from, std::string_view to)
{
    std::string text(asText(octets));
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    if (at != std::string::npos)
        text.replace(at, from.size(), to);
    return toBytes(text);
}

PrepareOptions recordOptions()
{
    return {.title = "Biên bản nghiệm thu dịch vụ ký số từ xa",
            .language = "vi",
            .reason = "Xác nhận nghiệm thu dịch vụ",
            .signerName = "Nguyễn Thị Hoà",
            .signingTime = 1'795'000'000,
            .page = 1,
            .left = 320,
            .bottom = 90,
            .width = 200,
            .height = 70};
}

Bytes preparedPdf()
{
    auto prepared = prepareForSigning(SmallPdf().write(), recordOptions());
    EXPECT_TRUE(prepared.has_value()) << (prepared ? "" : prepared.error().detail);
    return prepared.value_or(Bytes());
}

} // namespace smartca::pdf::testing
