// SPDX-License-Identifier: Apache-2.0
#include "base/failure_catalogue.h"

#include "base/display.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace smartca {
namespace {

struct RuleText {
    PinRule rule;
    Bilingual text;
};

constexpr RuleText ruleTexts[] = {
    {PinRule::Repetition, {"Mã lặp lại ít chữ số.", "It repeats few digits."}},
    {PinRule::Run, {"Các số liền nhau thường bị thử đầu tiên.", "Consecutive digits are tried first."}},
    {PinRule::Date, {"Mã là một ngày tháng.", "It is a date."}},
    {PinRule::KeypadPattern, {"Mã đi theo một đường trên bàn phím.", "It follows a line on the keypad."}},
    {PinRule::Mirror, {"Mã lặp lại hoặc đối xứng.", "It is mirrored or repeated."}},
    {PinRule::OwnDigits,
     {"Mã nằm trong số điện thoại, số căn cước hoặc ngày sinh của Quý khách.",
      "It is part of your phone number, id number or birthday."}},
    {PinRule::Common, {"Mã này được nhiều người dùng.", "Many people use this PIN."}},
};

/// "10:17, 22/11/2026" on the person's clock, in both languages.
std::string timeText(UtcTime time, Seconds utcOffset)
{
    const auto t = civilTime(time, utcOffset);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d, %02u/%02u/%04d", t.hour, t.minute, t.day, t.month,
                  t.year);
    return text.data();
}

std::optional<std::string> valueOf(std::string_view name, const FailureFacts &facts, Language language,
                                   Seconds utcOffset)
{
    const auto number = [](const std::optional<int> &value) {
        return value ? std::optional(std::to_string(*value)) : std::nullopt;
    };
    const auto duration = [&](const std::optional<Seconds> &value) {
        return value ? std::optional(durationText(*value, language)) : std::nullopt;
    };
    if (name == "triesLeft")
        return number(facts.triesLeft);
    if (name == "triesUntilBlocked")
        return number(facts.triesUntilBlocked);
    if (name == "retryAfter")
        return duration(facts.retryAfter);
    // A next lock of no time is none: the wrong PIN after those left blocks for good (docs/protocol.md §2.5).
    const bool blocksNext = facts.nextLock == Seconds::zero();
    if (name == "nextLock")
        return blocksNext ? std::nullopt : duration(facts.nextLock);
    if (name == "lastTries")
        return blocksNext ? number(facts.triesUntilBlocked) : std::nullopt;
    if (name == "at")
        return facts.at ? std::optional(timeText(*facts.at, utcOffset)) : std::nullopt;
    if (name == "subject")
        return facts.subject;
    constexpr std::string_view onlyOf = "subject=";
    if (name.starts_with(onlyOf))
        return facts.subject == name.substr(onlyOf.size()) ? std::optional(std::string()) : std::nullopt;
    if (name == "pinRule") {
        const auto rule = facts.pinRule.value_or(PinRule::Common);
        return std::string(ruleTexts[static_cast<std::size_t>(rule)].text.in(language));
    }
    return std::nullopt;
}

/// Fills {names}; of a [passage|another] stays the first that has a value for each of its names.
std::string filled(std::string_view pattern, const FailureFacts &facts, Language language, Seconds utcOffset)
{
    std::string text;
    std::size_t passageStart = std::string::npos;
    bool complete = true;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '[') {
            passageStart = text.size();
            complete = true;
        } else if (pattern[i] == '|' || pattern[i] == ']') {
            if (complete)
                i = pattern.find(']', i);
            else
                text.resize(passageStart);
            complete = true;
        } else if (pattern[i] == '{') {
            const auto end = pattern.find('}', i);
            const auto value = valueOf(pattern.substr(i + 1, end - i - 1), facts, language, utcOffset);
            complete = complete && value.has_value();
            text += value.value_or(std::string());
            i = end;
        } else {
            text += pattern[i];
        }
    }
    return trimmed(text);
}

/// Every family's entries, in the order of FailureCode.
std::vector<const FailureEntry *> entriesByCode()
{
    std::vector<const FailureEntry *> entries;
    for (const auto family : {activationFailures(), secretFailures(), deviceFailures(), serviceFailures(),
                              signingFailures(), protocolFailures()})
        for (const auto &entry : family)
            entries.push_back(&entry);
    std::sort(entries.begin(), entries.end(), [](const auto *a, const auto *b) { return a->code < b->code; });
    return entries;
}

} // namespace

const FailureEntry &catalogueEntry(FailureCode code)
{
    static const auto entries = entriesByCode();
    return *entries.at(static_cast<std::size_t>(code));
}

FailureText describe(const Failure &failure, Language language, Seconds utcOffset)
{
    const auto &entry = catalogueEntry(failure.code);
    const auto fill = [&](const Bilingual &text) {
        return filled(text.in(language), failure.facts, language, utcOffset);
    };
    return {.title = fill(entry.title), .why = fill(entry.why), .action = fill(entry.action)};
}

FailureText describeForCommandLine(const Failure &failure, Language language)
{
    auto text = describe(failure, language, vietnamOffset);
    if (const auto &action = catalogueEntry(failure.code).commandLine)
        text.action = filled(action->in(language), failure.facts, language, vietnamOffset);
    return text;
}

std::optional<std::string> integratorNote(const Failure &failure, Language language)
{
    // The client tells most breaches of the protocol as a refused request that names the code it was.
    const auto named = failure.code == FailureCode::RequestRefused && failure.facts.subject
                           ? failureCodeFromText(*failure.facts.subject)
                           : std::nullopt;
    const auto &note = catalogueEntry(named.value_or(failure.code)).integrators;
    if (!note)
        return std::nullopt;
    const auto facts = named ? FailureFacts{} : failure.facts;
    const auto fill = [&](const Bilingual &text) {
        return filled(text.in(language), facts, language, Seconds{});
    };
    return fill(note->why) + ' ' + fill(note->action);
}

} // namespace smartca
