// SPDX-License-Identifier: Apache-2.0
#include "pdf/showable.h"
#include "pdf/signature_field.h"
#include "sandbox/ca/subscriber.h"
#include "sandbox/hsm/software_hsm.h"
#include "sandbox/record/record.h"
#include "tests/unit/sandbox/test_tools.h"

#include <QGuiApplication>

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <sstream>
#include <thread>

namespace smartca::sandbox {
namespace {

using test::runTool;

class RecordTest : public testing::Test {
protected:
    RecordTest()
    {
        hsm_ =
            openSoftwareHsm({.directory = folder_.path() / "hsm", .passphrase = {}, .poolSize = 0}).value();
        authority_ = Authority::open(folder_.path() / "ca", hsm_, clock_).value();
    }

    RecordFacts facts(Language language, const std::string &name = "Nguyễn Thị Hoà")
    {
        const KeyBinding binding{"credential", "user"};
        const auto key = hsm_->generateKey(crypto::KeyKind::P256, binding).value();
        const auto request = hsm_->certificationRequest(key, binding, "credential").value();
        auto certificate =
            issueSubscriberCertificate(*authority_, {name, "079162001418"}, request, key.spki).value();
        return {.language = language,
                .number = recordNumber(clock_.now(), 42),
                .madeAt = clock_.now(),
                .subscriberName = name,
                .idNumber = "079162001418",
                .idKind = "CCCD",
                .device = "SmartCA Linux · Debian GNU/Linux 12",
                .keyLevel = "software",
                .credentialId = "credential",
                .hotline = "18001260",
                .certificate = std::move(certificate)};
    }

    std::string textOf(const Bytes &pdf)
    {
        const auto file = folder_.write("record.pdf", pdf);
        const auto run = runTool("pdftotext -layout '" + file.string() + "' -");
        EXPECT_EQ(run.exitCode, 0) << run.output;
        return run.output;
    }

    /// A piece of text and where it stands, in points from the top left of its page.
    struct Word {
        int page = 0;
        double left = 0;
        double top = 0;
        double right = 0;
        double bottom = 0;
        std::string text;
    };
    std::vector<Word> wordsOf(const Bytes &pdf)
    {
        const auto file = folder_.write("record.pdf", pdf);
        const auto run = runTool("pdftotext -bbox '" + file.string() + "' -");
        EXPECT_EQ(run.exitCode, 0) << run.output;
        const std::regex word(
            R"re(<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>)re");
        std::vector<Word> words;
        std::istringstream lines(run.output);
        int page = 0;
        for (std::string line; std::getline(lines, line);) {
            page += line.find("<page ") != std::string::npos ? 1 : 0;
            std::smatch found;
            if (std::regex_search(line, found, word))
                words.push_back({page, std::stod(found[1]), std::stod(found[2]), std::stod(found[3]),
                                 std::stod(found[4]), found[5]});
        }
        return words;
    }

    test::TemporaryFolder folder_;
    ManualClock clock_{fromUnixSeconds(1795315560)}; // 2026-11-22 02:46 UTC
    std::shared_ptr<Hsm> hsm_;
    std::unique_ptr<Authority> authority_;
};

TEST_F(RecordTest, vietnamese_text_can_be_extracted_letter_by_letter)
{
    const auto text = textOf(makeRecord(facts(Language::Vietnamese)).value());
    for (const char *expected :
         {"CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BIÊN BẢN NGHIỆM THU",
          "NT-2026-000042", "ngày 22 tháng 11 năm 2026", "Nguyễn Thị Hoà", "079 •••••• 418", "22/11/2026",
          "22/11/2029", "Lập tự động",
          "Văn bản này được lập trong môi trường thử nghiệm và không có giá trị pháp lý.",
          "SANDBOX – no legal value"})
        EXPECT_NE(text.find(expected), std::string::npos) << expected << "\n" << text;
}

TEST_F(RecordTest, english_record_says_it_is_worth_nothing)
{
    const auto text = textOf(makeRecord(facts(Language::English)).value());
    for (const char *expected : {"ACCEPTANCE RECORD", "22 November 2026", "Made automatically",
                                 "This document was made in a test environment and has no legal value."})
        EXPECT_NE(text.find(expected), std::string::npos) << expected << "\n" << text;
}

TEST_F(RecordTest, whole_id_number_is_nowhere_in_the_record)
{
    EXPECT_EQ(textOf(makeRecord(facts(Language::Vietnamese)).value()).find("079162001418"),
              std::string::npos);
}

TEST_F(RecordTest, serial_of_the_certificate_stands_in_groups_of_four)
{
    const auto about = facts(Language::Vietnamese);
    const auto text = textOf(makeRecord(about).value());
    EXPECT_NE(
        text.find(about.certificate.serial().substr(0, 4) + " " + about.certificate.serial().substr(4, 4)),
        std::string::npos);
}

TEST_F(RecordTest, every_font_is_embedded)
{
    const auto file = folder_.write("record.pdf", makeRecord(facts(Language::Vietnamese)).value());
    const auto fonts = runTool("pdffonts '" + file.string() + "'");
    EXPECT_EQ(fonts.exitCode, 0);
    std::istringstream lines(fonts.output);
    std::string line;
    std::getline(lines, line);
    std::getline(lines, line);
    int count = 0;
    while (std::getline(lines, line)) {
        ++count;
        EXPECT_NE(line.find("NotoSerif"), std::string::npos) << line;
        EXPECT_TRUE(std::regex_search(line, std::regex("yes +(yes|no) +yes +[0-9]+")))
            << line; // embedded, any subset, Unicode
    }
    EXPECT_GE(count, 2);
}

TEST_F(RecordTest, record_has_two_pages_and_can_be_shown)
{
    const auto shown = pdf::checkShowable(makeRecord(facts(Language::Vietnamese)).value());
    ASSERT_TRUE(shown) << shown.error().detail;
    EXPECT_EQ(shown->pages, 2);
    EXPECT_EQ(shown->language, "vi");
    EXPECT_EQ(shown->title, "Biên bản nghiệm thu NT-2026-000042");
}

TEST_F(RecordTest, record_waits_for_exactly_one_signature)
{
    const auto record = makeRecord(facts(Language::English)).value();
    const auto slot = pdf::findPreparedSlot(record);
    ASSERT_TRUE(slot) << slot.error().detail;
    EXPECT_EQ(slot->contentsEnd - slot->contentsStart, 2 * pdf::signatureRoom + 2);
}

TEST_F(RecordTest, worker_threads_may_draw)
{
    const auto about = facts(Language::Vietnamese);
    Bytes first;
    Bytes second;
    std::thread one([&] { first = makeRecord(about).value(); });
    std::thread two([&] { second = makeRecord(about).value(); });
    one.join();
    two.join();
    EXPECT_EQ(textOf(first), textOf(second));
}

TEST_F(RecordTest, level_of_the_device_key_is_named_and_an_unknown_one_is_not_flattered)
{
    const auto textWith = [&](const std::string &level) {
        auto about = facts(Language::English);
        about.keyLevel = level;
        return textOf(makeRecord(about).value());
    };
    EXPECT_NE(textWith("software").find("Software (test environment only)"), std::string::npos);
    EXPECT_NE(textWith("tee").find("Trusted execution environment"), std::string::npos);
    for (const auto *level : {"", "TEE", "anything"}) {
        const auto text = textWith(level);
        EXPECT_NE(text.find("Unknown"), std::string::npos) << text;
        EXPECT_EQ(text.find("Trusted"), std::string::npos) << text;
    }
}

TEST_F(RecordTest, longest_name_stays_in_the_frame_of_the_signature)
{
    const std::string name(64, 'W');
    double top = 1000;
    for (const auto &word : wordsOf(makeRecord(facts(Language::Vietnamese, name)).value())) {
        if (word.page != 2 || word.text.find("WWW") == std::string::npos)
            continue;
        EXPECT_GE(word.left, 71);
        EXPECT_LE(word.right, 71 + 220);
        EXPECT_LE(word.bottom, 498 + 118);
        top = std::min(top, word.top);
    }
    EXPECT_LT(top, 580) << "several lines";
    EXPECT_GE(top, 498);
}

TEST_F(RecordTest, longest_facts_stay_on_the_paper_and_above_the_foot_of_the_page)
{
    for (const auto language : {Language::Vietnamese, Language::English}) {
        auto about = facts(language, std::string(64, 'W'));
        about.device = std::string(128, 'W') + " · " + std::string(128, 'W');
        std::size_t letters = 0;
        int rows = 0;
        for (const auto &word : wordsOf(makeRecord(about).value())) {
            EXPECT_LE(word.right, 595 - 71 + 1) << word.text;
            if (word.page != 1)
                continue;
            const bool foot = word.top > 790;
            EXPECT_TRUE(foot || word.bottom <= 788) << word.text;
            letters += static_cast<std::size_t>(std::ranges::count(word.text, 'W'));
            rows += !foot && word.text == "SHA-256" ? 1 : 0;
        }
        EXPECT_EQ(letters, 80U + 2U * 64) << "of device, party and subject";
        EXPECT_EQ(rows, 1) << "the last row of the page";
    }
}

TEST_F(RecordTest, markup_in_a_name_is_text)
{
    const auto text = textOf(makeRecord(facts(Language::Vietnamese, "Lê <b>& Văn")).value());
    EXPECT_NE(text.find("Lê <b>& Văn"), std::string::npos) << text;
}

TEST_F(RecordTest, letters_taken_apart_are_put_together)
{
    const auto text = textOf(
        makeRecord(facts(Language::Vietnamese, "Nguye\xCC\x82\xCC\x83n Thi\xCC\xA3 Hoa\xCC\x80")).value());
    EXPECT_NE(text.find("Nguyễn Thị Hoà"), std::string::npos) << text;
}

} // namespace
} // namespace smartca::sandbox

int main(int count, char **arguments)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(count, arguments);
    testing::InitGoogleTest(&count, arguments);
    return RUN_ALL_TESTS();
}
