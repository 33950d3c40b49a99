// SPDX-License-Identifier: Apache-2.0
#include "sandbox/record/record_text.h"

#include "base/display.h"

#include <array>
#include <cstdio>

namespace smartca::sandbox {
namespace {

template<class... Values>
std::string formatted(const char *format, Values... values)
{
    std::array<char, 128> text{};
    std::snprintf(text.data(), text.size(), format, values...);
    return text.data();
}

std::string slashDate(UtcTime time)
{
    const auto d = civilTime(time);
    return formatted("%02u/%02u/%04d", d.day, d.month, d.year);
}

std::string moment(UtcTime time)
{
    const auto d = civilTime(time);
    return formatted("%02d:%02d, %02u/%02u/%04d (UTC+7)", d.hour, d.minute, d.day, d.month, d.year);
}

std::string writtenDate(UtcTime time, Language language)
{
    static constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
    const auto d = civilTime(time);
    if (language == Language::English)
        return formatted("%u %s %d", d.day, months.at(d.month - 1), d.year);
    return formatted("ngày %02u tháng %02u năm %d", d.day, d.month, d.year);
}

Bilingual keyText(crypto::KeyKind kind)
{
    switch (kind) {
    case crypto::KeyKind::P256:
        return {"ECDSA P-256, SHA-256", "ECDSA P-256, SHA-256"};
    case crypto::KeyKind::Rsa2048:
        return {"RSA 2048 bit, SHA-256", "RSA 2048 bits, SHA-256"};
    case crypto::KeyKind::Rsa3072:
        return {"RSA 3072 bit, SHA-256", "RSA 3072 bits, SHA-256"};
    }
    return {};
}

Bilingual levelText(std::string_view level)
{
    if (level == "software")
        return {"Phần mềm (chỉ dùng cho thử nghiệm)", "Software (test environment only)"};
    if (level == "tpm")
        return {"TPM 2.0", "TPM 2.0"};
    if (level == "strongbox")
        return {"StrongBox", "StrongBox"};
    if (level == "secureEnclave")
        return {"Secure Enclave", "Secure Enclave"};
    if (level == "tee")
        return {"Môi trường thực thi tin cậy", "Trusted execution environment"};
    return {"Không rõ", "Unknown"};
}

Bilingual idLabel(std::string_view kind)
{
    if (kind == "CCCD")
        return {"số căn cước", "personal identification number"};
    if (kind == "HC")
        return {"số hộ chiếu", "passport number"};
    if (kind == "MST")
        return {"mã số thuế", "tax code"};
    return {"số chứng minh nhân dân", "identity card number"};
}

/// What a device says of itself, so much of it that the first page holds the widest letters.
std::string shortened(const std::string &claim)
{
    constexpr std::size_t most = 80;
    const auto shown = clipped(claim, most);
    return shown.size() == claim.size() ? claim : std::string(shown) + "…";
}

/// The record's parts, each said in the subscriber's language.
class Writer {
public:
    explicit Writer(const RecordFacts &facts) : facts_(facts) {}

    [[nodiscard]] RecordText written() const
    {
        RecordText text;
        text.title = say({"BIÊN BẢN NGHIỆM THU", "ACCEPTANCE RECORD"});
        text.subtitle =
            say({"Dịch vụ chứng thực chữ ký số từ xa", "Remote digital signature certification service"});
        text.number = say({"Số: ", "No. "}) + facts_.number;
        text.opening = say({"Hôm nay, ", "On "}) + writtenDate(facts_.madeAt, facts_.language) +
                       say({", hai bên gồm:", ", between the two parties:"});
        text.firstPage = {parties(), service(), device(), certificate()};
        text.secondPage = {articles()};
        text.statement = say({"Văn bản này được lập trong môi trường thử nghiệm và không có giá trị pháp lý.",
                              "This document was made in a test environment and has no legal value."});
        text.place = say({"Lập lúc ", "Made at "}) + moment(facts_.madeAt);
        text.partyA = say({"BÊN A", "PARTY A"});
        text.partyB = say({"BÊN B", "PARTY B"});
        text.signsHere = say({"Chữ ký số của thuê bao", "Digital signature of the subscriber"});
        text.madeAutomatically = say({"Lập tự động", "Made automatically"});
        text.provider = say({"Dịch vụ SmartCA", "SmartCA service"});
        text.pageWord = say({"Trang", "Page"});
        text.documentTitle = say({"Biên bản nghiệm thu ", "Acceptance record "}) + facts_.number;
        text.reason = say({"Nghiệm thu dịch vụ chứng thực chữ ký số từ xa",
                           "Acceptance of the remote digital signature service"});
        text.state = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM";
        text.motto = "Độc lập - Tự do - Hạnh phúc";
        text.marking = "SANDBOX – no legal value";
        text.signerName = facts_.subscriberName;
        text.footer = facts_.number + "  ·  " + text.marking;
        return text;
    }

private:
    [[nodiscard]] std::string say(Bilingual text) const { return std::string(text.in(facts_.language)); }
    [[nodiscard]] std::string hotline() const { return inGroupsOfFour(facts_.hotline); }
    /// "từ 22/11/2026 đến 22/11/2029"
    [[nodiscard]] std::string validity() const
    {
        return say({"từ ", "from "}) + slashDate(facts_.certificate.notBefore()) + say({" đến ", " to "}) +
               slashDate(facts_.certificate.notAfter());
    }

    [[nodiscard]] RecordSection parties() const
    {
        return {
            .heading = "",
            .paragraphs = {say({"<b>Bên A (Thuê bao):</b> {name}, ",
                                "<b>Party A (Subscriber):</b> {name}, "}) +
                               say(idLabel(facts_.idKind)) + " " + maskedId(facts_.idNumber) + ".",
                           say({"<b>Bên B (Nhà cung cấp):</b> Dịch vụ SmartCA (môi trường thử nghiệm), "
                                "tổng đài ",
                                "<b>Party B (Provider):</b> SmartCA service (test environment), hotline "}) +
                               hotline() + "."},
            .rows = {}};
    }
    [[nodiscard]] RecordSection service() const
    {
        return {.heading = say({"1. Dịch vụ", "1. Service"}),
                .paragraphs = {say(
                    {"Bên B tạo cặp khoá ký của Bên A trong thiết bị bảo mật (HSM) và cấp chứng thư chữ ký "
                     "số cho khoá công khai. Khoá bí mật chỉ được dùng khi Bên A xác nhận trên thiết bị đã "
                     "đăng ký, bằng mã PIN do Bên A tự đặt.",
                     "Party B makes the signing key pair of Party A in a security module (HSM) and issues a "
                     "certificate for the public key. The private key is used only when Party A confirms on "
                     "the registered device, with a PIN that Party A has chosen."})},
                .rows = {}};
    }
    [[nodiscard]] RecordSection device() const
    {
        return {.heading = say({"2. Thiết bị đã đăng ký", "2. Registered device"}),
                .paragraphs = {},
                .rows = {
                    {say({"Thiết bị", "Device"}), shortened(facts_.device)},
                    {say({"Nơi giữ khoá thiết bị", "Device key kept in"}), say(levelText(facts_.keyLevel))}}};
    }
    [[nodiscard]] RecordSection certificate() const
    {
        const auto &certificate = facts_.certificate;
        return {.heading = say({"3. Chứng thư chữ ký số", "3. Certificate"}),
                .paragraphs = {},
                .rows = {{say({"Chủ thể", "Subject"}), certificate.commonName()},
                         {say({"Số sê-ri", "Serial number"}), inGroupsOfFour(certificate.serial())},
                         {say({"Hiệu lực", "Valid"}), validity()},
                         {say({"Tổ chức cấp", "Issuer"}), certificate.issuerCommonName()},
                         {say({"Thuật toán", "Algorithm"}), say(keyText(certificate.keyKind()))}}};
    }
    [[nodiscard]] RecordSection articles() const
    {
        return {
            .heading = say({"4. Nội dung nghiệm thu", "4. Accepted"}),
            .paragraphs =
                {say({"<b>Điều 1.</b> Bên A đã nhận chứng thư chữ ký số có số sê-ri ",
                      "<b>Article 1.</b> Party A has received the certificate with serial number "}) +
                     inGroupsOfFour(facts_.certificate.serial()) + say({", hiệu lực ", ", valid "}) +
                     validity() +
                     say({", và đã kiểm tra thông tin trên chứng thư là đúng.",
                          ", and has checked that the data in it is right."}),
                 say({"<b>Điều 2.</b> Bên A tự đặt và giữ bí mật mã PIN. Bên B không biết, không lưu và "
                      "không "
                      "hỏi mã PIN. Bên A báo ngay cho Bên B khi nghi ngờ mã PIN bị lộ hoặc khi mất thiết bị.",
                      "<b>Article 2.</b> Party A alone chose the PIN and keeps it secret. Party B does not "
                      "know, store or ask for it. Party A tells Party B at once when the PIN may be known to "
                      "others or the device is lost."}),
                 say({"<b>Điều 3.</b> Bên B giữ khoá ký trong thiết bị bảo mật, chỉ dùng khoá theo xác nhận "
                      "của Bên A, và thu hồi chứng thư khi Bên A yêu cầu qua tổng đài ",
                      "<b>Article 3.</b> Party B keeps the signing key in the security module, uses it only "
                      "as "
                      "Party A confirms, and revokes the certificate when Party A asks for it by hotline "}) +
                     hotline() + ".",
                 say({"<b>Điều 4.</b> Biên bản được lập dưới dạng điện tử. Bên A ký số bằng khoá vừa được "
                      "tạo; chữ ký và dấu thời gian cho biết tài liệu còn nguyên vẹn. Mỗi bên giữ một bản.",
                      "<b>Article 4.</b> The record is electronic. Party A signs it with the new key; "
                      "signature "
                      "and time stamp tell that the document is unchanged. Each party keeps a copy."})},
            .rows = {}};
    }

    const RecordFacts &facts_;
};

} // namespace

std::string maskedId(std::string_view idNumber)
{
    constexpr std::size_t shown = 3;
    if (idNumber.size() <= 2 * shown)
        return "••••••";
    return std::string(idNumber.substr(0, shown)) + " •••••• " +
           std::string(idNumber.substr(idNumber.size() - shown));
}

std::string recordNumber(UtcTime madeAt, std::int64_t number)
{
    return formatted("NT-%04d-%06lld", civilTime(madeAt).year, static_cast<long long>(number % 1'000'000));
}

RecordText recordText(const RecordFacts &facts)
{
    return Writer(facts).written();
}

} // namespace smartca::sandbox
