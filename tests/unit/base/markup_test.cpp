// SPDX-License-Identifier: Apache-2.0
#include "base/markup.h"

#include <gtest/gtest.h>

namespace smartca {
namespace {

TEST(MarkupEscaped, leaves_no_way_out_of_text_or_attribute)
{
    EXPECT_EQ(markupEscaped("<a href=\"x\" b='y'>&"), "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;");
}

} // namespace
} // namespace smartca
