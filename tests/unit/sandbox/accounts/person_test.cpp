// SPDX-License-Identifier: Apache-2.0
#include "rooms_under_test.h"

#include <gtest/gtest.h>

namespace smartca::sandbox {
namespace {

std::string fieldRefused(const Person &person)
{
    const auto outcome = checkPerson(person, SystemClock().now());
    return outcome ? "" : outcome.error().facts.subject.value_or("?");
}

Person hoaWith(std::string Person::*field, std::string value)
{
    auto person = RoomsUnderTest::hoa();
    person.*field = std::move(value);
    return person;
}

TEST(Person, as_registered_is_taken)
{
    EXPECT_EQ(fieldRefused(RoomsUnderTest::hoa()), "");
    EXPECT_EQ(fieldRefused(hoaWith(&Person::birthday, "")), "");
    EXPECT_EQ(fieldRefused(hoaWith(&Person::username, "C1234567")), "");
    EXPECT_EQ(fieldRefused(hoaWith(&Person::username, "0101234567-001")), "");
}

TEST(Person, with_a_line_break_in_any_field_is_refused)
{
    for (auto field : {&Person::username, &Person::name, &Person::email, &Person::phone, &Person::birthday,
                       &Person::idNumber})
        for (const auto *tail : {"\r\nBcc: x@y.zz", "\n", "\r", "\t", "\x7f"}) {
            const auto person = hoaWith(field, RoomsUnderTest::hoa().*field + tail);
            EXPECT_NE(fieldRefused(person), "") << tail;
        }
}

TEST(Person, with_another_kind_of_username_is_refused)
{
    for (const auto *username :
         {"", "hoa", "07916200141", "0791620014189", "079162001418 ", "hoa@example.vn", "c1234567"})
        EXPECT_EQ(fieldRefused(hoaWith(&Person::username, username)), "username") << username;
}

TEST(Person, with_what_could_be_two_addresses_is_refused)
{
    for (const auto *email :
         {"", "hoa", "@example.vn", "hoa@", "hoa@x", "a@b.cc, c@d.ee", "<hoa@example.vn>", "hoa @example.vn",
          "\"a\"@b.cc", "hoa@exa mple.vn", "hoà@example.vn", "a@b@c.dd"})
        EXPECT_EQ(fieldRefused(hoaWith(&Person::email, email)), "email") << email;
}

TEST(Person, with_a_name_no_certificate_can_hold_is_refused)
{
    std::string longest = "Nguyễn";
    while (longest.size() - 2 < 64) // ễ has three octets
        longest += "a";
    EXPECT_EQ(fieldRefused(hoaWith(&Person::name, longest)), "");
    EXPECT_EQ(fieldRefused(hoaWith(&Person::name, longest + "a")), "name");
}

TEST(Person, with_a_name_that_no_font_of_ours_shows_or_that_turns_the_line_is_refused)
{
    for (const auto *name : {"李小龙", "Ω", "Hoà\xC2\x9b\x33\x31m", "Hoà\xE2\x80\xA8 Anh",
                             "Hoà\xE2\x80\xAE Anh", "Hoà\xE2\x80\x8B Anh", "Hoà×2", "Hoà  Anh", "<b>Hoà", ""})
        EXPECT_EQ(fieldRefused(hoaWith(&Person::name, name)), "name") << name;
    for (const auto *name :
         {"Nguyễn Thị Hoà", "ĐẶNG THỊ ƯỚC", "Seán O’Brien-Núñez", "Công ty A&B (Việt Nam)"})
        EXPECT_EQ(fieldRefused(hoaWith(&Person::name, name)), "") << name;
}

TEST(Person, with_a_birthday_to_come_is_refused)
{
    EXPECT_EQ(fieldRefused(hoaWith(&Person::birthday, "2999-02-20")), "birthday");
    EXPECT_EQ(fieldRefused(hoaWith(&Person::birthday, "1899-12-31")), "birthday");
    EXPECT_EQ(fieldRefused(hoaWith(&Person::birthday, "1900-01-01")), "");
}

TEST(Person, with_a_decomposed_name_is_refused)
{
    EXPECT_EQ(fieldRefused(hoaWith(&Person::name, "Nguye\xCC\x82\xCC\x83n")), "name");
    EXPECT_EQ(fieldRefused(hoaWith(&Person::name, "\xff")), "name");
    EXPECT_EQ(fieldRefused(hoaWith(&Person::name, " Hoà")), "name");
}

TEST(Person, born_on_no_day_is_refused)
{
    for (const auto *birthday :
         {"1962-02-30", "1962-13-01", "13-04-1962", "1962/04/13", "62-04-13", "1962-4-13"})
        EXPECT_EQ(fieldRefused(hoaWith(&Person::birthday, birthday)), "birthday") << birthday;
}

TEST(Person, comes_back_from_its_sealed_form)
{
    EXPECT_EQ(personFrom(toSecret(RoomsUnderTest::hoa())), RoomsUnderTest::hoa());
}

TEST(AvoidStrings, hold_phone_id_number_and_birthday_as_people_write_them)
{
    const auto all = avoidStrings(RoomsUnderTest::hoa());
    EXPECT_LE(all.size(), 32U);
    for (const auto *wanted :
         {"0912345678", "84912345678", "079162001418", "13041962", "19620413", "130462", "620413", "041962"})
        EXPECT_TRUE(std::ranges::any_of(all, [&](const auto &one) { return one.text() == wanted; }))
            << wanted;
}

TEST(AvoidStrings, are_the_same_for_a_phone_written_with_the_country_code)
{
    auto person = RoomsUnderTest::hoa();
    const auto local = avoidStrings(person);
    person.phone = "+84 912 345 678";
    const auto international = avoidStrings(person);
    EXPECT_EQ(local.size(), international.size());
    EXPECT_EQ(local.front().text(), international.front().text());
}

TEST(Masked, numbers_show_their_ends_alone)
{
    EXPECT_EQ(maskedNumber("079162001418"), "079••••••418");
    EXPECT_EQ(maskedNumber("1234"), "••••");
    EXPECT_EQ(maskedNumber(""), "");
    EXPECT_EQ(maskedEmail("hoa@example.vn"), "h•••@example.vn");
    EXPECT_EQ(maskedEmail("none"), "");
}

} // namespace
} // namespace smartca::sandbox
