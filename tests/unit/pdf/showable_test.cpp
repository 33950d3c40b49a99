// SPDX-License-Identifier: Apache-2.0
#include "pdf/showable.h"
#include "unit/pdf/refused_subject.h"
#include "unit/pdf/small_pdf.h"

#include <gtest/gtest.h>

namespace smartca::pdf {
namespace {

using testing::SmallPdf;
using testing::stream;
using testing::subjectOf;

std::string withAction(std::string_view action)
{
    return subjectOf(SmallPdf().inside(1, "/OpenAction << " + std::string(action) + " >>").write());
}

std::string withAnnotation(std::string_view entries)
{
    return subjectOf(SmallPdf()
                         .inside(3, "/Annots [ 9 0 R ]")
                         .with(9, "<< /Type /Annot /Rect [ 0 0 9 9 ] " + std::string(entries) + " >>")
                         .with(10, stream("/Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ]", ""))
                         .with(11, stream("/Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ]", "0 0 9 9 re f"))
                         .write());
}

TEST(showable, plain_document_is_shown_with_pages_and_title)
{
    const auto facts = checkShowable(SmallPdf().inside(1, "/Lang (vi)").write());
    ASSERT_TRUE(facts) << facts.error().detail;
    EXPECT_EQ(facts->pages, 2);
    EXPECT_EQ(facts->title, "Small");
    EXPECT_EQ(facts->language, "vi");
}

TEST(showable, prepared_record_is_shown)
{
    const auto facts = checkShowable(testing::preparedPdf());
    ASSERT_TRUE(facts) << facts.error().detail;
    EXPECT_EQ(facts->title, testing::recordOptions().title);
    EXPECT_EQ(facts->language, "vi");
}

TEST(showable, plain_jump_within_the_document_is_shown)
{
    EXPECT_EQ(withAction("/S /GoTo /D [ 3 0 R /Fit ]"), "shown");
    EXPECT_EQ(withAnnotation("/Subtype /Link /Border [ 0 0 0 ] /A << /S /GoTo /D [ 4 0 R /Fit ] >>"),
              "shown");
    EXPECT_EQ(withAnnotation("/Subtype /Link /Border [ 0 0 0.0 ] /Dest [ 4 0 R /Fit ]"), "shown");
}

TEST(showable, empty_file_and_text_are_unreadable)
{
    EXPECT_EQ(subjectOf({}), "unreadable");
    EXPECT_EQ(subjectOf(asBytes("not a PDF at all")), "unreadable");
}

TEST(showable, octets_before_the_header_are_unreadable)
{
    EXPECT_EQ(subjectOf(testing::replaced(SmallPdf().write(), "%PDF-1.7\n%", "\n%PDF-1.7\n")), "unreadable");
}

TEST(showable, octets_behind_the_end_are_unreadable)
{
    auto pdf = SmallPdf().write();
    pdf.push_back(' ');
    EXPECT_EQ(subjectOf(pdf), "unreadable");
}

TEST(showable, truncated_file_is_unreadable)
{
    const auto pdf = SmallPdf().write();
    EXPECT_EQ(subjectOf(BytesView(pdf).first(pdf.size() / 2)), "unreadable");
}

TEST(showable, wrong_cross_reference_table_is_not_repaired)
{
    EXPECT_EQ(subjectOf(testing::replaced(SmallPdf().write(), "startxref\n", "startxref\n1")), "unreadable");
}

TEST(showable, object_named_twice_in_the_cross_reference_table_is_unreadable)
{
    // Readers that take the last entry for page 1's contents would show those of page 2.
    const auto once = SmallPdf().write();
    const auto text = asText(once);
    const auto contentsOfPage2 = std::to_string(text.find("6 0 obj"));
    const auto row = std::string(10 - contentsOfPage2.size(), '0') + contentsOfPage2 + " 00000 n \n";
    EXPECT_EQ(subjectOf(testing::replaced(once, "trailer", "5 1\n" + row + "trailer")), "unreadable");
}

TEST(showable, wrong_stream_length_is_not_repaired)
{
    EXPECT_EQ(subjectOf(SmallPdf().with(5, "<< /Length 2 >>\nstream\nBT ET\nendstream").write()),
              "unreadable");
}

TEST(showable, duplicate_key_in_a_dictionary_is_unreadable)
{
    EXPECT_EQ(subjectOf(SmallPdf().inside(3, "/Contents 6 0 R").write()), "unreadable");
}

TEST(showable, duplicate_key_written_with_an_escape_is_unreadable)
{
    EXPECT_EQ(subjectOf(SmallPdf().inside(3, "/#43ontents 6 0 R").write()), "unreadable");
}

TEST(showable, values_nested_without_end_are_unreadable)
{
    EXPECT_EQ(subjectOf(SmallPdf().with(9, std::string(100'000, '[') + std::string(100'000, ']')).write()),
              "unreadable");
}

TEST(showable, file_beyond_4_mib_is_unreadable)
{
    EXPECT_EQ(subjectOf(SmallPdf().with(9, stream("", std::string(pdfMaxBytes, 'x'))).write()), "unreadable");
}

TEST(showable, encrypted_file_is_refused)
{
    const auto encrypted =
        SmallPdf()
            .inTrailer("/ID [ <00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff> ] "
                       "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" +
                       std::string(64, '0') + "> /U <" + std::string(64, '1') + "> >>")
            .write();
    EXPECT_EQ(subjectOf(encrypted), "Encrypt");
}

TEST(showable, encryption_of_an_unknown_kind_is_refused)
{
    const auto encrypted = SmallPdf().inTrailer("/Encrypt << /Filter /Foreign /V 9 >>").write();
    EXPECT_NE(subjectOf(encrypted), "shown");
}

TEST(showable, script_in_the_name_tree_is_refused)
{
    EXPECT_EQ(subjectOf(SmallPdf().inside(1, "/Names << /JavaScript << /Names [ ] >> >>").write()),
              "JavaScript");
}

TEST(showable, script_on_opening_is_refused)
{
    EXPECT_EQ(withAction("/S /JavaScript /JS (app.alert\\(1\\))"), "JavaScript");
}

TEST(showable, script_written_with_escapes_is_refused)
{
    EXPECT_EQ(withAction("/#53 /J#61vaScript"), "JavaScript");
}

TEST(showable, script_in_an_object_nobody_refers_to_is_refused)
{
    EXPECT_EQ(subjectOf(SmallPdf().with(9, "<< /S /JavaScript /JS (1) >>").write()), "JavaScript");
}

TEST(showable, script_of_an_annotation_is_refused)
{
    EXPECT_EQ(withAnnotation("/Subtype /Link /A << /S /JavaScript /JS (1) >>"), "JavaScript");
}

TEST(showable, additional_actions_of_a_page_are_refused)
{
    EXPECT_EQ(subjectOf(SmallPdf().inside(3, "/AA << /O << /S /GoTo /D [ 4 0 R /Fit ] >> >>").write()),
              "AdditionalActions");
}

TEST(showable, additional_actions_of_a_field_are_refused)
{
    EXPECT_EQ(subjectOf(SmallPdf()
                            .inside(1, "/AcroForm << /Fields [ 9 0 R ] >>")
                            .with(9, "<< /FT /Tx /T (a) /AA << /K 10 0 R >> >>")
                            .with(10, "<< /S /GoTo >>")
                            .write()),
              "AdditionalActions");
}

TEST(showable, xfa_form_is_refused)
{
    EXPECT_EQ(subjectOf(SmallPdf().inside(1, "/AcroForm << /Fields [ ] /XFA (x) >>").write()), "XFA");
}

TEST(showable, form_that_asks_for_new_appearances_is_refused)
{
    EXPECT_EQ(subjectOf(SmallPdf().inside(1, "/AcroForm << /Fields [ ] /NeedAppearances true >>").write()),
              "AcroForm");
}

TEST(showable, field_to_fill_in_is_refused)
{
    EXPECT_EQ(withAnnotation("/Subtype /Widget /FT /Tx /T (a) /V (1000)"), "AcroForm");
}

TEST(showable, every_action_but_a_plain_jump_is_refused)
{
    for (const std::string action : {"Launch", "GoToR", "GoToE", "GoToDp", "GoTo3DView", "URI", "SubmitForm",
                                     "ResetForm", "Hide", "Named", "Movie", "Sound", "Thread", "ImportData",
                                     "Rendition", "Trans", "SetOCGState", "RichMediaExecute"})
        EXPECT_EQ(withAction("/S /" + action), action);
}

TEST(showable, action_of_an_unknown_kind_is_refused)
{
    EXPECT_EQ(withAction("/S /Unheard"), "Action");
    EXPECT_EQ(withAnnotation("/Subtype /Link /A << /S /Unheard >>"), "Action");
    EXPECT_EQ(subjectOf(SmallPdf().with(9, "<< /Title (a) /Parent 1 0 R /A << /S /Unheard >> >>").write()),
              "Action");
}

TEST(showable, jump_followed_by_another_action_is_refused)
{
    EXPECT_EQ(withAction("/S /GoTo /D [ 3 0 R /Fit ] /Next 7 0 R"), "Action");
}

TEST(showable, link_to_the_web_is_refused)
{
    EXPECT_EQ(withAnnotation("/Subtype /Link /A << /S /URI /URI (https://example.org) >>"), "URI");
}

TEST(showable, embedded_files_are_refused)
{
    EXPECT_EQ(subjectOf(SmallPdf().inside(1, "/Names << /EmbeddedFiles << /Names [ ] >> >>").write()),
              "EmbeddedFiles");
    EXPECT_EQ(subjectOf(SmallPdf().with(9, stream("/Type /EmbeddedFile", "x")).write()), "EmbeddedFile");
    EXPECT_EQ(subjectOf(SmallPdf().with(9, "<< /Type /Filespec /F (a) >>").write()), "Filespec");
    EXPECT_EQ(subjectOf(SmallPdf().inside(1, "/Collection << >>").write()), "EmbeddedFiles");
}

TEST(showable, associated_files_are_refused)
{
    EXPECT_EQ(subjectOf(SmallPdf().inside(3, "/AF [ 9 0 R ]").write()), "EmbeddedFiles");
}

TEST(showable, attachment_annotation_is_refused)
{
    EXPECT_EQ(withAnnotation("/Subtype /FileAttachment"), "FileAttachment");
}

TEST(showable, moving_and_sounding_annotations_are_refused)
{
    for (const std::string kind : {"3D", "RichMedia", "Movie", "Sound", "Screen", "Stamp", "FreeText"})
        EXPECT_EQ(withAnnotation("/Subtype /" + kind), kind);
}

TEST(showable, annotation_that_draws_is_refused)
{
    const auto pdf = SmallPdf()
                         .inside(3, "/Annots [ << /Type /Annot /Subtype /Link /Rect [ 0 0 9 9 ] "
                                    "/AP << /N 9 0 R >> >> ]")
                         .with(9, stream("/Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ]", "0 0 9 9 re f"))
                         .write();
    EXPECT_EQ(subjectOf(pdf), "Annotation");
}

TEST(showable, link_that_draws_a_frame_is_refused)
{
    // Without /Border a frame of one point is drawn; a thick one covers what it surrounds.
    for (const std::string border :
         {"", "/Border [ 0 0 60 ]", "/Border [ 0 0 -1 ]", "/Border [ 0 0 (a) ]", "/Border [ 0 0 ]",
          "/Border [ 60 60 0 [ 9 ] ]", "/Border [ 0 0 0 ] /BS << /W 60 >>",
          "/Border [ 0 0 0 ] /MK << /BG [ 1 1 1 ] >>"})
        EXPECT_EQ(withAnnotation("/Subtype /Link /Dest [ 4 0 R /Fit ] " + border), "Annotation") << border;
}

TEST(showable, empty_signature_widget_is_shown)
{
    EXPECT_EQ(withAnnotation("/Subtype /Widget /FT /Sig /T (a) /AP << /N 10 0 R >>"), "shown");
    EXPECT_EQ(subjectOf(testing::withSignatureField().write()), "shown") << "an empty rectangle";
}

TEST(showable, signature_widget_that_a_reader_could_draw_is_refused)
{
    const std::string widget = "/Subtype /Widget /FT /Sig /T (a) ";
    for (const std::string more :
         {"", "/AP << /N 10 0 R >> /MK << /BG [ 1 1 1 ] >>", "/AP << /N 10 0 R >> /BS << /W 60 >>",
          "/AP << /N 10 0 R >> /Border [ 0 0 60 ]", "/AP << /N 11 0 R >>", "/AP << /N << /On 10 0 R >> >>"})
        EXPECT_EQ(withAnnotation(widget + more), "Annotation") << more;
}

TEST(showable, appearance_that_unpacks_in_steps_is_refused)
{
    // A few octets deflated twice are megabytes.
    const auto packed = [](const std::string &filter, const std::string &data) {
        return subjectOf(SmallPdf()
                             .inside(3, "/Annots [ << /Type /Annot /Subtype /Widget /FT /Sig /T (a) "
                                        "/Rect [ 0 0 9 9 ] /AP << /N 9 0 R >> >> ]")
                             .with(9, stream("/Type /XObject /Subtype /Form /Filter " + filter, data))
                             .write());
    };
    const std::string nothingDeflated("\x78\x9c\x03\x00\x00\x00\x00\x01", 8);
    EXPECT_EQ(packed("/FlateDecode", nothingDeflated), "shown");
    EXPECT_EQ(packed("[ /ASCIIHexDecode /FlateDecode ]", "789c030000000001>"), "Annotation");
    EXPECT_EQ(packed("/ASCIIHexDecode", ">"), "Annotation");
}

TEST(showable, optional_content_is_refused)
{
    EXPECT_EQ(subjectOf(SmallPdf().inside(1, "/OCProperties << >>").write()), "OptionalContent");
    EXPECT_EQ(subjectOf(SmallPdf().with(9, stream("/Subtype /Form /OC 7 0 R", "")).write()),
              "OptionalContent");
    EXPECT_EQ(subjectOf(SmallPdf().with(9, "<< /Type /OCG /Name (a) >>").write()), "OCG");
}

TEST(showable, stream_kept_in_another_file_is_refused)
{
    EXPECT_EQ(subjectOf(SmallPdf().with(5, stream("/F (other.bin)", "")).write()), "ExternalReference");
}

TEST(showable, page_of_another_file_is_refused)
{
    EXPECT_EQ(subjectOf(SmallPdf().with(9, stream("/Subtype /Form /Ref << /F (a) /Page 0 >>", "")).write()),
              "ExternalReference");
}

TEST(showable, second_revision_is_refused)
{
    const auto pdf = testing::appendRevision(SmallPdf().write());
    EXPECT_EQ(subjectOf(pdf), "Revision");
}

TEST(showable, second_revision_behind_one_startxref_is_refused)
{
    const auto pdf = testing::appendRevision(SmallPdf().write());
    auto hidden = testing::replaced(pdf, "startxref\n", "%tartxref\n");
    hidden = testing::replaced(hidden, "%%EOF\n", "%%E0F\n");
    EXPECT_EQ(subjectOf(hidden), "Revision");
}

} // namespace
} // namespace smartca::pdf
