// SPDX-License-Identifier: Apache-2.0
#include "cli/verification_text.h"

#include "base/display.h"
#include "base/json.h"
#include "protocol/vietnamese_letters.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace smartca::cli {
namespace {

constexpr Bilingual valid{"CHỮ KÝ HỢP LỆ", "THE SIGNATURE IS VALID"};
constexpr Bilingual notValid{"CHỮ KÝ KHÔNG HỢP LỆ", "THE SIGNATURE IS NOT VALID"};
constexpr Bilingual signer{"Người ký", "Signer"};
constexpr Bilingual certificateLine{"Chứng thư số", "Certificate"};
constexpr Bilingual issuer{"Tổ chức cấp", "Issued by"};
constexpr Bilingual time{"Thời điểm ký", "Signed at"};
constexpr Bilingual integrity{"Tính toàn vẹn", "Integrity"};
constexpr Bilingual coverage{"Phạm vi ký", "Coverage"};
constexpr Bilingual pathLine{"Đường dẫn tin cậy", "Path of trust"};
constexpr Bilingual unknown{"không xác định được", "cannot be told"};
constexpr Bilingual timeProven{"giờ Việt Nam, theo dấu thời gian", "Vietnam time, by the time stamp"};
constexpr Bilingual intact{"nguyên vẹn, không đổi từ khi ký", "intact, unchanged since it was signed"};
constexpr Bilingual notIntact{"không được bảo đảm", "not assured"};
constexpr Bilingual wholeFile{"toàn bộ tài liệu", "the whole document"};
constexpr Bilingual notWholeFile{"không phải toàn bộ tài liệu", "not the whole document"};
constexpr Bilingual trusted{"tin cậy", "trusted"};
constexpr Bilingual notTrusted{"không tin cậy", "not trusted"};
constexpr Bilingual problems{"Vì sao", "Why"};

constexpr std::size_t labelWidth = 20; // in characters

std::string vietnamTime(UtcTime at, Language language)
{
    const auto t = civilTime(at);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d:%02d, %02u/%02u/%04d", t.hour, t.minute, t.second,
                  t.day, t.month, t.year);
    return std::string(text.data()) + " (" + std::string(timeProven.in(language)) + ")";
}

std::size_t characters(std::string_view utf8)
{
    std::size_t count = 0;
    for (const char c : utf8)
        count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    return count;
}

/// What a terminal obeys or hides instead of showing it: C0, DEL, C1, line and paragraph separators, what
/// turns the direction of writing round or takes no room, and what is no UTF-8.
bool isTreacherous(char32_t point)
{
    constexpr std::array<std::pair<char32_t, char32_t>, 9> ranges{{{0x00, 0x1F},
                                                                   {0x7F, 0x9F},
                                                                   {0xAD, 0xAD},
                                                                   {0x061C, 0x061C},
                                                                   {0x200B, 0x200F},
                                                                   {0x2028, 0x202E},
                                                                   {0x2060, 0x206F},
                                                                   {0xFEFF, 0xFEFF},
                                                                   {0xFFFD, 0xFFFD}}};
    return std::ranges::any_of(
        ranges, [&](const auto &range) { return point >= range.first && point <= range.second; });
}

/// A name must not write over the lines of a terminal, nor look like another.
std::string printable(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const auto before = text;
        const bool shown = !isTreacherous(protocol::takeCodePoint(text));
        result += shown ? before.substr(0, before.size() - text.size()) : "?";
    }
    return result;
}

class Lines {
public:
    explicit Lines(Language language) : language_(language) {}
    void add(const Bilingual &label, std::string_view value)
    {
        const auto name = label.in(language_);
        text_ += "  " + std::string(name) + ":";
        text_ += std::string(labelWidth - std::min(labelWidth - 1, characters(name)), ' ');
        text_ += (value.empty() ? std::string(unknown.in(language_)) : printable(value)) + "\n";
    }
    void add(const Bilingual &label, const Bilingual &value) { add(label, value.in(language_)); }
    void heading(const Bilingual &text) { text_ += std::string(text.in(language_)) + "\n"; }
    void bullet(std::string_view text) { text_ += "  - " + std::string(text) + "\n"; }
    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    Language language_;
    std::string text_;
};

std::string joined(const std::vector<std::string> &names)
{
    std::string text;
    for (const auto &name : names)
        text += (text.empty() ? "" : " ← ") + name;
    return text;
}

} // namespace

std::string verificationText(const pdf::VerificationReport &report, Language language)
{
    Lines lines(language);
    lines.heading(report.valid ? valid : notValid);
    lines.add(signer, report.signerName);
    lines.add(certificateLine, report.signerSerial);
    lines.add(issuer, report.issuerName);
    lines.add(time, report.signedAt ? vietnamTime(*report.signedAt, language) : "");
    lines.add(integrity, report.intact ? intact : notIntact);
    lines.add(coverage, report.wholeFileCovered ? wholeFile : notWholeFile);
    const auto verdict = (report.pathTrusted ? trusted : notTrusted).in(language);
    lines.add(pathLine, report.path.empty() ? std::string(verdict)
                                            : joined(report.path) + " (" + std::string(verdict) + ")");
    if (!report.problems.empty())
        lines.heading(problems);
    for (const auto problem : report.problems)
        lines.bullet(describe(problem, language));
    return lines.take();
}

std::string verificationJson(const pdf::VerificationReport &report, Language language)
{
    auto found = Json::array();
    for (const auto problem : report.problems)
        found.push_back({{"problem", nameOf(problem)}, {"text", describe(problem, language)}});
    Json json{{"valid", report.valid},
              {"problems", found},
              {"signer", report.signerName},
              {"serial", report.signerSerial},
              {"issuer", report.issuerName},
              {"signedAt", nullptr},
              {"intact", report.intact},
              {"wholeFileCovered", report.wholeFileCovered},
              {"pathTrusted", report.pathTrusted},
              {"path", report.path}};
    if (report.signedAt)
        json["signedAt"] = toRfc3339(*report.signedAt);
    return toText(json) + "\n";
}

} // namespace smartca::cli
