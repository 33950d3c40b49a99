// SPDX-License-Identifier: Apache-2.0
// Files whose form is wrong: the CMS, the dictionary around it, and what was done to the file afterwards.
#include "unit/pdf/signed_pdf.h"
#include "unit/pdf/small_pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace smartca::pdf {
namespace {

using testing::anchors;
using testing::cmsFor;
using ::testing::ElementsAre;
using testing::filled;
using testing::goodPdf;
using testing::problemsOf;
using testing::world;
using enum SignatureProblem;

/// The good file with its CMS changed by `change`, zeros behind it.
template<class Change>
Bytes withCms(Change change)
{
    const auto prepared = testing::preparedPdf();
    auto cms = cmsFor(prepared, world().subscriber, &world().timeStampAuthority);
    change(cms);
    return filled(prepared, cms);
}

TEST(verify, digit_of_the_cms_in_the_other_case_is_refused)
{
    auto pdf = goodPdf();
    const auto slot = asText(pdf).find("/Contents <") + 11;
    const auto letter = asText(pdf).find_first_of("abcdef", slot);
    pdf.at(letter) -= 'a' - 'A';
    EXPECT_THAT(problemsOf(pdf), ElementsAre(DictionaryMalformed));
}

TEST(verify, octets_behind_the_cms_are_refused)
{
    EXPECT_THAT(problemsOf(withCms([](Bytes &cms) { cms.push_back(1); })), ElementsAre(MalformedCms));
}

TEST(verify, indefinite_length_is_refused)
{
    EXPECT_THAT(problemsOf(withCms([](Bytes &cms) {
                    ASSERT_EQ(cms[1], 0x82);
                    cms.erase(cms.begin() + 1, cms.begin() + 4);
                    cms.insert(cms.begin() + 1, 0x80);
                    cms.insert(cms.end(), {0, 0});
                })),
                ElementsAre(MalformedCms));
}

TEST(verify, length_in_more_octets_than_needed_is_refused)
{
    EXPECT_THAT(problemsOf(withCms([](Bytes &cms) {
                    ASSERT_EQ(cms[1], 0x82);
                    cms[1] = 0x83;
                    cms.insert(cms.begin() + 2, 0);
                })),
                ElementsAre(MalformedCms));
}

TEST(verify, truncated_cms_is_refused)
{
    EXPECT_THAT(problemsOf(withCms([](Bytes &cms) { cms.resize(cms.size() - 100); })),
                ElementsAre(MalformedCms));
}

TEST(verify, empty_placeholder_is_refused)
{
    EXPECT_THAT(problemsOf(testing::preparedPdf()), ElementsAre(MalformedCms));
}

TEST(verify, file_without_signature_is_refused)
{
    EXPECT_THAT(problemsOf(testing::SmallPdf().write()), ElementsAre(NoSignature));
}

TEST(verify, file_that_is_no_pdf_is_refused)
{
    EXPECT_THAT(problemsOf({}), ElementsAre(Unreadable));
    EXPECT_THAT(problemsOf(asBytes("%PDF-1.7\n%%EOF\n")), ElementsAre(Unreadable));
}

/// The small document with its cross-reference table as a stream (ISO 32000-1 §7.5.8).
Bytes withTableAsStream()
{
    const auto whole = testing::SmallPdf().write();
    auto file = std::string(asText(whole).substr(0, asText(whole).find("xref\n")));
    const auto start = file.size();
    std::string rows;
    for (int number = 0; number <= 9; ++number) {
        const auto at = number == 9 ? start : file.find("\n" + std::to_string(number) + " 0 obj") + 1;
        rows += {number == 0 ? '\0' : '\1', static_cast<char>(at >> 8), static_cast<char>(at), '\0'};
    }
    file += "9 0 obj\n" + testing::stream("/Type /XRef /Size 10 /W [ 1 2 1 ] /Root 1 0 R", rows) +
            "\nendobj\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
    return toBytes(file);
}

TEST(verify, file_with_a_cross_reference_stream_is_not_unpacked)
{
    // It could be, or lead to, a stream that unpacks to gigabytes.
    EXPECT_THAT(problemsOf(withTableAsStream()), ElementsAre(Unreadable));
}

TEST(verify, signature_for_another_file_is_refused)
{
    auto options = testing::recordOptions();
    options.reason = "Something else";
    const auto other = prepareForSigning(testing::SmallPdf().write(), options).value();
    const auto cms = cmsFor(testing::preparedPdf(), world().subscriber, &world().timeStampAuthority);
    EXPECT_THAT(problemsOf(filled(other, cms)), ElementsAre(ContentChanged));
}

// Universal signature forgery: what a reader cannot check must not count as checked.

TEST(verify, dictionary_without_byte_range_is_refused)
{
    EXPECT_THAT(problemsOf(testing::replaced(goodPdf(), "/ByteRange [", "/ByteRangX [")),
                ElementsAre(DictionaryMalformed));
}

TEST(verify, dictionary_without_contents_is_refused)
{
    EXPECT_THAT(problemsOf(testing::replaced(goodPdf(), "/Contents <", "/Kontents <")),
                ElementsAre(DictionaryMalformed));
}

TEST(verify, byte_range_of_nothing_is_refused)
{
    const auto good = goodPdf();
    const auto start = asText(good).find("/ByteRange [");
    const auto range = std::string(asText(good).substr(start, asText(good).find(']', start) - start + 1));
    auto nothing = "/ByteRange [ 0 0 0 0" + std::string(range.size() - 21, ' ') + "]";
    EXPECT_THAT(problemsOf(testing::replaced(good, range, nothing)), ElementsAre(ByteRangeGap));
}

// Incremental saving attacks: an update in any disguise.

TEST(verify, objects_behind_the_end_without_a_table_are_refused)
{
    auto pdf = goodPdf();
    const auto more = toBytes("5 0 obj\n<< >>\nendobj\n");
    pdf.insert(pdf.end(), more.begin(), more.end());
    EXPECT_THAT(problemsOf(pdf), ElementsAre(Unreadable));
}

TEST(verify, objects_behind_the_end_with_the_old_table_named_again_are_refused)
{
    auto pdf = goodPdf();
    const auto end = std::string(asText(pdf).substr(asText(pdf).rfind("startxref")));
    const auto more = toBytes("5 0 obj\n<< >>\nendobj\n" + end);
    pdf.insert(pdf.end(), more.begin(), more.end());
    EXPECT_THAT(problemsOf(pdf), ElementsAre(LaterRevision));
}

TEST(verify, line_end_behind_the_end_is_refused)
{
    auto pdf = goodPdf();
    pdf.push_back('\n');
    EXPECT_THAT(problemsOf(pdf), ElementsAre(Unreadable));
}

TEST(verify, second_field_for_the_same_signature_is_refused)
{
    const auto good = goodPdf();
    const auto text = std::string(asText(good));
    const auto size = std::stoi(text.substr(text.rfind("/Size ") + 6));
    const auto dictionary =
        text.substr(text.find("/V ") + 3, text.find(" R", text.find("/V ")) - text.find("/V ") - 3);
    const auto pdf =
        testing::appendRevision(good, {{size, "<< /FT /Sig /T (Second) /V " + dictionary + " R >>"}});
    EXPECT_THAT(problemsOf(pdf), ElementsAre(SeveralSignatures));
}

// Signature wrapping: the signed second part is kept, but moved, and something else stands in between.

TEST(verify, something_wrapped_between_the_signed_parts_is_refused)
{
    const auto good = goodPdf();
    const auto text = std::string(asText(good));
    const auto end = text.find('>', text.find("/Contents <")) + 1;
    const auto wrapped = toBytes(text.substr(0, end) + " /Reason (Wrapped) " + text.substr(end));
    const auto report = verifySignedPdf(wrapped, anchors());
    EXPECT_FALSE(report.valid);
    EXPECT_FALSE(report.wholeFileCovered);
}

} // namespace
} // namespace smartca::pdf
