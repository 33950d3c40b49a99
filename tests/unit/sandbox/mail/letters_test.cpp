// SPDX-License-Identifier: Apache-2.0
#include "protocol/activation_input.h"
#include "rooms_under_test.h"
#include "sandbox/mail/letters.h"
#include "smtp_server.h"

#include <gtest/gtest.h>

#include <fstream>

namespace smartca::sandbox {
namespace {

class LettersTest : public testing::Test {
protected:
    [[nodiscard]] Json asRead(const MailContent &mail) const
    {
        std::ofstream(rooms_.folder / "one.eml", std::ios::binary) << composeMime(mail).value();
        return mailOf(rooms_.folder / "one.eml");
    }
    [[nodiscard]] MailContent activation(const Person &person) const
    {
        return activationLetter(identity_, person, code_, rooms_.clock.now()).value();
    }
    static Person english()
    {
        auto person = RoomsUnderTest::hoa();
        person.language = Language::English;
        return person;
    }

    RoomsUnderTest rooms_;
    MailIdentity identity_{.publicUrl = "https://127.0.0.1:8443"};
    FreshCode code_ = makeCode(*rooms_.hsm, {}, rooms_.clock.now()).value();
};

TEST_F(LettersTest, a_mail_program_reads_the_activation_mail_whole)
{
    const auto mail = asRead(activation(RoomsUnderTest::hoa()));
    ASSERT_FALSE(mail.is_discarded());
    EXPECT_EQ(mail["to"], "hoa@example.vn");
    EXPECT_EQ(mail["toName"], "Nguyễn Thị Hoà");
    EXPECT_EQ(mail["subject"], "[SANDBOX] Kích hoạt tài khoản SmartCA");
    EXPECT_EQ(mail["structure"],
              Json({"multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png"}));
    EXPECT_TRUE(mail["defects"].empty()) << mail["defects"];
    EXPECT_LE(mail["longest"], 76);
    EXPECT_EQ(mail["bareNewlines"], 0);
    ASSERT_EQ(mail["images"].size(), 1U);
    EXPECT_TRUE(mail["images"][0]["png"]);
}

TEST_F(LettersTest, pasting_the_text_fills_in_username_and_code_in_both_languages)
{
    for (const auto &person : {RoomsUnderTest::hoa(), english()}) {
        const auto text = asRead(activation(person))["text"].get<std::string>();
        const auto found = protocol::findActivationInput(text);
        ASSERT_TRUE(found) << text;
        EXPECT_EQ(found->username.text(), "079162001418");
        EXPECT_EQ(found->code.text(), code_.code.text());
    }
}

TEST_F(LettersTest, the_lines_people_are_told_to_type_stand_alone)
{
    const auto text = asRead(activation(RoomsUnderTest::hoa()))["text"].get<std::string>();
    const auto shown = protocol::displayedCode(code_.code);
    EXPECT_NE(text.find("\nTên đăng nhập: 079162001418\n"), std::string::npos) << text;
    EXPECT_NE(text.find("\nMã kích hoạt: " + std::string(shown.text()) + "\n"), std::string::npos) << text;
    EXPECT_NE(text.find("15:00 ngày 07/12/2026"), std::string::npos) << text;
    EXPECT_NE(text.find("SANDBOX – no legal value"), std::string::npos);
}

TEST_F(LettersTest, the_button_carries_username_and_token_in_the_fragment)
{
    const auto html = asRead(activation(RoomsUnderTest::hoa()))["html"].get<std::string>();
    const auto link = "https://127.0.0.1:8443/a#u=079162001418&amp;t=" + std::string(code_.token.text());
    EXPECT_NE(html.find("href=\"" + link + "\""), std::string::npos);
    EXPECT_NE(html.find(">Mở SmartCA</a>"), std::string::npos);
    EXPECT_NE(html.find("cid:qr@smartca.invalid"), std::string::npos);
    const auto found = protocol::findActivationInput(html);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->token.text(), code_.token.text());
}

TEST_F(LettersTest, nothing_is_loaded_from_elsewhere)
{
    const auto html = asRead(activation(RoomsUnderTest::hoa()))["html"].get<std::string>();
    EXPECT_EQ(html.find("src=\"http"), std::string::npos);
    EXPECT_EQ(html.find("<link"), std::string::npos);
    EXPECT_EQ(html.find("<script"), std::string::npos);
}

TEST_F(LettersTest, a_name_that_is_html_stays_a_name)
{
    auto person = RoomsUnderTest::hoa();
    person.name = "<img src=x onerror=alert(1)>& \"Hoà\"";
    const auto mail = asRead(activation(person));
    const auto html = mail["html"].get<std::string>();
    EXPECT_EQ(html.find("<img src=x"), std::string::npos);
    EXPECT_NE(html.find("&lt;img src=x"), std::string::npos);
    EXPECT_EQ(mail["toName"], person.name);
}

TEST_F(LettersTest, a_redemption_is_told_with_device_time_and_what_to_do)
{
    const DeviceClaim device{.platform = "linux", .model = "<b>ThinkPad</b>", .osVersion = "Debian 12"};
    const auto mail = asRead(redeemedLetter(identity_, RoomsUnderTest::hoa(), device, rooms_.clock.now()));
    const auto text = mail["text"].get<std::string>();
    EXPECT_NE(text.find("<b>ThinkPad</b> (Debian 12)"), std::string::npos) << text;
    EXPECT_NE(text.find("15:00 ngày 22/11/2026"), std::string::npos) << text;
    EXPECT_NE(text.find("1800 1260"), std::string::npos);
    EXPECT_EQ(mail["html"].get<std::string>().find("<b>"), std::string::npos);
}

TEST_F(LettersTest, an_activation_is_told_in_english_to_who_wants_english)
{
    const auto mail = asRead(activatedLetter(
        identity_, english(), {.platform = "android", .model = "", .osVersion = ""}, rooms_.clock.now()));
    EXPECT_EQ(mail["subject"], "[SANDBOX] Your SmartCA account is active");
    EXPECT_NE(mail["text"].get<std::string>().find("Device: android"), std::string::npos);
}

} // namespace
} // namespace smartca::sandbox
