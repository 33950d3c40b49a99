// SPDX-License-Identifier: Apache-2.0
#include "sandbox/mail/mime.h"

#include "base/encoding.h"
#include "crypto/random.h"
#include "sandbox/store/service_fault.h"

#include <algorithm>

namespace smartca::sandbox {

namespace {

constexpr std::size_t lineLength = 76;

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

bool isPlain(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f; });
}

std::string base64Lines(BytesView data)
{
    const auto text = base64Encode(data);
    std::string lines;
    for (std::size_t at = 0; at < text.size(); at += lineLength)
        lines += text.substr(at, lineLength) + "\r\n";
    return lines;
}

std::string mailbox(std::string_view name, std::string_view address)
{
    std::string angle = "<" + std::string(address) + ">";
    if (name.empty())
        return angle;
    if (!isPlain(name))
        return encodedHeader(name, 6) + "\r\n " + angle;
    std::string quoted = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted + "\" " + angle;
}

std::string textPart(std::string_view type, std::string_view text)
{
    return "Content-Type: " + std::string(type) +
           "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + quotedPrintable(text);
}

std::string imagePart(const InlineImage &image)
{
    return "Content-Type: " + image.type + "\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <" +
           image.contentId + ">\r\nContent-Disposition: inline; filename=\"" + image.name + "\"\r\n\r\n" +
           base64Lines(image.data);
}

std::string multipart(std::string_view kind, const std::vector<std::string> &parts)
{
    const auto boundary =
        "=_" + hexEncode(crypto::randomBytes(12)); // "=_" cannot stand in quoted-printable or base64
    std::string text =
        "Content-Type: multipart/" + std::string(kind) + ";\r\n boundary=\"" + boundary + "\"\r\n\r\n";
    for (const auto &part : parts)
        text.append("--" + boundary + "\r\n").append(part).append(part.ends_with("\r\n") ? "" : "\r\n");
    return text + "--" + boundary + "--\r\n";
}

} // namespace

std::string quotedPrintable(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    std::size_t column = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\n') {
            encoded += "\r\n";
            column = 0;
            continue;
        }
        const bool lastOfLine = at + 1 == text.size() || text[at + 1] == '\n';
        const bool literal = (c > ' ' && c < 0x7f && c != '=') || ((c == ' ' || c == '\t') && !lastOfLine);
        const std::size_t width = literal ? 1 : 3;
        if (column + width > lineLength - 1) { // room for the "=" of a soft break
            encoded += "=\r\n";
            column = 0;
        }
        if (literal) {
            encoded += c;
        } else {
            const auto octet = static_cast<unsigned char>(c);
            encoded += '=';
            encoded += digits[octet >> 4];
            encoded += digits[octet & 0xF];
        }
        column += width;
    }
    return encoded;
}

std::string encodedHeader(std::string_view text, std::size_t column)
{
    if (isPlain(text) && text.find("=?") == std::string_view::npos)
        return std::string(text);
    // A line with encoded words has at most 76 characters, a word at most 75 (RFC 2047 §2); twelve of them
    // frame.
    const auto octetsThatFit = [](std::size_t from) { return (lineLength - from - 12) / 4 * 3; };
    std::size_t room = octetsThatFit(column);
    std::string words;
    while (!text.empty()) {
        auto length = std::min(room, text.size());
        // Whole characters only (RFC 2047 §5).
        while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80)
            --length;
        words += (words.empty() ? "" : "\r\n ") +
                 ("=?UTF-8?B?" + base64Encode(asBytes(text.substr(0, length))) + "?=");
        text.remove_prefix(length);
        room = octetsThatFit(1);
    }
    return words;
}

Result<std::string> composeMime(const MailContent &mail)
{
    for (const auto *header : {&mail.fromName, &mail.fromAddress, &mail.toName, &mail.toAddress,
                               &mail.subject, &mail.language, &mail.messageId})
        if (std::ranges::any_of(*header, isControl) || !isUtf8(*header))
            return tl::unexpected(serviceFault("a header of a mail holds a control character"));
    for (const auto *address : {&mail.fromAddress, &mail.toAddress})
        if (!isPlain(*address) || address->find_first_of(" <>,;\"()[]\\") != std::string::npos)
            return tl::unexpected(serviceFault("an address of a mail could be read as another"));
    std::vector<std::string> withImages{textPart("text/html", mail.html)};
    for (const auto &image : mail.images)
        withImages.push_back(imagePart(image));
    const auto html = withImages.size() == 1 ? withImages.front() : multipart("related", withImages);
    return "Date: " + toInternetDate(mail.date, "+0000") +
           "\r\nFrom: " + mailbox(mail.fromName, mail.fromAddress) +
           "\r\nTo: " + mailbox(mail.toName, mail.toAddress) + "\r\nMessage-ID: <" + mail.messageId +
           ">\r\nSubject: " + encodedHeader(mail.subject, 9) + "\r\nContent-Language: " + mail.language +
           "\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n" +
           multipart("alternative", {textPart("text/plain", mail.text), html});
}

} // namespace smartca::sandbox
