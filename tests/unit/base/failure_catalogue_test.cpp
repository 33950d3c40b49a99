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

TEST(FailureCatalogue, says_what_happened_why_and_what_to_do_in_both_languages)
{
    for (const auto code : allFailureCodes())
        for (const auto language : {Language::Vietnamese, Language::English}) {
            const auto text = describe({.code = code, .detail = {}, .facts = {}}, language);
            for (const auto &part : {text.title, text.why, text.action}) {
                EXPECT_GT(part.size(), 5U) << codeText(code);
                EXPECT_TRUE(isUtf8(part)) << codeText(code);
                EXPECT_EQ(part.find_first_of("{}[]!"), std::string::npos) << codeText(code) << ": " << part;
            }
            EXPECT_FALSE(text.title.ends_with('.')) << codeText(code);
            EXPECT_TRUE(text.action.ends_with('.')) << codeText(code) << ": " << text.action;
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
    for (const auto code : allFailureCodes())
        for (const auto language : {Language::Vietnamese, Language::English}) {
            const auto action = describe({.code = code, .detail = {}, .facts = {}}, language).action;
            EXPECT_FALSE(instructionsIn(action).empty()) << codeText(code) << ": " << action;
        }
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

TEST(FailureCatalogue, leaves_how_many_tries_there_are_to_the_service)
{
    const std::regex counted("[0-9]+ (lần|times|tries)");
    for (const auto code : allFailureCodes())
        for (const auto language : {Language::Vietnamese, Language::English}) {
            const auto text = describe({.code = code, .detail = {}, .facts = {}}, language);
            for (const auto &part : {text.title, text.why, text.action})
                EXPECT_FALSE(std::regex_search(part, counted)) << codeText(code) << ": " << part;
        }
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
        for (const auto &text : {entry.title.vi, entry.why.vi, entry.action.vi})
            for (const auto *form : old)
                EXPECT_EQ(text.find(form), std::string_view::npos) << codeText(code) << ": " << form;
    }
}

} // namespace
} // namespace smartca
