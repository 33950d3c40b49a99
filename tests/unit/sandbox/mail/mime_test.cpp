// SPDX-License-Identifier: Apache-2.0
#include "sandbox/mail/mime.h"

#include <gtest/gtest.h>

namespace smartca::sandbox {
namespace {

MailContent simpleMail()
{
    return {.fromName = "SmartCA Sandbox",
            .fromAddress = "no-reply@smartca.invalid",
            .toName = "Nguyễn Thị Hoà",
            .toAddress = "hoa@example.vn",
            .subject = "Kích hoạt",
            .text = "Xin chào\n",
            .html = "<p>Xin chào</p>",
            .images = {},
            .language = "vi",
            .messageId = "1@smartca.invalid",
            .date = fromUnixSeconds(1'795'334'400)};
}

TEST(Mime, refuses_a_line_break_in_every_header)
{
    for (auto field :
         {&MailContent::fromName, &MailContent::fromAddress, &MailContent::toName, &MailContent::toAddress,
          &MailContent::subject, &MailContent::language, &MailContent::messageId})
        for (const std::string &injected :
             std::vector<std::string>{"\r\nBcc: x@y.zz", "\nX: y", "\rX: y", std::string(1, 0), "\x01"}) {
            auto mail = simpleMail();
            mail.*field += injected;
            EXPECT_FALSE(composeMime(mail)) << injected;
        }
}

TEST(Mime, refuses_an_address_that_could_be_read_as_two)
{
    for (const auto *address : {"a@b.cc, d@e.ff", "a@b.cc>, <d@e.ff", "a b@c.dd", "\"a\"@b.cc", "hoà@b.cc"}) {
        auto mail = simpleMail();
        mail.toAddress = address;
        EXPECT_FALSE(composeMime(mail)) << address;
    }
}

TEST(Mime, dates_in_english_whatever_the_locale)
{
    const auto text = composeMime(simpleMail()).value();
    EXPECT_NE(text.find("Date: Sun, 22 Nov 2026 08:00:00 +0000\r\n"), std::string::npos) << text;
}

TEST(QuotedPrintable, keeps_lines_short_and_trailing_spaces)
{
    EXPECT_EQ(quotedPrintable("a=b"), "a=3Db");
    EXPECT_EQ(quotedPrintable("a \nb"), "a=20\r\nb");
    EXPECT_EQ(quotedPrintable("ế"), "=E1=BA=BF");
    const auto text = quotedPrintable(std::string(500, 'x') + std::string(100, '='));
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find("\r\n", at), text.size());
        EXPECT_LE(end - at, 76U);
        at = end + 2;
    }
}

TEST(QuotedPrintable, hides_a_carriage_return)
{
    EXPECT_EQ(quotedPrintable("a\rb"), "a=0Db");
}

TEST(EncodedHeader, leaves_ascii_alone_and_breaks_no_character)
{
    EXPECT_EQ(encodedHeader("Plain", 9), "Plain");
    EXPECT_EQ(encodedHeader("=?not encoded", 9), "=?UTF-8?B?PT9ub3QgZW5jb2RlZA==?=");
    std::string name;
    for (int i = 0; i < 40; ++i)
        name += "ễ";
    const auto encoded = encodedHeader(name, 9);
    for (std::size_t at = 0; at < encoded.size();) {
        const auto end = std::min(encoded.find("\r\n ", at), encoded.size());
        EXPECT_LE(end - at, at == 0 ? 76U - 9U : 75U);
        at = end + 3;
    }
}

} // namespace
} // namespace smartca::sandbox
