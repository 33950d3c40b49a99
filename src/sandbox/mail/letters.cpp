// SPDX-License-Identifier: Apache-2.0
#include "sandbox/mail/letters.h"

#include "base/display.h"
#include "base/markup.h"
#include "crypto/random.h"
#include "protocol/activation_input.h"
#include "sandbox/mail/qr_image.h"
#include "sandbox/palette.h"

#include <array>

namespace smartca::sandbox {

namespace {

constexpr std::string_view qrContentId = "qr@smartca.invalid";

constexpr Bilingual sandboxMark{"SANDBOX – no legal value. Thư thử nghiệm, không có giá trị pháp lý.",
                                "SANDBOX – no legal value. A test mail without legal effect."};

/// "09:46 ngày 22/11/2026" / "09:46 on 22/11/2026", the subscriber's time of day.
std::string timeOfDay(UtcTime time, Language language)
{
    const auto t = civilTime(time);
    std::array<char, 64> text{};
    const int length = std::snprintf(text.data(), text.size(),
                                     language == Language::English ? "%02d:%02d on %02u/%02u/%04d"
                                                                   : "%02d:%02d ngày %02u/%02u/%04d",
                                     t.hour, t.minute, t.day, t.month, t.year);
    return {text.data(), static_cast<std::size_t>(length)};
}

/// "color:…;background:…;", to begin an HTML element's style with.
std::string coloured(std::string_view text, std::string_view background = {})
{
    std::string style = "color:" + std::string(text) + ";";
    if (!background.empty())
        style += "background:" + std::string(background) + ";";
    return style;
}

/// One mail, said once and written twice: as text and as HTML.
class Letter {
public:
    Letter(const MailIdentity &identity, const Person &person, Bilingual subject, UtcTime now)
        : language_(person.language)
    {
        const Bilingual dear{"Kính gửi Quý khách ", "Dear "};
        mail_.fromName = "SmartCA Sandbox";
        mail_.fromAddress = identity.fromAddress;
        mail_.toName = person.name;
        mail_.toAddress = person.email;
        mail_.subject = "[SANDBOX] " + say(subject);
        mail_.language = tagOf(language_);
        mail_.messageId = crypto::randomUuid() + "@smartca.invalid";
        mail_.date = now;
        html_ = "<p style=\"margin:0 0 12px;" + coloured(palette::goldText, palette::goldTint) +
                "padding:8px 12px;border-radius:8px;font-size:14px\">" + markupEscaped(say(sandboxMark)) +
                "</p><h1 style=\"margin:0 0 16px;font-size:22px;line-height:1.3\">" +
                markupEscaped(say(subject)) + "</h1>";
        mail_.text = say(sandboxMark) + "\n\n";
        paragraph(say(dear) + person.name + ",");
    }

    [[nodiscard]] std::string say(Bilingual text) const { return std::string(text.in(language_)); }

    void paragraph(const std::string &text)
    {
        mail_.text += text + "\n\n";
        htmlParagraph(text);
    }
    /// Only for those who see the HTML.
    void htmlParagraph(const std::string &text)
    {
        html_ += "<p style=\"margin:0 0 14px\">" + markupEscaped(text) + "</p>";
    }
    void fact(const std::string &label, const std::string &value, bool large = false)
    {
        mail_.text += label + ": " + value + "\n";
        html_ += "<p style=\"margin:0 0 10px\"><span style=\"" + coloured(palette::text2) +
                 "font-size:15px\">" + markupEscaped(label) +
                 ": </span><strong style=\"font-family:Consolas,Menlo,monospace;" +
                 (large ? "font-size:24px;letter-spacing:2px" : "font-size:18px") + "\">" +
                 markupEscaped(value) + "</strong></p>";
    }
    void gap() { mail_.text += "\n"; }
    void button(const std::string &label, const std::string &link)
    {
        html_ += "<p style=\"margin:20px 0\"><a href=\"" + markupEscaped(link) +
                 "\" style=\"display:inline-block;" + coloured(palette::primaryInk, palette::primary) +
                 "text-decoration:none;font-size:18px;font-weight:bold;"
                 "padding:14px 32px;border-radius:12px\">" +
                 markupEscaped(label) + "</a></p>";
    }
    void image(InlineImage image, const std::string &alternative)
    {
        html_ += "<p style=\"margin:0 0 14px\"><img src=\"cid:" + image.contentId +
                 "\" width=\"220\" height=\"220\" alt=\"" + markupEscaped(alternative) + "\"></p>";
        mail_.images.push_back(std::move(image));
    }
    [[nodiscard]] MailContent finished()
    {
        mail_.html = "<!DOCTYPE html>\n<html lang=\"" + mail_.language +
                     "\"><head><meta charset=\"utf-8\"><title>" + markupEscaped(mail_.subject) +
                     "</title></head><body style=\"margin:0;" + coloured(palette::text, palette::bg) +
                     "font-family:Inter,'Noto Sans',Arial,sans-serif;font-size:17px;line-height:1.5\">"
                     "<div style=\"max-width:560px;margin:0 auto;padding:24px\"><div style=\"" +
                     coloured(palette::text, palette::surface) + "border:1px solid " +
                     std::string(palette::line) + ";border-radius:16px;padding:24px\">" + html_ +
                     "</div></div></body></html>\n";
        return std::move(mail_);
    }

private:
    Language language_;
    MailContent mail_;
    std::string html_;
};

std::string callText(const MailIdentity &identity, Language language)
{
    const auto number = inGroupsOfFour(identity.hotline);
    return language == Language::English ? "Questions? Call " + number + " (free of charge)."
                                         : "Cần hỗ trợ, gọi " + number + " (miễn phí).";
}

/// Device, time, and what to do when it was somebody else.
void tellOfDevice(Letter &letter, const MailIdentity &identity, Language language, const DeviceClaim &device,
                  UtcTime at)
{
    auto name = device.model.empty() ? device.platform : device.model;
    if (!device.osVersion.empty())
        name += " (" + device.osVersion + ")";
    letter.fact(letter.say({"Thiết bị", "Device"}), name);
    letter.fact(letter.say({"Thời gian", "Time"}), timeOfDay(at, language));
    letter.gap();
    const auto number = inGroupsOfFour(identity.hotline);
    letter.paragraph(language == Language::English
                         ? "If this was not you, call " + number +
                               " (free of charge) at once to lock the account."
                         : "Nếu không phải Quý khách, gọi ngay " + number + " (miễn phí) để khoá tài khoản.");
}

} // namespace

Result<MailContent> activationLetter(const MailIdentity &identity, const Person &person,
                                     const FreshCode &code, UtcTime now)
{
    const auto language = person.language;
    const auto link = protocol::activationLink(identity.publicUrl, person.username, code.token.text());
    SMARTCA_TRY(auto picture, qrCodePng(link));
    Letter letter(identity, person, {"Kích hoạt tài khoản SmartCA", "Activate your SmartCA account"}, now);
    letter.htmlParagraph(letter.say({"Bấm nút dưới đây trên điện thoại đã cài ứng dụng SmartCA.",
                                     "Press the button below on the phone that has the SmartCA app."}));
    letter.button(letter.say({"Mở SmartCA", "Open SmartCA"}), link);
    letter.htmlParagraph(letter.say({"Đọc email trên máy tính? Quét mã này bằng SmartCA.",
                                     "Reading this on a computer? Scan this code with SmartCA."}));
    letter.image({std::string(qrContentId), "image/png", "smartca-qr.png", std::move(picture)},
                 letter.say({"Mã QR để kích hoạt", "QR code for the activation"}));
    letter.paragraph(letter.say(
        {"Trong ứng dụng SmartCA, nhập hai dòng sau, hoặc sao chép cả email này rồi bấm Dán.",
         "In the SmartCA app, enter the two lines below, or copy this whole e-mail and press Paste."}));
    letter.fact(letter.say({"Tên đăng nhập", "Username"}), person.username);
    const auto shown = protocol::displayedCode(code.code);
    letter.fact(letter.say({"Mã kích hoạt", "Activation code"}), std::string(shown.text()), true);
    letter.gap();
    const auto until = timeOfDay(code.expiresAt, language);
    letter.paragraph(language == Language::English
                         ? "Valid until " + until + ", for one device. Older codes no longer work."
                         : "Dùng được đến " + until + ", cho một thiết bị. Các mã cũ không dùng được nữa.");
    letter.paragraph(letter.say(
        {"Không chuyển email này cho người khác. Nhân viên hỗ trợ không bao giờ hỏi mã PIN hay mật khẩu.",
         "Do not pass this e-mail on. Support never asks for a PIN or a password."}));
    letter.paragraph(callText(identity, language));
    return letter.finished();
}

MailContent redeemedLetter(const MailIdentity &identity, const Person &person, const DeviceClaim &device,
                           UtcTime at)
{
    Letter letter(identity, person, {"Mã kích hoạt vừa được dùng", "Your activation code was used"}, at);
    letter.paragraph(letter.say(
        {"Mã kích hoạt gửi cho Quý khách vừa được dùng trên thiết bị sau. Thiết bị tự khai tên của mình.",
         "The activation code sent to you was just used on the device below. The name is what the device "
         "says of itself."}));
    tellOfDevice(letter, identity, person.language, device, at);
    return letter.finished();
}

MailContent activatedLetter(const MailIdentity &identity, const Person &person, const DeviceClaim &device,
                            UtcTime at)
{
    Letter letter(identity, person, {"Tài khoản SmartCA đã được kích hoạt", "Your SmartCA account is active"},
                  at);
    letter.paragraph(
        letter.say({"Tài khoản đã được kích hoạt và biên bản nghiệm thu đã được ký trên thiết bị sau.",
                    "The account is active, and the acceptance record was signed on the device below."}));
    tellOfDevice(letter, identity, person.language, device, at);
    return letter.finished();
}

} // namespace smartca::sandbox
