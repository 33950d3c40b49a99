// SPDX-License-Identifier: Apache-2.0
#include "base/failure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <regex>

namespace smartca {
namespace {

TEST(FailureCatalogue, has_one_entry_for_each_code_in_the_order_of_the_codes)
{
    for (const auto code : allFailureCodes())
        EXPECT_EQ(catalogueEntry(code).code, code) << codeText(code);
}

Failure bareFailure(FailureCode code)
{
    return {.code = code, .detail = {}, .facts = {}};
}

Failure failureAbout(FailureCode code, std::string subject)
{
    auto failure = bareFailure(code);
    failure.facts.subject = std::move(subject);
    return failure;
}

/// Each code with nothing more known, and those whose text depends on what the subject is.
std::vector<Failure> everyFailure()
{
    std::vector<Failure> failures;
    for (const auto code : allFailureCodes())
        failures.push_back(bareFailure(code));
    for (const auto *reason : {"noHardware", "serviceMissing"})
        failures.push_back(failureAbout(FailureCode::BiometricMissing, reason));
    return failures;
}

/// As the screen says it, and as the command line does.
std::array<FailureText, 2> textsOf(const Failure &failure, Language language)
{
    return {describe(failure, language), describeForCommandLine(failure, language)};
}

TEST(FailureCatalogue, says_what_happened_why_and_what_to_do_in_both_languages)
{
    for (const auto &failure : everyFailure())
        for (const auto language : {Language::Vietnamese, Language::English})
            for (const auto &text : textsOf(failure, language)) {
                const auto code = codeText(failure.code);
                for (const auto &part : {text.title, text.why, text.action}) {
                    EXPECT_GT(part.size(), 5U) << code;
                    EXPECT_TRUE(isUtf8(part)) << code;
                    EXPECT_EQ(part.find_first_of("{}[]|!"), std::string::npos) << code << ": " << part;
                }
                EXPECT_FALSE(text.title.ends_with('.')) << code;
                EXPECT_TRUE(text.action.ends_with('.')) << code << ": " << text.action;
            }
}

/// Reassures, tells nothing to do.
bool onlyReassures(std::string_view sentence)
{
    constexpr std::array reassurances{"được giữ", "Không làm hai lần", "Chưa có gì",    "không tính là",
                                      "is kept",  "Nothing",           "does not count"};
    return std::any_of(reassurances.begin(), reassurances.end(), [sentence](std::string_view words) {
        return sentence.find(words) != std::string_view::npos;
    });
}

/// The sentences of a text that are more than a reassurance.
std::vector<std::string> instructionsIn(std::string_view text)
{
    std::vector<std::string> found;
    while (!text.empty()) {
        const auto length = std::min(text.find(". "), text.size());
        const auto sentence = text.substr(0, length);
        if (!onlyReassures(sentence))
            found.emplace_back(sentence);
        text.remove_prefix(std::min(length + 2, text.size()));
    }
    return found;
}

TEST(FailureCatalogue, says_what_to_do_even_when_nothing_more_is_known)
{
    for (const auto &failure : everyFailure())
        for (const auto language : {Language::Vietnamese, Language::English})
            for (const auto &text : textsOf(failure, language))
                EXPECT_FALSE(instructionsIn(text.action).empty())
                    << codeText(failure.code) << ": " << text.action;
}

TEST(FailureCatalogue, tells_the_command_line_nothing_that_only_a_screen_has)
{
    const std::regex ofTheScreen(
        "[Bb]ấm|[Pp]ress |nút|button|hình con mắt|\\beye\\b| ô |\\bfield|dưới|below|"
        "danh sách|\\blist\\b|\\b[Dd]án|[Pp]aste|giữ tay|[Qq]uay lại|[Cc]ome back|"
        "mở ứng dụng|đóng ứng dụng|mở lại|the app (again|may)|Gửi mã mới|Nhận mã mới|"
        "Send a new|Get a new");
    int own = 0;
    for (const auto &failure : everyFailure())
        for (const auto language : {Language::Vietnamese, Language::English}) {
            const auto action = describeForCommandLine(failure, language).action;
            EXPECT_FALSE(std::regex_search(action, ofTheScreen)) << codeText(failure.code) << ": " << action;
            own += std::regex_search(describe(failure, language).action, ofTheScreen) ? 1 : 0;
        }
    EXPECT_GT(own, 0);
}

TEST(FailureCatalogue, gives_the_command_line_an_action_of_its_own_with_the_same_numbers)
{
    auto wrong = bareFailure(FailureCode::ActivationDetailsWrong);
    wrong.facts.triesLeft = 4;
    EXPECT_EQ(
        describeForCommandLine(wrong, Language::Vietnamese).action,
        "Chạy lại lệnh với tên đăng nhập và mã trong email mới nhất. Còn 4 lần thử. Hết lượt, cần mã mới.");
    auto locked = bareFailure(FailureCode::PinLocked);
    locked.facts.at = fromUnixSeconds(1795317420); // 2026-11-22T03:17:00Z
    EXPECT_EQ(describeForCommandLine(locked, Language::English).action,
              "Run the command again with the PIN from 10:17, 22/11/2026 on. The record is kept.");
    const auto busy = bareFailure(FailureCode::ServiceBusy);
    EXPECT_EQ(describeForCommandLine(busy, Language::English).action,
              describe(busy, Language::English).action);
}

TEST(FailureCatalogue, names_on_the_command_line_the_length_that_the_policy_asks_of_a_password)
{
    EXPECT_EQ(describeForCommandLine(bareFailure(FailureCode::PasswordWeak), Language::English).action,
              "Choose one that keeps these rules, then run the command again.");
    EXPECT_EQ(describeForCommandLine(failureAbout(FailureCode::PasswordWeak, "10 to 30 characters"),
                                     Language::English)
                  .action,
              "Choose one of 10 to 30 characters that keeps these rules, then run the command again.");
    EXPECT_EQ(describeForCommandLine(failureAbout(FailureCode::PasswordWeak, "10 đến 30 ký tự"),
                                     Language::Vietnamese)
                  .action,
              "Chọn mật khẩu dài 10 đến 30 ký tự theo đúng các quy tắc này, rồi chạy lại lệnh.");
}

TEST(FailureCatalogue, says_of_a_missing_biometric_what_is_missing_where_that_is_known)
{
    const auto whyOf = [](std::string reason) {
        return describe(failureAbout(FailureCode::BiometricMissing, std::move(reason)), Language::English)
            .why;
    };
    EXPECT_EQ(whyOf("noHardware"),
              "Only a strong fingerprint or face can confirm; this device has no reader.");
    EXPECT_EQ(whyOf("serviceMissing"), "The fingerprint reader's software on this device does not answer.");
    const auto bare = describe(bareFailure(FailureCode::BiometricMissing), Language::English);
    EXPECT_EQ(bare.why, "Only a strong fingerprint or face can confirm; none is set up on this device.");
    for (const auto *reason : {"noneEnrolled", "weakOnly"})
        EXPECT_EQ(whyOf(reason), bare.why);
}

TEST(FailureCatalogue, says_how_long_to_wait_when_the_service_says_so)
{
    Failure busy{.code = FailureCode::ServiceBusy, .detail = {}, .facts = {}};
    EXPECT_EQ(describe(busy, Language::Vietnamese).action,
              "Thử lại sau vài phút. Thông tin đã nhập vẫn được giữ.");
    busy.facts.retryAfter = Seconds{30};
    EXPECT_EQ(describe(busy, Language::English).action,
              "It can be tried again in 30 seconds. What you entered is kept.");
}

TEST(FailureCatalogue, leaves_how_many_tries_and_characters_there_are_to_the_service)
{
    const std::regex counted("[0-9]+ (lần|times|tries|ký tự|characters)");
    for (const auto &failure : everyFailure())
        for (const auto language : {Language::Vietnamese, Language::English})
            for (const auto &text : textsOf(failure, language))
                for (const auto &part : {text.title, text.why, text.action})
                    EXPECT_FALSE(std::regex_search(part, counted)) << codeText(failure.code) << ": " << part;
}

TEST(FailureCatalogue, tells_a_subscriber_nothing_that_only_an_integrator_can_use)
{
    const std::regex technical(
        "JSON|HTTP|UUID|GET|DPoP|SAD|SHA|UTF|jti|Idempotency|docs/|aud,|\\{subject\\}");
    int notes = 0;
    for (const auto &failure : everyFailure()) {
        if (codeText(failure.code).starts_with("CLI")) // whoever types these commands feeds them JSON
            continue;
        for (const auto language : {Language::Vietnamese, Language::English}) {
            for (const auto &text : textsOf(failure, language))
                for (const auto &part : {text.title, text.why, text.action})
                    EXPECT_FALSE(std::regex_search(part, technical))
                        << codeText(failure.code) << ": " << part;
            notes += integratorNote(failure, language).has_value() ? 1 : 0;
        }
    }
    EXPECT_GT(notes, 0);
    const auto field = failureAbout(FailureCode::FieldInvalid, "pin");
    EXPECT_EQ(
        integratorNote(field, Language::English),
        "A field is missing, unknown or of the wrong type: pin. Send exactly the fields of the message in "
        "docs/protocol.md.");
    EXPECT_EQ(describe(field, Language::English).why, "The service did not accept what the app just sent.");
    Failure refused{.code = FailureCode::RequestRefused, .detail = {}, .facts = {}};
    EXPECT_FALSE(integratorNote(refused, Language::English));
    refused.facts.subject = "PRT-103";
    EXPECT_EQ(integratorNote(refused, Language::English),
              "A field is missing, unknown or of the wrong type. Send exactly the fields of the message in "
              "docs/protocol.md.");
    EXPECT_FALSE(
        integratorNote({.code = FailureCode::NoNetwork, .detail = {}, .facts = {}}, Language::English));
}

TEST(FailureCatalogue, leaves_out_what_is_not_known)
{
    const Failure bare{.code = FailureCode::ActivationDetailsWrong, .detail = {}, .facts = {}};
    EXPECT_EQ(describe(bare, Language::Vietnamese).action, "Hãy dán lại từ email mới nhất.");
    auto counted = bare;
    counted.facts.triesLeft = 4;
    EXPECT_EQ(describe(counted, Language::Vietnamese).action,
              "Hãy dán lại từ email mới nhất. Còn 4 lần thử. Hết lượt, cần mã mới.");
}

TEST(FailureCatalogue, says_times_on_the_persons_clock)
{
    Failure locked{.code = FailureCode::PinLocked, .detail = {}, .facts = {}};
    locked.facts.at = fromUnixSeconds(1795317420); // 2026-11-22T03:17:00Z
    EXPECT_EQ(describe(locked, Language::English).action,
              "It can be entered again at 10:17, 22/11/2026. The record is kept; the app may be closed.");
}

TEST(FailureCatalogue, says_durations_in_whole_units)
{
    Failure wrong{.code = FailureCode::PinWrong, .detail = {}, .facts = {}};
    wrong.facts.triesLeft = 2;
    wrong.facts.nextLock = Seconds{300};
    EXPECT_EQ(describe(wrong, Language::Vietnamese).why, "Còn 2 lần trước khi tạm khoá 5 phút.");
    wrong.facts.nextLock = Seconds{3 * 3600};
    EXPECT_EQ(describe(wrong, Language::English).why, "Tries left before a lock of 3 hours: 2.");
}

TEST(FailureCatalogue, says_that_the_last_round_of_a_pin_ends_for_good_and_not_in_a_lock)
{
    Failure wrong{.code = FailureCode::PinWrong, .detail = {}, .facts = {}};
    wrong.facts.triesLeft = 2;
    wrong.facts.triesUntilBlocked = 2;
    wrong.facts.nextLock = Seconds::zero();
    EXPECT_EQ(describe(wrong, Language::Vietnamese).why,
              "Còn 2 lần trước khi mã PIN bị khoá hẳn và khoá ký bị huỷ.");
    EXPECT_EQ(describe(wrong, Language::English).why,
              "Tries left before the PIN is blocked for good and the signing key destroyed: 2.");
    wrong.facts = {};
    EXPECT_EQ(describe(wrong, Language::English).why, "What was entered is not the PIN that was created.");
}

TEST(FailureCatalogue, uses_the_new_style_of_tone_marks)
{
    constexpr std::array old{"khóa", "xóa", "hòa", "tòa", "khỏe", "hủy", "ủy", "tùy", "thư điện tử", "bạn"};
    for (const auto code : allFailureCodes()) {
        const auto &entry = catalogueEntry(code);
        const auto commandLine = entry.commandLine.value_or(Bilingual{});
        for (const auto &text : {entry.title.vi, entry.why.vi, entry.action.vi, commandLine.vi})
            for (const auto *form : old)
                EXPECT_EQ(text.find(form), std::string_view::npos) << codeText(code) << ": " << form;
    }
}

} // namespace
} // namespace smartca
