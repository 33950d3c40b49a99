// SPDX-License-Identifier: Apache-2.0
// Page trees that readers walk differently, or without end.
#include "unit/pdf/refused_subject.h"
#include "unit/pdf/small_pdf.h"

#include <gtest/gtest.h>

namespace smartca::pdf {
namespace {

using testing::SmallPdf;
using testing::subjectOf;

TEST(showable, document_without_a_page_is_unreadable)
{
    EXPECT_EQ(subjectOf(SmallPdf().with(2, "<< /Type /Pages /Kids [ ] /Count 0 >>").write()), "unreadable");
}

TEST(showable, page_tree_in_a_circle_is_unreadable)
{
    EXPECT_EQ(subjectOf(SmallPdf().with(2, "<< /Type /Pages /Kids [ 3 0 R 2 0 R ] /Count 2 >>").write()),
              "unreadable");
}

TEST(showable, page_tree_that_counts_fewer_or_more_pages_than_it_has_is_unreadable)
{
    // By the count a reader shows one page and the second is signed unseen.
    for (const char *count : {"/Count 1", "/Count 3", "/Kount 2"})
        EXPECT_EQ(subjectOf(testing::replaced(SmallPdf().write(), "/Count 2", count)), "unreadable") << count;
}

TEST(showable, page_that_is_a_node_of_the_tree_too_is_unreadable)
{
    // Some readers tell a page by its type, others by the children that it has not.
    EXPECT_EQ(subjectOf(SmallPdf()
                            .inside(3, "/Kids [ 9 0 R ] /Count 1")
                            .with(9, "<< /Type /Page /Parent 3 0 R /MediaBox [ 0 0 9 9 ] >>")
                            .write()),
              "unreadable");
    EXPECT_EQ(subjectOf(SmallPdf().inside(3, "/Count 1").write()), "unreadable");
}

TEST(showable, page_whose_parent_is_another_than_it_hangs_from_is_unreadable)
{
    // What a page inherits comes from above it in the tree, or from its /Parent.
    const std::string other = "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 /Resources << >> >>";
    for (const char *parent : {"/Parent 9 0 R", "/Parent 3 0 R", "/Parent 8 0 R", "/Darent 2 0 R"})
        EXPECT_EQ(subjectOf(testing::replaced(SmallPdf().with(9, other).write(), "/Parent 2 0 R", parent)),
                  "unreadable")
            << parent;
}

TEST(showable, page_tree_whose_root_has_a_parent_is_unreadable)
{
    EXPECT_EQ(subjectOf(SmallPdf().inside(2, "/Parent 9 0 R").with(9, "<< /Type /Pages >>").write()),
              "unreadable");
}

TEST(showable, page_tree_of_two_levels_is_shown)
{
    EXPECT_EQ(subjectOf(testing::replaced(
                  testing::replaced(
                      SmallPdf().with(9, "<< /Type /Pages /Parent 2 0 R /Kids [ 4 0 R ] /Count 1 >>").write(),
                      "/Kids [ 3 0 R 4 0 R ]", "/Kids [ 3 0 R 9 0 R ]"),
                  "4 0 obj\n<< /Type /Page /Parent 2", "4 0 obj\n<< /Type /Page /Parent 9")),
              "shown");
}

TEST(showable, page_tree_too_deep_is_unreadable)
{
    SmallPdf pdf;
    pdf.with(2, "<< /Type /Pages /Kids [ 100 0 R ] /Count 1 >>");
    constexpr int depth = 40'000;
    for (int i = 0; i < depth; ++i)
        pdf.with(100 + i, "<< /Type /Pages /Kids [ " + std::to_string(101 + i) + " 0 R ] >>");
    pdf.with(100 + depth, "<< /Type /Page >>");
    EXPECT_EQ(subjectOf(pdf.write()), "unreadable");
}

TEST(showable, more_than_200_pages_are_unreadable)
{
    SmallPdf pdf;
    std::string kids;
    for (int i = 0; i < 201; ++i) {
        pdf.with(100 + i, "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 9 9 ] >>");
        kids += std::to_string(100 + i) + " 0 R ";
    }
    pdf.with(2, "<< /Type /Pages /Kids [ " + kids + "] /Count 201 >>");
    EXPECT_EQ(subjectOf(pdf.write()), "unreadable");
}

} // namespace
} // namespace smartca::pdf
