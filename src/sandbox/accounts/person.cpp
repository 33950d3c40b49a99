// SPDX-License-Identifier: Apache-2.0
#include "sandbox/accounts/person.h"

#include "base/json.h"
#include "base/text.h"
#include "protocol/activation_input.h"
#include "protocol/vietnamese_letters.h"
#include "sandbox/accounts/refusals.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <chrono>

namespace smartca::sandbox {

namespace {

std::string digitsOf(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), isDigit);
    return digits;
}

/// What the name in a certificate may have, in characters (RFC 5280, ub-common-name).
constexpr int nameMost = 64;

/// Letters of the Latin script with what stands between them, as in an identity card or a passport: the fonts
/// of the record have them all, and nothing in them turns a line or the direction of writing. Composed (NFC),
/// because what was typed otherwise is not found again.
bool isOfNames(char32_t point)
{
    if (point < 0x80) {
        const char c = static_cast<char>(point);
        return isDigit(c) || std::isalpha(static_cast<unsigned char>(c)) != 0 ||
               std::string_view(" '-.,&()/").find(c) != std::string_view::npos;
    }
    const bool latin = point >= 0x00C0 && point <= 0x024F && point != 0x00D7 && point != 0x00F7;
    const bool vietnamese = point >= 0x1E00 && point <= 0x1EFF;
    constexpr char32_t apostrophe = 0x2019;
    return latin || vietnamese || point == apostrophe;
}

Outcome checkName(const std::string &name)
{
    if (name.empty() || !isUtf8(name) || trimmed(name) != name || name.find("  ") != std::string::npos)
        return tl::unexpected(inputInvalid("name", "words with one space between them, in UTF-8"));
    int length = 0;
    for (std::string_view rest = name; !rest.empty(); ++length) {
        if (!isOfNames(protocol::takeCodePoint(rest)))
            return tl::unexpected(inputInvalid(
                "name", "only composed (NFC) letters of the Latin script, as in an identity document"));
    }
    if (length > nameMost)
        return tl::unexpected(inputInvalid("name", "at most 64 characters, as in a certificate"));
    return {};
}

/// The addr-spec people have (RFC 5321 dot-string), and nothing that could end a header or begin a second
/// address.
Outcome checkEmail(const std::string &email)
{
    constexpr std::string_view localSpecials = "!#$%&'*+-/=?^_`{|}~.";
    const auto alphanumeric = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 && static_cast<unsigned char>(c) < 0x80;
    };
    const auto at = email.rfind('@');
    bool good = at != std::string::npos && at > 0 && at <= 64 && email.size() <= 254 && at + 3 < email.size();
    for (std::size_t index = 0; good && index < email.size(); ++index) {
        const char c = email[index];
        if (index < at)
            good = alphanumeric(c) || localSpecials.find(c) != std::string_view::npos;
        else if (index > at)
            good = alphanumeric(c) || c == '-' || c == '.';
    }
    if (!good)
        return tl::unexpected(inputInvalid("email", "not an e-mail address"));
    return {};
}

Outcome checkPhone(const std::string &phone)
{
    const auto count = digitsOf(phone).size();
    const bool known = std::ranges::all_of(
        phone, [](char c) { return isDigit(c) || c == '+' || c == ' ' || c == '.' || c == '-'; });
    if (!known || count < 6 || count > 15)
        return tl::unexpected(inputInvalid("phone", "6 to 15 digits"));
    return {};
}

std::optional<std::chrono::year_month_day> parsedDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto number = [&](std::size_t from, std::size_t length) {
        int value = -1;
        const char *end = text.data() + from + length;
        const auto [stop, error] = std::from_chars(text.data() + from, end, value);
        return error == std::errc{} && stop == end ? value : -1;
    };
    const std::chrono::year_month_day date{std::chrono::year(number(0, 4)),
                                           std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                           std::chrono::day(static_cast<unsigned>(number(8, 2)))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

Outcome checkBirthday(const std::string &birthday, UtcTime now)
{
    if (birthday.empty())
        return {};
    const auto date = parsedDate(birthday);
    if (!date)
        return tl::unexpected(inputInvalid("birthday", "YYYY-MM-DD"));
    constexpr std::chrono::year earliest(1900);
    if (std::chrono::sys_days(*date) > now || date->year() < earliest)
        return tl::unexpected(inputInvalid("birthday", "a day that a living person was born on"));
    return {};
}

} // namespace

Outcome checkPerson(const Person &person, UtcTime now)
{
    const auto normalised = protocol::normalisedUsername(person.username);
    if (normalised.empty() || normalised.text() != person.username)
        return tl::unexpected(inputInvalid("username", "an id number, passport number or tax code"));
    SMARTCA_CHECK(checkName(person.name));
    SMARTCA_CHECK(checkEmail(person.email));
    SMARTCA_CHECK(checkPhone(person.phone));
    SMARTCA_CHECK(checkBirthday(person.birthday, now));
    const bool plain = std::ranges::all_of(
        person.idNumber, [](char c) { return isDigit(c) || (c >= 'A' && c <= 'Z') || c == '-'; });
    if (!plain || person.idNumber.size() > 20)
        return tl::unexpected(inputInvalid("id-number", "at most 20 digits and capital letters"));
    return {};
}

SecretBytes toSecret(const Person &person)
{
    const Json json = {{"username", person.username},
                       {"name", person.name},
                       {"email", person.email},
                       {"phone", person.phone},
                       {"birthday", person.birthday},
                       {"idNumber", person.idNumber},
                       {"language", tagOf(person.language)}};
    auto text = toText(json);
    auto secret = SecretBytes::fromText(text);
    wipe(text.data(), text.size());
    return secret;
}

Result<Person> personFrom(const SecretBytes &secret)
{
    SMARTCA_TRY(const auto json, parseJson(secret.text()));
    JsonObject object(json, "person");
    Person person{.username = object.text("username", 1, 64),
                  .name = object.text("name", 1, 160),
                  .email = object.text("email", 1, 254),
                  .phone = object.text("phone", 0, 32),
                  .birthday = object.text("birthday", 0, 10),
                  .idNumber = object.text("idNumber", 0, 20),
                  .language = languageFromTag(object.text("language", 2, 2))};
    return object.finish(std::move(person));
}

std::vector<SecretBytes> avoidStrings(const Person &person)
{
    std::vector<SecretBytes> all;
    const auto add = [&all](std::string digits) {
        const bool there = std::ranges::any_of(all, [&](const auto &one) { return one.text() == digits; });
        if (digits.size() >= 6 && !there)
            all.push_back(SecretBytes::fromText(digits));
        wipe(digits.data(), digits.size());
    };
    auto phone = digitsOf(person.phone);
    if (phone.starts_with("84") && phone.size() > 9)
        phone = "0" + phone.substr(2);
    add(phone);
    if (phone.starts_with("0"))
        add("84" + phone.substr(1));
    add(digitsOf(person.username));
    add(digitsOf(person.idNumber));
    if (parsedDate(person.birthday)) {
        const std::string_view birthday = person.birthday;
        const auto year = birthday.substr(0, 4);
        const auto shortYear = year.substr(2);
        const auto month = birthday.substr(5, 2);
        const auto day = birthday.substr(8, 2);
        const std::vector<std::vector<std::string_view>> orders{{day, month, year},
                                                                {month, day, year},
                                                                {year, month, day},
                                                                {year, day, month},
                                                                {day, month, shortYear},
                                                                {month, day, shortYear},
                                                                {shortYear, month, day},
                                                                {shortYear, day, month},
                                                                {day, shortYear, month},
                                                                {month, shortYear, day},
                                                                {month, year},
                                                                {year, month},
                                                                {day, year},
                                                                {year, day}};
        for (const auto &order : orders) {
            std::string text;
            for (const auto part : order)
                text += part;
            add(text);
        }
    }
    return all;
}

std::string maskedNumber(std::string_view number)
{
    if (number.size() <= 4)
        return std::string(number.empty() ? "" : "••••");
    const std::size_t shown = number.size() >= 9 ? 3 : 1;
    std::string masked(number.substr(0, shown));
    for (std::size_t at = shown; at < number.size() - shown; ++at)
        masked += "•";
    return masked.append(number.substr(number.size() - shown));
}

std::string maskedEmail(std::string_view email)
{
    const auto at = email.rfind('@');
    if (at == std::string_view::npos || at == 0)
        return {};
    return std::string(email.substr(0, 1)) + "•••" + std::string(email.substr(at));
}

} // namespace smartca::sandbox
