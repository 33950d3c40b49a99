// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "crypto/digest.h"
#include "sandbox/mail/landing_page.h"

#include <gtest/gtest.h>

namespace smartca::sandbox {
namespace {

std::string between(const std::string &text, const std::string &begin, const std::string &end)
{
    const auto from = text.find(begin) + begin.size();
    return text.substr(from, text.find(end, from) - from);
}

TEST(LandingPage, allows_its_own_style_and_script_and_nothing_else)
{
    const auto page = landingPage("18001260");
    const auto hash = [](const std::string &text) {
        return "'sha256-" + base64Encode(crypto::sha256(asBytes(text))) + "'";
    };
    EXPECT_NE(page.contentSecurityPolicy.find("default-src 'none'"), std::string::npos);
    EXPECT_NE(
        page.contentSecurityPolicy.find("style-src " + hash(between(page.html, "<style>", "</style>")) + ";"),
        std::string::npos);
    EXPECT_NE(page.contentSecurityPolicy.find("script-src " +
                                              hash(between(page.html, "<script>", "</script>")) + ";"),
              std::string::npos);
    EXPECT_EQ(page.contentSecurityPolicy.find("unsafe"), std::string::npos);
}

TEST(LandingPage, has_no_shorthand_that_a_browser_drops)
{
    // "inherit" in the middle of a shorthand makes the whole declaration invalid.
    const auto style = between(landingPage("18001260").html, "<style>", "</style>");
    for (auto at = style.find("inherit"); at != std::string::npos; at = style.find("inherit", at + 1)) {
        const auto begin = style.find_last_of("{;", at) + 1;
        const auto value = style.substr(style.find(':', begin) + 1,
                                        style.find_first_of(";}", at) - style.find(':', begin) - 1);
        EXPECT_EQ(value, "inherit") << style.substr(begin, 60);
    }
    EXPECT_NE(style.find("font-size:18px;font-weight:600"), std::string::npos) << "of the buttons";
}

TEST(LandingPage, fetches_nothing_and_sends_nothing)
{
    const auto html = landingPage("18001260").html;
    for (const auto *way : {"http://", "https://", "src=", "fetch(", "XMLHttpRequest", "onclick", "style=\"",
                            "<form", "sendBeacon"})
        EXPECT_EQ(html.find(way), std::string::npos) << way;
}

TEST(LandingPage, says_both_languages_sandbox_and_hotline)
{
    const auto html = landingPage("18001260").html;
    for (const auto *text : {"SANDBOX – no legal value", "Mở SmartCA", "Open SmartCA", "tel:18001260"})
        EXPECT_NE(html.find(text), std::string::npos) << text;
    EXPECT_EQ(html.find("HOTLINE"), std::string::npos);
}

} // namespace
} // namespace smartca::sandbox
