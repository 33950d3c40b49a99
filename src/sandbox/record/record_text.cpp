// SPDX-License-Identifier: Apache-2.0
#include "sandbox/record/record_text.h"

#include <array>
#include <cstdio>

namespace smartca::sandbox {
namespace {

constexpr Seconds vietnamOffset{7 * 3600};

struct Date {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int hour = 0;
    int minute = 0;
};

Date inVietnam(UtcTime time)
{
    const auto local = time + vietnamOffset;
    const auto days = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date(days);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::minutes>(local - days));
    return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
            static_cast<int>(clock.minutes().count())};
}

template<class... Values>
std::string formatted(const char *format, Values... values)
{
    std::array<char, 128> text{};
    std::snprintf(text.data(), text.size(), format, values...);
    return text.data();
}

std::string slashDate(UtcTime time)
{
    const auto d = inVietnam(time);
    return formatted("%02u/%02u/%04d", d.day, d.month, d.year);
}

std::string moment(UtcTime time)
{
    const auto d = inVietnam(time);
    return formatted("%02d:%02d, %02u/%02u/%04d (UTC+7)", d.hour, d.minute, d.day, d.month, d.year);
}

std::string writtenDate(UtcTime time, bool english)
{
    static constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
    const auto d = inVietnam(time);
    if (english)
        return formatted("%u %s %d", d.day, months.at(d.month - 1), d.year);
    return formatted("ngày %02u tháng %02u năm %d", d.day, d.month, d.year);
}

std::string keyText(crypto::KeyKind kind, bool english)
{
    switch (kind) {
    case crypto::KeyKind::P256:
        return "ECDSA P-256, SHA-256";
    case crypto::KeyKind::Rsa2048:
        return english ? "RSA 2048 bits, SHA-256" : "RSA 2048 bit, SHA-256";
    case crypto::KeyKind::Rsa3072:
        return english ? "RSA 3072 bits, SHA-256" : "RSA 3072 bit, SHA-256";
    }
    return "";
}

std::string levelText(const std::string &level, bool english)
{
    if (level == "software")
        return english ? "Software (test environment only)" : "Phần mềm (chỉ dùng cho thử nghiệm)";
    if (level == "tpm")
        return "TPM 2.0";
    if (level == "strongbox")
        return "StrongBox";
    if (level == "secureEnclave")
        return "Secure Enclave";
    return english ? "Trusted execution environment" : "Môi trường thực thi tin cậy";
}

std::string idLabel(const std::string &kind, bool english)
{
    if (kind == "CCCD")
        return english ? "personal identification number" : "số căn cước";
    if (kind == "HC")
        return english ? "passport number" : "số hộ chiếu";
    if (kind == "MST")
        return english ? "tax code" : "mã số thuế";
    return english ? "identity card number" : "số chứng minh nhân dân";
}

std::string groupedHotline(const std::string &hotline)
{
    return hotline.size() == 8 ? hotline.substr(0, 4) + " " + hotline.substr(4) : hotline;
}

RecordText vietnamese(const RecordFacts &facts)
{
    const auto &certificate = facts.certificate;
    const auto from = slashDate(certificate.notBefore());
    const auto to = slashDate(certificate.notAfter());
    RecordText text;
    text.title = "BIÊN BẢN NGHIỆM THU";
    text.subtitle = "Dịch vụ chứng thực chữ ký số từ xa";
    text.number = "Số: " + facts.number;
    text.opening = "Hôm nay, " + writtenDate(facts.madeAt, false) + ", hai bên gồm:";
    text.firstPage = {
        {"",
         {"<b>Bên A (Thuê bao):</b> {name}, " + idLabel(facts.idKind, false) + " " +
              maskedId(facts.idNumber) + ".",
          "<b>Bên B (Nhà cung cấp):</b> Dịch vụ SmartCA (môi trường thử nghiệm), tổng đài " +
              groupedHotline(facts.hotline) + "."},
         {}},
        {"1. Dịch vụ",
         {"Bên B tạo cặp khoá ký của Bên A trong thiết bị bảo mật (HSM) và cấp chứng thư chữ ký số cho khoá "
          "công khai. "
          "Khoá bí mật chỉ được dùng khi Bên A xác nhận trên thiết bị đã đăng ký, bằng mã PIN do Bên A tự "
          "đặt."},
         {}},
        {"2. Thiết bị đã đăng ký",
         {},
         {{"Thiết bị", facts.device}, {"Nơi giữ khoá thiết bị", levelText(facts.keyLevel, false)}}},
        {"3. Chứng thư chữ ký số",
         {},
         {{"Chủ thể", certificate.commonName()},
          {"Số sê-ri", groupedSerial(certificate.serial())},
          {"Hiệu lực", "từ " + from + " đến " + to},
          {"Tổ chức cấp", certificate.issuerCommonName()},
          {"Thuật toán", keyText(certificate.publicKey().kind(), false)}}}};
    text.secondPage = {{"4. Nội dung nghiệm thu",
                        {"<b>Điều 1.</b> Bên A đã nhận chứng thư chữ ký số có số sê-ri " +
                             groupedSerial(certificate.serial()) + ", hiệu lực từ " + from + " đến " + to +
                             ", và đã kiểm tra thông tin trên chứng thư là đúng.",
                         "<b>Điều 2.</b> Bên A tự đặt và giữ bí mật mã PIN. Bên B không biết, không lưu và "
                         "không hỏi mã PIN. Bên A báo ngay cho "
                         "Bên B khi nghi ngờ mã PIN bị lộ hoặc khi mất thiết bị.",
                         "<b>Điều 3.</b> Bên B giữ khoá ký trong thiết bị bảo mật, chỉ dùng khoá theo xác "
                         "nhận của Bên A, và thu hồi chứng thư "
                         "khi Bên A yêu cầu qua tổng đài " +
                             groupedHotline(facts.hotline) + ".",
                         "<b>Điều 4.</b> Biên bản được lập dưới dạng điện tử. Bên A ký số bằng khoá vừa được "
                         "tạo; chữ ký và dấu thời gian cho biết "
                         "tài liệu còn nguyên vẹn. Mỗi bên giữ một bản."},
                        {}}};
    text.statement = "Văn bản này được lập trong môi trường thử nghiệm và không có giá trị pháp lý.";
    text.place = "Lập lúc " + moment(facts.madeAt);
    text.partyA = "BÊN A";
    text.partyB = "BÊN B";
    text.signsHere = "Chữ ký số của thuê bao";
    text.madeAutomatically = "Lập tự động";
    text.provider = "Dịch vụ SmartCA";
    text.pageWord = "Trang";
    text.documentTitle = "Biên bản nghiệm thu " + facts.number;
    text.reason = "Nghiệm thu dịch vụ chứng thực chữ ký số từ xa";
    return text;
}

RecordText english(const RecordFacts &facts)
{
    const auto &certificate = facts.certificate;
    const auto from = slashDate(certificate.notBefore());
    const auto to = slashDate(certificate.notAfter());
    RecordText text;
    text.title = "ACCEPTANCE RECORD";
    text.subtitle = "Remote digital signature certification service";
    text.number = "No. " + facts.number;
    text.opening = "On " + writtenDate(facts.madeAt, true) + ", between the two parties:";
    text.firstPage = {{"",
                       {"<b>Party A (Subscriber):</b> {name}, " + idLabel(facts.idKind, true) + " " +
                            maskedId(facts.idNumber) + ".",
                        "<b>Party B (Provider):</b> SmartCA service (test environment), hotline " +
                            groupedHotline(facts.hotline) + "."},
                       {}},
                      {"1. Service",
                       {"Party B makes the signing key pair of Party A in a security module (HSM) and issues "
                        "a certificate for the public key. "
                        "The private key is used only when Party A confirms on the registered device, with a "
                        "PIN that Party A has chosen."},
                       {}},
                      {"2. Registered device",
                       {},
                       {{"Device", facts.device}, {"Device key kept in", levelText(facts.keyLevel, true)}}},
                      {"3. Certificate",
                       {},
                       {{"Subject", certificate.commonName()},
                        {"Serial number", groupedSerial(certificate.serial())},
                        {"Valid", "from " + from + " to " + to},
                        {"Issuer", certificate.issuerCommonName()},
                        {"Algorithm", keyText(certificate.publicKey().kind(), true)}}}};
    text.secondPage = {{"4. Accepted",
                        {"<b>Article 1.</b> Party A has received the certificate with serial number " +
                             groupedSerial(certificate.serial()) + ", valid from " + from + " to " + to +
                             ", and has checked that the data in it is right.",
                         "<b>Article 2.</b> Party A alone chose the PIN and keeps it secret. Party B does "
                         "not know, store or ask for it. Party A "
                         "tells Party B at once when the PIN may be known to others or the device is lost.",
                         "<b>Article 3.</b> Party B keeps the signing key in the security module, uses it "
                         "only as Party A confirms, and revokes the "
                         "certificate when Party A asks for it by hotline " +
                             groupedHotline(facts.hotline) + ".",
                         "<b>Article 4.</b> The record is electronic. Party A signs it with the new key; "
                         "signature and time stamp tell that the "
                         "document is unchanged. Each party keeps a copy."},
                        {}}};
    text.statement = "This document was made in a test environment and has no legal value.";
    text.place = "Made at " + moment(facts.madeAt);
    text.partyA = "PARTY A";
    text.partyB = "PARTY B";
    text.signsHere = "Digital signature of the subscriber";
    text.madeAutomatically = "Made automatically";
    text.provider = "SmartCA service";
    text.pageWord = "Page";
    text.documentTitle = "Acceptance record " + facts.number;
    text.reason = "Acceptance of the remote digital signature service";
    return text;
}

} // namespace

std::string groupedSerial(std::string_view serial)
{
    std::string text;
    for (std::size_t i = 0; i < serial.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            text.push_back(' ');
        text.push_back(serial[i]);
    }
    return text;
}

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
    return formatted("NT-%04d-%06lld", inVietnam(madeAt).year, static_cast<long long>(number % 1'000'000));
}

RecordText recordText(const RecordFacts &facts)
{
    auto text = facts.language == Language::English ? english(facts) : vietnamese(facts);
    text.state = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    text.motto = "Độc lập - Tự do - Hạnh phúc";
    text.marking = "SANDBOX – no legal value";
    text.signerName = facts.subscriberName;
    text.footer = facts.number + "  ·  " + text.marking;
    return text;
}

} // namespace smartca::sandbox
