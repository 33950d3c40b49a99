// SPDX-License-Identifier: Apache-2.0
#include "pdf/showable.h"
#include "pdf/signature_field.h"
#include "unit/pdf/small_pdf.h"

#include <gtest/gtest.h>

namespace smartca::pdf {
namespace {

using testing::SmallPdf;

FailureCode refusal(BytesView pdf, const PrepareOptions &options)
{
    const auto prepared = prepareForSigning(pdf, options);
    EXPECT_FALSE(prepared);
    return prepared ? FailureCode{} : prepared.error().code;
}

bool contains(BytesView pdf, std::string_view text)
{
    return asText(pdf).find(text) != std::string_view::npos;
}

TEST(prepare, byte_range_covers_all_but_the_placeholder)
{
    const auto pdf = testing::preparedPdf();
    const auto slot = findPreparedSlot(pdf);
    ASSERT_TRUE(slot) << slot.error().detail;
    EXPECT_EQ(slot->contentsEnd - slot->contentsStart, 2 * signatureRoom + 2);
    EXPECT_TRUE(contains(pdf, "/ByteRange [ 0 " + std::to_string(slot->contentsStart) + " " +
                                  std::to_string(slot->contentsEnd) + " " +
                                  std::to_string(pdf.size() - slot->contentsEnd) + " "));
}

TEST(prepare, result_is_one_revision_with_a_classic_table)
{
    const auto pdf = testing::preparedPdf();
    EXPECT_TRUE(contains(pdf, "\nxref\n0 "));
    EXPECT_FALSE(contains(pdf, "/ObjStm"));
    EXPECT_FALSE(contains(pdf, "/Prev"));
    EXPECT_FALSE(contains(pdf, "/Linearized"));
}

TEST(prepare, dictionary_is_pades)
{
    const auto pdf = testing::preparedPdf();
    EXPECT_TRUE(contains(pdf, "/SubFilter /ETSI.CAdES.detached"));
    EXPECT_TRUE(contains(pdf, "/Filter /Adobe.PPKLite"));
    EXPECT_TRUE(contains(pdf, "/SigFlags 3"));
    EXPECT_TRUE(contains(pdf, "/M (D:20261118110640Z)"));
    EXPECT_TRUE(contains(pdf, "/DisplayDocTitle true"));
}

TEST(prepare, same_input_gives_the_same_octets)
{
    EXPECT_EQ(testing::preparedPdf(), testing::preparedPdf());
}

TEST(prepare, title_with_markup_stays_text)
{
    auto options = testing::recordOptions();
    options.title = "A < B & \"C\"";
    const auto pdf = prepareForSigning(SmallPdf().write(), options);
    ASSERT_TRUE(pdf);
    const auto facts = checkShowable(*pdf);
    ASSERT_TRUE(facts) << facts.error().detail;
    EXPECT_EQ(facts->title, options.title);
}

TEST(prepare, damaged_file_is_refused)
{
    const auto pdf = SmallPdf().write();
    EXPECT_EQ(refusal(BytesView(pdf).first(pdf.size() - 40), testing::recordOptions()),
              FailureCode::RecordUnreadable);
}

TEST(prepare, page_that_is_not_there_is_refused)
{
    auto options = testing::recordOptions();
    options.page = 2;
    EXPECT_EQ(refusal(SmallPdf().write(), options), FailureCode::RecordUnreadable);
    options.page = -1;
    EXPECT_EQ(refusal(SmallPdf().write(), options), FailureCode::RecordUnreadable);
}

TEST(prepare, file_with_a_form_already_is_refused)
{
    EXPECT_EQ(refusal(testing::preparedPdf(), testing::recordOptions()), FailureCode::RecordUnreadable);
}

} // namespace
} // namespace smartca::pdf
