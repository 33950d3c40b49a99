// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "cli/verification_text.h"
#include "cli/verify.h"
#include "fixtures/test_ca.h"
#include "unit/pdf/small_pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace smartca::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// What a run of the command said.
struct Said {
    int exitCode = 0;
    std::string output;
    std::string errors;
};

Said run(const VerifyOptions &options)
{
    std::ostringstream output;
    std::ostringstream errors;
    const int exitCode = verify(options, output, errors);
    return {exitCode, output.str(), errors.str()};
}

/// Root may read everything: while this lives, the process has the rights of no particular user.
class Nobody {
public:
    Nobody()
    {
        if (wasRoot_ && ::seteuid(65534) != 0)
            throw std::runtime_error("seteuid");
    }
    ~Nobody()
    {
        if (wasRoot_ && ::seteuid(0) != 0)
            std::abort();
    }
    Nobody(const Nobody &) = delete;
    Nobody &operator=(const Nobody &) = delete;

private:
    bool wasRoot_ = ::geteuid() == 0;
};

class verify_command : public ::testing::Test {
protected:
    verify_command() : ca_(fixtures::TestCa::make())
    {
        const auto prepared = pdf::testing::preparedPdf();
        const auto slot = pdf::findPreparedSlot(prepared).value();
        const auto cms = fixtures::signedData(ca_.subscriber, {ca_.issuing.certificate},
                                              pdf::digestAround(prepared, slot), &ca_.timeStampAuthority);
        good_ = pdf::fillSlot(prepared, slot, cms).value();
        options_.file = write("good.pdf", good_);
        options_.root = write("root.pem", asBytes(ca_.root.certificate.pem()));
        options_.timeStampRoot = write("tsa.pem", asBytes(ca_.timeStampRoot.certificate.pem()));
    }
    ~verify_command() override { std::filesystem::remove_all(folder_); }

    std::string write(const std::string &name, BytesView octets)
    {
        std::filesystem::create_directories(folder_);
        const auto path = folder_ / name;
        std::ofstream file(path, std::ios::binary);
        file.write(reinterpret_cast<const char *>(octets.data()),
                   static_cast<std::streamsize>(octets.size()));
        return path.string();
    }
    /// Each language tells the file and the reason.
    void expectUnusable(const std::string &inVietnamese, const std::string &inEnglish)
    {
        for (const auto &[language, words] :
             {std::pair(Language::Vietnamese, inVietnamese), std::pair(Language::English, inEnglish)}) {
            options_.language = language;
            const auto said = run(options_);
            EXPECT_EQ(said.exitCode, 2);
            EXPECT_THAT(said.errors, HasSubstr(words));
        }
    }

    fixtures::TestCa ca_;
    Bytes good_;
    VerifyOptions options_;

private:
    std::filesystem::path folder_ =
        std::filesystem::path(::testing::TempDir()) /
        ("smartca-cli-" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
};

TEST_F(verify_command, good_file_is_told_in_vietnamese_with_signer_time_and_integrity)
{
    const auto said = run(options_);
    EXPECT_EQ(said.exitCode, 0);
    EXPECT_THAT(said.output, StartsWith("CHỮ KÝ HỢP LỆ\n"));
    EXPECT_THAT(said.output, HasSubstr("Người ký:            Nguyễn Văn An\n"));
    EXPECT_THAT(said.output, HasSubstr("15:00:00, 22/11/2026 (giờ Việt Nam, theo dấu thời gian)"));
    EXPECT_THAT(said.output, HasSubstr("nguyên vẹn, không đổi từ khi ký"));
    EXPECT_THAT(said.output, HasSubstr("toàn bộ tài liệu"));
    EXPECT_THAT(said.output, HasSubstr("Nguyễn Văn An ← Test issuing CA ← Test document root (tin cậy)"));
    EXPECT_EQ(said.errors, "");
}

TEST_F(verify_command, good_file_is_told_in_english)
{
    options_.language = Language::English;
    const auto said = run(options_);
    EXPECT_EQ(said.exitCode, 0);
    EXPECT_THAT(said.output, StartsWith("THE SIGNATURE IS VALID\n"));
    EXPECT_THAT(said.output, HasSubstr("Vietnam time, by the time stamp"));
}

TEST_F(verify_command, changed_file_is_not_valid_and_says_why)
{
    options_.file = write("changed.pdf", pdf::testing::replaced(good_, "595 842", "595 843"));
    const auto said = run(options_);
    EXPECT_EQ(said.exitCode, 1);
    EXPECT_THAT(said.output, StartsWith("CHỮ KÝ KHÔNG HỢP LỆ\n"));
    EXPECT_THAT(said.output, HasSubstr("Nội dung tài liệu đã bị thay đổi sau khi ký."));
    EXPECT_THAT(said.output, Not(HasSubstr("nguyên vẹn, không đổi")));
}

TEST_F(verify_command, time_stamp_root_left_out_means_the_document_root)
{
    options_.timeStampRoot.reset();
    options_.json = true;
    const auto said = run(options_);
    EXPECT_EQ(said.exitCode, 1);
    EXPECT_EQ(parseJson(trimmed(said.output)).value()["problems"][0]["problem"], "timeStampWrong");
}

TEST_F(verify_command, json_says_the_same)
{
    options_.json = true;
    const auto said = run(options_);
    EXPECT_EQ(said.exitCode, 0);
    const auto json = parseJson(trimmed(said.output)).value();
    EXPECT_EQ(json["valid"], true);
    EXPECT_EQ(json["problems"].size(), 0U);
    EXPECT_EQ(json["signer"], "Nguyễn Văn An");
    EXPECT_EQ(json["serial"], ca_.subscriber.certificate.serial());
    EXPECT_EQ(json["signedAt"], "2026-11-22T08:00:00Z");
    EXPECT_EQ(json["wholeFileCovered"], true);
    EXPECT_EQ(json["path"].size(), 3U);
}

TEST_F(verify_command, root_may_be_der)
{
    options_.root = write("root.der", ca_.root.certificate.der());
    EXPECT_EQ(run(options_).exitCode, 0);
}

TEST_F(verify_command, file_that_is_no_pdf_is_not_valid)
{
    options_.file = write("text.pdf", asBytes("no PDF"));
    EXPECT_EQ(run(options_).exitCode, 1);
}

TEST_F(verify_command, missing_file_is_told_on_standard_error_with_its_code)
{
    options_.file += ".missing";
    const auto said = run(options_);
    EXPECT_EQ(said.exitCode, 2);
    EXPECT_EQ(said.output, "");
    EXPECT_THAT(said.errors, StartsWith("CLI-101: "));
    EXPECT_THAT(said.errors, HasSubstr("smartca-cli --help"));
    expectUnusable("good.pdf.missing (không có tệp này)", "good.pdf.missing (there is no such file)");
}

TEST_F(verify_command, folder_instead_of_a_file_cannot_be_read)
{
    options_.file = ::testing::TempDir();
    expectUnusable(options_.file + " (đây là thư mục, không phải tệp)",
                   options_.file + " (it is a folder, not a file)");
}

TEST_F(verify_command, file_of_somebody_else_is_told_to_lack_permission)
{
    std::filesystem::permissions(options_.file, std::filesystem::perms::none);
    const Nobody nobody;
    expectUnusable("good.pdf (không có quyền đọc tệp này)", "good.pdf (there is no permission to read it)");
}

TEST_F(verify_command, root_that_is_no_certificate_cannot_be_used)
{
    options_.root = options_.file;
    expectUnusable("good.pdf (tệp không chứa chứng thư số)", "good.pdf (it holds no certificate)");
}

TEST_F(verify_command, name_that_would_write_over_the_terminal_is_made_harmless)
{
    auto hostile = fixtures::issue(ca_.issuing, {.commonName = "Evil\x1b[2J\nCHỮ KÝ HỢP LỆ"});
    const auto prepared = pdf::testing::preparedPdf();
    const auto slot = pdf::findPreparedSlot(prepared).value();
    const auto cms = fixtures::signedData(hostile, {ca_.issuing.certificate},
                                          pdf::digestAround(prepared, slot), &ca_.timeStampAuthority);
    options_.file = write("hostile.pdf", pdf::fillSlot(prepared, slot, cms).value());
    EXPECT_THAT(run(options_).output, Not(HasSubstr("\x1b")));
    EXPECT_THAT(run(options_).output, HasSubstr("Evil?[2J?CHỮ KÝ HỢP LỆ\n"));
}

TEST_F(verify_command, name_that_a_terminal_obeys_or_hides_is_made_harmless)
{
    const std::string obeyed[] = {"\u009B", "\u0085", "\u2028", "\u202E",
                                  "\u2066", "\u200B", "\u061C", "\uFEFF"};
    std::string name = "Nguyễn Văn An";
    for (const auto &one : obeyed)
        name += one;
    const pdf::VerificationReport report{.signerName = name, .path = {name}};
    const auto text = verificationText(report, Language::English);
    for (const auto &one : obeyed)
        EXPECT_THAT(text, Not(HasSubstr(one)));
    EXPECT_THAT(text, HasSubstr("Nguyễn Văn An????????\n"));
}

TEST_F(verify_command, file_above_the_limit_is_too_large_and_not_damaged)
{
    auto large = good_;
    large.resize(5UL * 1024 * 1024, ' ');
    options_.file = write("large.pdf", large);
    options_.language = Language::English;
    const auto said = run(options_);
    EXPECT_EQ(said.exitCode, 1);
    EXPECT_THAT(said.output, HasSubstr("The file is larger than 4 MiB"));
    EXPECT_THAT(said.output, Not(HasSubstr("damaged")));
}

} // namespace
} // namespace smartca::cli
