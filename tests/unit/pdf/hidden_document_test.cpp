// SPDX-License-Identifier: Apache-2.0
// Files that hold a second document where no object of the first one is. A reader that repairs, or that
// believes a linearisation dictionary, would show it.
#include "pdf/showable.h"
#include "unit/pdf/refused_subject.h"
#include "unit/pdf/signed_pdf.h"
#include "unit/pdf/small_pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace smartca::pdf {
namespace {

using ::testing::ElementsAre;
using testing::problemsOf;
using testing::signedAsItStands;
using testing::SmallPdf;
using testing::stream;
using testing::subjectOf;
using testing::withSignatureField;
using enum SignatureProblem;

const std::string otherAmount =
    "5 0 obj\n" + stream("", "BT /F1 24 Tf 72 720 Td (Amount: 9000) Tj ET") + "\nendobj\n";

bool isShown(BytesView pdf)
{
    return checkShowable(pdf).has_value();
}

/// Makes the end of the file longer than the last kibibyte, in which some readers look for "startxref".
Bytes withLongEnd(BytesView pdf)
{
    return testing::replaced(pdf, "\n%%EOF\n", "\n%" + std::string(1020, ' ') + "\n%%EOF\n");
}

/// Object 9 is a stream that goes on over the whole of object 10.
Bytes swallowed(SmallPdf pdf, const std::string &body)
{
    const auto data = "x\nendobj\n10 0 obj\n" + body + "\nendobj\n";
    return pdf.with(9, "<< /Length " + std::to_string(data.size()) + " >>\nstream\nx")
        .with(10, body)
        .before(11, "endstream\nendobj\n")
        .write();
}

TEST(hidden_document, white_space_between_objects_hides_nothing)
{
    EXPECT_TRUE(isShown(SmallPdf().before(5, "\n \r\n").before(9, "\n\n").write()));
}

TEST(hidden_document, field_written_by_hand_is_valid_when_signed)
{
    EXPECT_THAT(problemsOf(signedAsItStands(withSignatureField().write())), ElementsAre());
}

TEST(hidden_document, object_between_two_others_is_refused)
{
    EXPECT_FALSE(isShown(SmallPdf().before(6, otherAmount).write()));
}

TEST(hidden_document, object_behind_the_last_one_is_refused)
{
    EXPECT_FALSE(isShown(SmallPdf().before(9, otherAmount).write()));
}

TEST(hidden_document, object_before_the_first_one_is_refused)
{
    EXPECT_FALSE(isShown(SmallPdf().before(1, otherAmount).write()));
}

TEST(hidden_document, comment_between_objects_is_refused)
{
    EXPECT_FALSE(isShown(SmallPdf().before(6, "% a comment\n").write()));
}

TEST(hidden_document, long_comment_before_the_end_is_refused)
{
    EXPECT_FALSE(isShown(withLongEnd(SmallPdf().write())));
}

TEST(hidden_document, comment_line_as_long_as_a_document_is_refused)
{
    const auto mark = "\n%" + std::string(1020, 'x') + "\n";
    EXPECT_FALSE(isShown(SmallPdf().before(1, mark).write()));
    EXPECT_FALSE(isShown(testing::replaced(SmallPdf().write(), "%PDF-1.7\n", "%PDF-1.7 5 0 obj\n")));
}

TEST(hidden_document, white_space_behind_the_address_of_the_table_is_refused)
{
    EXPECT_FALSE(isShown(testing::replaced(SmallPdf().write(), "\n%%EOF\n", "\n\n%%EOF\n")));
    EXPECT_FALSE(isShown(testing::replaced(SmallPdf().write(), "\n%%EOF\n", "\n%%EOF\r\n")));
}

TEST(hidden_document, object_inside_a_stream_is_refused)
{
    EXPECT_FALSE(isShown(swallowed(SmallPdf().with(11, "null"), "<< >>")));
}

TEST(hidden_document, row_of_the_table_in_another_form_is_refused)
{
    EXPECT_FALSE(isShown(testing::replaced(SmallPdf().write(), " 00000 n \n", " 00000 n%\n")));
    EXPECT_FALSE(isShown(testing::replaced(SmallPdf().write(), " 00000 n \n", " 00000  n\n")));
}

TEST(hidden_document, linearisation_dictionary_is_refused)
{
    EXPECT_EQ(subjectOf(SmallPdf().with(9, "<< /Linearized 1 /L 1000 >>").write()), "Revision");
    EXPECT_EQ(subjectOf(SmallPdf().with(9, "<< /Linea#72ized 1 /L 1000 >>").write()), "Revision");
    EXPECT_EQ(subjectOf(SmallPdf().before(1, "20 0 obj\n<< /Linea#72ized 1 /L 1000 >>\nendobj\n").write()),
              "unreadable");
}

TEST(hidden_document, between_the_objects_of_a_signed_file_is_refused)
{
    EXPECT_THAT(problemsOf(signedAsItStands(withSignatureField().before(6, otherAmount).write())),
                ElementsAre(Unreadable));
}

TEST(hidden_document, behind_the_long_end_of_a_signed_file_is_refused)
{
    EXPECT_THAT(problemsOf(signedAsItStands(withLongEnd(withSignatureField().write()))),
                ElementsAre(Unreadable));
}

TEST(hidden_document, that_a_signed_linearisation_dictionary_leads_to_is_refused)
{
    EXPECT_THAT(
        problemsOf(signedAsItStands(withSignatureField().with(11, "<< /Linearized 1 /L 1000 >>").write())),
        ElementsAre(Unreadable));
}

TEST(hidden_document, signature_inside_a_stream_is_refused)
{
    // The stream changes with the placeholder: what is drawn from it was not what was signed.
    auto pdf = withSignatureField();
    pdf.with(11, "<< /FT /Sig /T (a) /V 10 0 R >>");
    pdf.with(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [ 11 0 R ] /SigFlags 3 >> >>");
    const auto dictionary = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
                            "/ByteRange [ 0 9999999999 9999999999 9999999999 ] /Contents <" +
                            std::string(2 * signatureRoom, '0') + "> >>";
    EXPECT_THAT(problemsOf(signedAsItStands(swallowed(pdf, dictionary))), ElementsAre(Unreadable));
}

} // namespace
} // namespace smartca::pdf
