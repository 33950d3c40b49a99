// SPDX-License-Identifier: Apache-2.0
#include "protocol/activation_input.h"

#include <gtest/gtest.h>

namespace smartca::protocol {
namespace {

constexpr auto linkToken = "AAECAwQFBgcICQoLDA0ODw";

struct Found {
    std::string username;
    std::string code;
    std::string token;
    friend bool operator==(const Found &, const Found &) = default;
};

void PrintTo(const Found &found, std::ostream *out)
{
    *out << found.username << " | " << found.code << " | " << found.token;
}

Found find(std::string_view text)
{
    const auto input = findActivationInput(text);
    if (!input)
        return {std::string(codeText(input.error().code)), "", ""};
    return {std::string(input->username.text()), std::string(input->code.text()),
            std::string(input->token.text())};
}

const Found both{"079162001418", "K7MP4QXT", ""};
const Found linked{"079162001418", "", linkToken};
const Found nothing{"ACT-101", "", ""};
const Found refused{"ACT-102", "", ""};

std::string link(std::string_view rest = "u=079162001418&t=AAECAwQFBgcICQoLDA0ODw")
{
    return "https://smartca.example.vn/a#" + std::string(rest);
}

TEST(PastedMail, in_vietnamese_gives_username_and_code)
{
    EXPECT_EQ(find("[SANDBOX] Kích hoạt tài khoản SmartCA\n\nKính gửi Quý khách Nguyễn Thị Hoà,\n\n"
                   "Tên đăng nhập: 079162001418\nMã kích hoạt: K7MP-4QXT\n\n"
                   "Mã có hiệu lực đến 09:46 ngày 07/12/2026.\nCần hỗ trợ, gọi 1800 1260 (miễn phí).\n"),
              both);
}

TEST(PastedMail, in_english_gives_username_and_code)
{
    EXPECT_EQ(find("Dear Nguyễn Thị Hoà,\r\n\r\nUsername: 079162001418\r\nActivation code: K7MP-4QXT\r\n"
                   "The code is valid until 09:46 on 07/12/2026.\r\n"),
              both);
}

TEST(PastedMail, with_its_link_gives_the_token)
{
    EXPECT_EQ(find("Tên đăng nhập: 079162001418\nMã kích hoạt: K7MP-4QXT\nMở SmartCA: " + link() + "\n"),
              linked);
}

TEST(PastedMail, from_gmail_in_a_browser)
{
    EXPECT_EQ(find("SmartCA Sandbox <no-reply@smartca.invalid>\t09:46 (2 giờ trước)\ntới tôi\n\n"
                   "Mở SmartCA\n\n*Tên đăng nhập:* *079162001418*\n*Mã kích hoạt:* *K7MP-4QXT*\n"),
              both);
}

TEST(PastedMail, from_outlook_as_a_table)
{
    EXPECT_EQ(find("Tên đăng nhập\t079162001418\r\nMã kích hoạt\tK7MP-4QXT\r\n"), both);
    EXPECT_EQ(find("Tên đăng nhập\r\n\r\n079162001418\r\n\r\nMã kích hoạt\r\n\r\nK7MP-4QXT\r\n"), both);
    EXPECT_EQ(find("Tên đăng nhập\r\nMã kích hoạt\r\n079162001418\r\nK7MP-4QXT\r\n"), both);
}

TEST(PastedMail, from_a_phone_on_one_line)
{
    EXPECT_EQ(find("Tên đăng nhập: 079162001418 Mã kích hoạt: K7MP-4QXT Mã có hiệu lực 15 ngày"), both);
    EXPECT_EQ(find("Username: 079162001418 Activation code: K7MP-4QXT Valid for 15 days"), both);
}

TEST(PastedMail, with_no_break_spaces_and_other_dashes)
{
    EXPECT_EQ(find("Tên\xC2\xA0"
                   "đăng nhập:\xC2\xA0"
                   "079162001418\nMã kích\xC2\xA0hoạt:\xC2\xA0K7MP–4QXT"),
              both);
    EXPECT_EQ(find("Mã kích hoạt: K7MP\u20114QXT\nTên đăng nhập: 079\u200B162001418"), both);
}

TEST(PastedMail, in_decomposed_letters)
{
    EXPECT_EQ(find("Te\u0302n đa\u0306ng nha\u0323\u0302p: 079162001418\n"
                   "Ma\u0303 ki\u0301ch hoa\u0323t: K7MP-4QXT"),
              both);
}

TEST(PastedMail, without_marks_or_in_capitals)
{
    EXPECT_EQ(find("Ten dang nhap: 079162001418\nMa kich hoat: k7mp-4qxt"), both);
    EXPECT_EQ(find("TÊN ĐĂNG NHẬP: 079162001418\nMÃ KÍCH HOẠT: K7MP4QXT"), both);
}

TEST(PastedMail, quoted_in_a_reply)
{
    EXPECT_EQ(find("> Tên đăng nhập: 079162001418\n>\n> Mã kích hoạt: K7MP-4QXT\n"), both);
}

TEST(PastedMail, with_remnants_of_html)
{
    EXPECT_EQ(find("<p><span style=\"color:#4B5164\">T&ecirc;n &#273;&#259;ng nh&#7853;p:&nbsp;</span>"
                   "<strong>079162001418</strong></p><p>M&atilde; k&iacute;ch ho&#x1EA1;t: "
                   "<strong>K7MP-4QXT</strong></p>"),
              both);
}

TEST(PastedMail, as_html_source_gives_the_link_of_its_button)
{
    EXPECT_EQ(find("<a href=\"https://smartca.example.vn/a#u=079162001418&amp;t=AAECAwQFBgcICQoLDA0ODw\" "
                   "style=\"x\">"
                   "Mở SmartCA</a><img src=\"cid:qr\"><p xmlns=\"http://www.w3.org/1999/xhtml\">"),
              linked);
}

TEST(PastedMail, with_prose_about_the_code_is_not_misread)
{
    EXPECT_EQ(find("Mã kích hoạt có hiệu lực 15 ngày. Tên đăng nhập là số căn cước."), nothing);
    EXPECT_EQ(find("The activation code that lets you in is in another mail."), nothing);
    EXPECT_EQ(find("Your activation code is K7MP-4QXT and your username is 079162001418."), both);
}

TEST(PastedMail, about_something_else_gives_nothing)
{
    EXPECT_EQ(find("Hotline 1800-1260, www.example.vn, https://example.vn/help?u=1&t=2"), nothing);
    EXPECT_EQ(find(""), nothing);
    EXPECT_EQ(find("   \n\t"), nothing);
    EXPECT_EQ(find("\xFF\xFE\x00garbage"), nothing);
}

TEST(PastedMail, that_is_larger_than_any_mail_is_not_read)
{
    EXPECT_EQ(find("Mã kích hoạt: K7MP-4QXT " + std::string(64UL * 1024, ' ')), nothing);
    EXPECT_EQ(find(std::string(60UL * 1024, '<')), nothing);
    EXPECT_EQ(find(std::string(60UL * 1024, '&')), nothing);
}

TEST(PastedPart, code_alone_or_username_alone_is_taken)
{
    EXPECT_EQ(find("K7MP-4QXT"), (Found{"", "K7MP4QXT", ""}));
    EXPECT_EQ(find(" k7mp-4qxt\n"), (Found{"", "K7MP4QXT", ""}));
    EXPECT_EQ(find("079162001418"), (Found{"079162001418", "", ""}));
    EXPECT_EQ(find("079 162 001 418"), (Found{"079162001418", "", ""}));
    EXPECT_EQ(find("B1234567"), (Found{"B1234567", "", ""}));
}

TEST(PastedPart, two_different_candidates_without_labels_are_none)
{
    EXPECT_EQ(find("mã K7MP-4QXT hoặc K7MP-4QXA?"), nothing);
    EXPECT_EQ(find("số 079162001418, số 079162001419"), nothing);
}

TEST(Link, of_a_qr_code_gives_username_and_token)
{
    EXPECT_EQ(find(link()), linked);
    EXPECT_EQ(find(" " + link() + "\n"), linked);
    EXPECT_EQ(find("SMARTCA://activate#u=079162001418&t=AAECAwQFBgcICQoLDA0ODw"), linked);
    EXPECT_EQ(find(link("t=AAECAwQFBgcICQoLDA0ODw&u=0100109106-001")),
              (Found{"0100109106-001", "", linkToken}));
}

TEST(Link, at_the_end_of_a_sentence_or_in_brackets)
{
    EXPECT_EQ(find("Mở " + link() + "."), linked);
    EXPECT_EQ(find("Mở SmartCA<" + link() + ">"), linked);
}

TEST(Link, that_names_a_service_or_a_root_is_refused)
{
    for (const auto *more :
         {"&service=https://evil.example", "&root=MIIB", "&profile=x", "&x=1", "&u=1", "&t=2"})
        EXPECT_EQ(find(link("u=079162001418&t=AAECAwQFBgcICQoLDA0ODw" + std::string(more))), refused) << more;
    EXPECT_EQ(find("https://smartca.example.vn/a?service=evil"), refused);
    EXPECT_EQ(find("Mã kích hoạt: K7MP-4QXT " + link("u=1&t=2&root=x")), refused);
}

TEST(Link, of_another_scheme_is_refused)
{
    EXPECT_EQ(find("http://smartca.example.vn/a#u=079162001418&t=AAECAwQFBgcICQoLDA0ODw"), refused);
    EXPECT_EQ(find("ftp://smartca.example.vn/a#u=079162001418&t=AAECAwQFBgcICQoLDA0ODw"), refused);
    EXPECT_EQ(find("javascript:alert(1)"), refused);
    EXPECT_EQ(find("otpauth:totp"), refused);
    EXPECT_EQ(find("http://example.vn/"), refused);
}

TEST(Link, that_shows_the_token_to_a_server_is_refused)
{
    EXPECT_EQ(find("https://smartca.example.vn/a?u=079162001418&t=AAECAwQFBgcICQoLDA0ODw"), refused);
    EXPECT_EQ(find("https://smartca.example.vn/a?x=1#u=079162001418&t=AAECAwQFBgcICQoLDA0ODw"), refused);
}

TEST(Link, cut_off_leaves_the_code_beside_it)
{
    EXPECT_EQ(
        find("Tên đăng nhập: 079162001418\nMã kích hoạt: K7MP-4QXT\n" + link("u=079162001418&t=AAECAwQ")),
        both);
    EXPECT_EQ(find(link("u=079162001418&t=AAECAwQ")), (Found{"079162001418", "", ""}));
}

TEST(Link, elsewhere_on_the_web_gives_nothing)
{
    EXPECT_EQ(find("https://example.vn/"), nothing);
    EXPECT_EQ(find("https://example.vn/a"), nothing);
}

TEST(Link, is_written_as_it_is_read)
{
    EXPECT_EQ(activationLink("https://smartca.example.vn", "079162001418", linkToken), link());
    EXPECT_EQ(activationLink("https://smartca.example.vn/", "079162001418", linkToken), link());
}

} // namespace
} // namespace smartca::protocol
