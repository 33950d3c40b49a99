// SPDX-License-Identifier: Apache-2.0
#include "pdf/signature_field.h"
#include "unit/pdf/small_pdf.h"

#include <gtest/gtest.h>

namespace smartca::pdf {
namespace {

using testing::SmallPdf;

const Bytes sampleCms(3000, 0xA5);

FailureCode refusal(BytesView pdf)
{
    const auto slot = findPreparedSlot(pdf);
    EXPECT_FALSE(slot);
    return slot ? FailureCode{} : slot.error().code;
}

/// The dictionary of a prepared file, written by hand: `range` and `contents` as they stand in the file. The
/// offsets of a correct one are put in for @a (before '<'), @b (behind '>') and @c (how much follows).
Bytes handWritten(std::string range, const std::string &contents, const std::string &more = "")
{
    const auto build = [&](const std::string &byteRange) {
        return SmallPdf()
            .inside(1, "/AcroForm << /Fields [ 9 0 R ] /SigFlags 3 >>")
            .inside(4, "/Annots [ 9 0 R ]")
            .with(9, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (a) /Rect [ 0 0 0 0 ] /V 10 0 R >>")
            .with(10, "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached " + more +
                          " /ByteRange " + byteRange + " /Contents " + contents + " >>")
            .write();
    };
    const auto padded = [](std::size_t number) {
        auto text = std::to_string(number);
        return text + std::string(8 - text.size(), ' ');
    };
    const std::map<std::string, std::string> unknown{
        {"@a", "99999999"}, {"@b", "99999999"}, {"@c", "99999999"}};
    const auto fill = [&range](const std::map<std::string, std::string> &values) {
        auto text = range;
        for (const auto &[name, value] : values) {
            if (const auto at = text.find(name); at != std::string::npos)
                text.replace(at, 2, value);
        }
        return text;
    };
    const auto draft = build(fill(unknown));
    const auto text = asText(draft);
    const auto start = text.find('<', text.rfind("/Contents "));
    const auto end = text.find('>', start) + 1;
    return build(fill({{"@a", padded(start)}, {"@b", padded(end)}, {"@c", padded(draft.size() - end)}}));
}

std::string zeros()
{
    return "<" + std::string(2 * signatureRoom, '0') + ">";
}

constexpr auto correctRange = "[ 0 @a @b @c ]";

TEST(signature_slot, hand_written_dictionary_is_found)
{
    const auto pdf = handWritten(correctRange, zeros());
    const auto slot = findPreparedSlot(pdf);
    ASSERT_TRUE(slot) << slot.error().detail;
    EXPECT_EQ(pdf[slot->contentsStart], '<');
    EXPECT_EQ(pdf[slot->contentsEnd - 1], '>');
}

TEST(signature_slot, filling_touches_nothing_else)
{
    const auto pdf = testing::preparedPdf();
    const auto slot = findPreparedSlot(pdf).value();
    const auto filled = fillSlot(pdf, slot, sampleCms).value();
    ASSERT_EQ(filled.size(), pdf.size());
    EXPECT_EQ(digestAround(filled, slot), digestAround(pdf, slot));
    EXPECT_TRUE(std::equal(pdf.begin(), pdf.begin() + slot.contentsStart + 1, filled.begin()));
    EXPECT_TRUE(
        std::equal(pdf.begin() + slot.contentsEnd - 1, pdf.end(), filled.begin() + slot.contentsEnd - 1));
    EXPECT_EQ(asText(filled).substr(slot.contentsStart + 1, 4), "a5a5");
    EXPECT_EQ(filled[slot.contentsStart + 1 + 2 * sampleCms.size()], '0');
}

TEST(signature_slot, cms_of_exactly_the_room_fits_and_one_octet_more_does_not)
{
    const auto pdf = testing::preparedPdf();
    const auto slot = findPreparedSlot(pdf).value();
    EXPECT_TRUE(fillSlot(pdf, slot, Bytes(signatureRoom, 1)));
    const auto refused = fillSlot(pdf, slot, Bytes(signatureRoom + 1, 1));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, FailureCode::RecordChanged);
}

TEST(signature_slot, slot_of_another_file_is_not_filled)
{
    const auto pdf = testing::preparedPdf();
    auto slot = findPreparedSlot(pdf).value();
    ++slot.contentsStart;
    EXPECT_FALSE(fillSlot(pdf, slot, sampleCms));
    slot.contentsStart = 0;
    EXPECT_FALSE(fillSlot(pdf, slot, sampleCms));
    slot = {.contentsStart = pdf.size() - 10, .contentsEnd = pdf.size() + 40'000};
    EXPECT_FALSE(fillSlot(pdf, slot, sampleCms));
}

TEST(signature_slot, filled_placeholder_is_refused)
{
    const auto pdf = testing::preparedPdf();
    const auto filled = fillSlot(pdf, findPreparedSlot(pdf).value(), sampleCms).value();
    EXPECT_EQ(refusal(filled), FailureCode::RecordChanged);
    EXPECT_FALSE(fillSlot(filled, findPreparedSlot(pdf).value(), sampleCms));
}

TEST(signature_slot, file_without_signature_is_refused)
{
    EXPECT_EQ(refusal(SmallPdf().write()), FailureCode::RecordChanged);
}

TEST(signature_slot, damaged_file_is_refused)
{
    EXPECT_EQ(refusal(asBytes("%PDF-1.7 no more")), FailureCode::RecordUnreadable);
}

TEST(signature_slot, second_signature_dictionary_is_refused)
{
    EXPECT_EQ(refusal(handWritten(correctRange, zeros(), "/Other << /ByteRange [ 0 1 2 3 ] >>")),
              FailureCode::RecordChanged);
}

TEST(signature_slot, gap_larger_than_the_placeholder_is_refused)
{
    const auto pdf = testing::preparedPdf();
    const auto slot = findPreparedSlot(pdf).value();
    const auto before = " " + std::to_string(slot.contentsStart) + " ";
    const auto smaller = " " + std::to_string(slot.contentsStart - 1) + " ";
    EXPECT_EQ(refusal(testing::replaced(pdf, before, smaller)), FailureCode::RecordChanged);
    const auto after = " " + std::to_string(slot.contentsEnd) + " ";
    const auto larger = " " + std::to_string(slot.contentsEnd + 1) + " ";
    EXPECT_EQ(refusal(testing::replaced(pdf, after, larger)), FailureCode::RecordChanged);
}

TEST(signature_slot, range_that_ends_before_or_behind_the_file_is_refused)
{
    const auto pdf = testing::preparedPdf();
    const auto slot = findPreparedSlot(pdf).value();
    const auto rest = pdf.size() - slot.contentsEnd;
    const auto now = std::to_string(slot.contentsEnd) + " " + std::to_string(rest) + " ";
    for (const auto wrong : {rest - 1, rest + 1}) {
        const auto changed = std::to_string(slot.contentsEnd) + " " + std::to_string(wrong) + " ";
        EXPECT_EQ(refusal(testing::replaced(pdf, now, changed)), FailureCode::RecordChanged);
    }
}

TEST(signature_slot, range_that_does_not_begin_at_the_beginning_is_refused)
{
    EXPECT_EQ(refusal(handWritten("[ 1 @a @b @c ]", zeros())), FailureCode::RecordChanged);
}

TEST(signature_slot, range_of_more_or_fewer_numbers_is_refused)
{
    EXPECT_EQ(refusal(handWritten("[ 0 @a @b @c 0 0 ]", zeros())), FailureCode::RecordChanged);
    EXPECT_EQ(refusal(handWritten("[ 0 @a ]", zeros())), FailureCode::RecordChanged);
}

TEST(signature_slot, range_with_signs_or_leading_zeros_is_refused)
{
    EXPECT_EQ(refusal(handWritten("[ +0 @a @b @c ]", zeros())), FailureCode::RecordChanged);
    EXPECT_EQ(refusal(handWritten("[ 00 @a @b @c ]", zeros())), FailureCode::RecordChanged);
}

TEST(signature_slot, range_kept_in_another_object_is_refused)
{
    EXPECT_EQ(refusal(handWritten("11 0 R", zeros())), FailureCode::RecordChanged);
}

TEST(signature_slot, comment_inside_the_dictionary_is_refused)
{
    EXPECT_EQ(refusal(handWritten(correctRange, zeros(), "/M (a) %/Contents <00>\n")),
              FailureCode::RecordChanged);
}

TEST(signature_slot, contents_with_white_space_are_refused)
{
    auto spaced = zeros();
    spaced.insert(9, "\n");
    EXPECT_EQ(refusal(handWritten(correctRange, spaced)), FailureCode::RecordChanged);
    spaced = zeros();
    spaced.insert(spaced.size() - 1, " ");
    EXPECT_EQ(refusal(handWritten(correctRange, spaced)), FailureCode::RecordChanged);
}

TEST(signature_slot, placeholder_of_another_size_is_refused)
{
    EXPECT_EQ(refusal(handWritten(correctRange, "<" + std::string(2 * signatureRoom - 2, '0') + ">")),
              FailureCode::RecordChanged);
}

TEST(signature_slot, contents_as_literal_string_are_refused)
{
    EXPECT_EQ(refusal(handWritten(correctRange, "(<0000>)")), FailureCode::RecordChanged);
}

TEST(signature_slot, key_written_twice_is_refused)
{
    EXPECT_NE(refusal(handWritten(correctRange, zeros(), "/Contents <00>")), FailureCode{});
}

TEST(signature_slot, key_written_with_an_escape_is_refused)
{
    EXPECT_EQ(refusal(handWritten(correctRange, zeros(), "/N#61me (a)")), FailureCode::RecordChanged);
}

TEST(signature_slot, field_outside_the_form_is_refused)
{
    const auto pdf =
        testing::replaced(handWritten(correctRange, zeros()), "/Fields [ 9 0 R ]", "/Fields [       ]");
    EXPECT_EQ(refusal(pdf), FailureCode::RecordChanged);
}

TEST(signature_slot, form_without_append_only_flag_is_refused)
{
    EXPECT_EQ(refusal(testing::replaced(handWritten(correctRange, zeros()), "/SigFlags 3", "/SigFlags 1")),
              FailureCode::RecordChanged);
}

TEST(signature_slot, signature_of_another_kind_is_refused)
{
    EXPECT_EQ(refusal(testing::replaced(handWritten(correctRange, zeros()), "/ETSI.CAdES.detached",
                                        "/adbe.pkcs7.detached")),
              FailureCode::RecordChanged);
}

TEST(signature_slot, update_before_signing_is_refused)
{
    const auto updated = testing::appendRevision(testing::preparedPdf());
    EXPECT_EQ(refusal(updated), FailureCode::RecordChanged);
}

} // namespace
} // namespace smartca::pdf
