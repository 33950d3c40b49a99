// SPDX-License-Identifier: Apache-2.0
// The weak-PIN list as a function: about 116,000 of the million values, near the 10 % that Markert et al.
// (IEEE S&P 2020) found to be the best balance. The service never sees a PIN, so only this side can refuse
// one.
#include "client/vault.h"

#include <algorithm>
#include <array>

namespace smartca::client {
namespace {

using Digits = std::array<int, 6>;

constexpr int firstBirthYear = 1940;
constexpr int lastBirthYear = 2030;

bool isRepetition(const Digits &d)
{
    for (std::size_t i = 0; i + 2 < d.size(); ++i)
        if (d[i] == d[i + 1] && d[i + 1] == d[i + 2])
            return true;
    std::array<bool, 10> used{};
    for (const int digit : d)
        used[static_cast<std::size_t>(digit)] = true;
    return std::ranges::count(used, true) <= 2;
}

/// The same step (modulo ten) throughout, or four neighbours that count up or down.
bool isRun(const Digits &d)
{
    std::array<int, 5> steps{};
    for (std::size_t i = 0; i < steps.size(); ++i)
        steps[i] = (d[i + 1] - d[i] + 10) % 10;
    if (std::ranges::all_of(steps, [&](int step) { return step == steps[0]; }))
        return true;
    for (std::size_t i = 0; i + 2 < steps.size(); ++i)
        if ((steps[i] == 1 || steps[i] == 9) && steps[i] == steps[i + 1] && steps[i] == steps[i + 2])
            return true;
    return false;
}

/// ABCCBA, ABCABC, ABABAB, AABBCC.
bool isMirror(const Digits &d)
{
    const bool palindrome = d[0] == d[5] && d[1] == d[4] && d[2] == d[3];
    const bool twice = d[0] == d[3] && d[1] == d[4] && d[2] == d[5];
    const bool thrice = d[0] == d[2] && d[2] == d[4] && d[1] == d[3] && d[3] == d[5];
    const bool pairs = d[0] == d[1] && d[2] == d[3] && d[4] == d[5];
    return palindrome || twice || thrice || pairs;
}

/// Three keys in a line on the pad, in either direction.
bool isKeypadLine(int a, int b, int c)
{
    static constexpr std::array<std::array<int, 3>, 9> lines{
        {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}, {1, 4, 7}, {2, 5, 8}, {3, 6, 9}, {1, 5, 9}, {3, 5, 7}, {5, 8, 0}}};
    return std::ranges::any_of(lines, [&](const auto &line) {
        return line[1] == b && ((line[0] == a && line[2] == c) || (line[0] == c && line[2] == a));
    });
}

/// Two lines one after the other (147258), or two drawn in turns (142536).
bool isKeypadPattern(const Digits &d)
{
    return (isKeypadLine(d[0], d[1], d[2]) && isKeypadLine(d[3], d[4], d[5])) ||
           (isKeypadLine(d[0], d[2], d[4]) && isKeypadLine(d[1], d[3], d[5]));
}

bool isDayOfYear(int day, int month)
{
    static constexpr std::array<int, 12> days{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month >= 1 && month <= 12 && day >= 1 && day <= days[static_cast<std::size_t>(month - 1)];
}

bool isYear(int year)
{
    return year >= firstBirthYear && year <= lastBirthYear;
}

bool isTwoDigitYear(int year)
{
    return isYear(1900 + year) || isYear(2000 + year);
}

/// DDMMYY, YYMMDD, YYYY with two more digits before or behind.
bool isDate(const Digits &d)
{
    const int a = d[0] * 10 + d[1];
    const int b = d[2] * 10 + d[3];
    const int c = d[4] * 10 + d[5];
    return (isDayOfYear(a, b) && isTwoDigitYear(c)) || (isDayOfYear(c, b) && isTwoDigitYear(a)) ||
           isYear(a * 100 + b) || isYear(b * 100 + c);
}

/// What every list of leaked PINs has on top and no rule above finds: lucky numbers, number words, keypad
/// words.
bool isCommon(std::string_view pin)
{
    static constexpr std::array<std::string_view, 16> common{
        "521314", "131452", "159263", "147896", "113115", "686879", "797968", "393979",
        "102938", "564738", "246813", "112358", "314159", "141592", "271828", "836547"};
    return std::ranges::find(common, pin) != common.end();
}

/// Part of one of the person's own numbers, forwards or backwards; a short own number inside the PIN counts
/// as well.
bool isOwnDigits(std::string_view pin, const std::vector<SecretBytes> &avoid)
{
    std::array<char, 6> turned{};
    std::ranges::copy(pin, turned.rbegin());
    const std::string_view backwards(turned.data(), turned.size());
    const bool found = std::ranges::any_of(avoid, [&](const SecretBytes &own) {
        if (own.size() < 4)
            return false;
        if (own.size() < pin.size())
            return pin.find(own.text()) != std::string_view::npos;
        return own.text().find(pin) != std::string_view::npos ||
               own.text().find(backwards) != std::string_view::npos;
    });
    smartca::wipe(turned.data(), turned.size());
    return found;
}

std::optional<PinRule> weaknessOf(const Digits &digits, std::string_view pin,
                                  const std::vector<SecretBytes> &avoid)
{
    if (isRepetition(digits))
        return PinRule::Repetition;
    if (isRun(digits))
        return PinRule::Run;
    if (isMirror(digits))
        return PinRule::Mirror;
    if (isKeypadPattern(digits))
        return PinRule::KeypadPattern;
    if (isOwnDigits(pin, avoid))
        return PinRule::OwnDigits;
    if (isDate(digits))
        return PinRule::Date;
    if (isCommon(pin))
        return PinRule::Common;
    return std::nullopt;
}

} // namespace

std::optional<PinRule> weakness(std::string_view sixDigits, const std::vector<SecretBytes> &avoid)
{
    Digits digits{};
    if (sixDigits.size() != digits.size())
        return PinRule::Repetition; // what is no PIN at all is never taken for a good one
    for (std::size_t i = 0; i < digits.size(); ++i) {
        digits[i] = sixDigits[i] - '0';
        if (digits[i] < 0 || digits[i] > 9)
            return PinRule::Repetition;
    }
    const auto rule = weaknessOf(digits, sixDigits, avoid);
    smartca::wipe(digits.data(), sizeof digits);
    return rule;
}

} // namespace smartca::client
