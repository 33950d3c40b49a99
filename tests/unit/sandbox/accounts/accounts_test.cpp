// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "rooms_under_test.h"

#include <gtest/gtest.h>

#include <fstream>

namespace smartca::sandbox {
namespace {

class AccountsTest : public testing::Test {
protected:
    RoomsUnderTest rooms_;
};

TEST_F(AccountsTest, a_subscriber_is_found_by_the_username_as_typed)
{
    const auto added = rooms_.accounts->add(RoomsUnderTest::hoa());
    ASSERT_TRUE(added) << added.error().detail;
    for (const auto *typed : {"079162001418", " 079 162 001 418 ", "079.162.001.418"}) {
        const auto found = rooms_.accounts->find(typed);
        ASSERT_TRUE(found) << typed;
        EXPECT_EQ(found->id, added->id);
        EXPECT_EQ(found->person, RoomsUnderTest::hoa());
    }
}

TEST_F(AccountsTest, a_username_is_registered_once)
{
    ASSERT_TRUE(rooms_.accounts->add(RoomsUnderTest::hoa()));
    const auto again = rooms_.accounts->add(RoomsUnderTest::hoa());
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, FailureCode::InputInvalid);
    EXPECT_EQ(again.error().facts.subject, "username");
    EXPECT_EQ(rooms_.accounts->list()->size(), 1U);
}

TEST_F(AccountsTest, nobody_is_found_who_is_not_there)
{
    EXPECT_FALSE(rooms_.accounts->find("079162001418"));
    EXPECT_FALSE(rooms_.accounts->byId(1));
}

TEST_F(AccountsTest, what_runs_alongside_fails_with_the_registration)
{
    const auto added = rooms_.accounts->add(RoomsUnderTest::hoa(),
                                            [](Session &session, std::int64_t) { session << "no sql"; });
    EXPECT_FALSE(added);
    EXPECT_TRUE(rooms_.accounts->list()->empty());
}

TEST_F(AccountsTest, a_lock_is_seen_and_lifted)
{
    const auto id = rooms_.accounts->add(RoomsUnderTest::hoa())->id;
    for (const bool locked : {true, false}) {
        ASSERT_TRUE(rooms_.database->transact([&](Session &session) -> Outcome {
            Accounts::setLocked(session, id, locked);
            return {};
        }));
        EXPECT_EQ(rooms_.accounts->byId(id)->locked, locked);
    }
}

TEST_F(AccountsTest, the_database_holds_no_personal_data_and_no_code_in_any_spelling)
{
    const auto subscriber = rooms_.accounts->add(RoomsUnderTest::hoa()).value();
    const auto code = rooms_.freshCode(subscriber);
    rooms_.database.reset();
    std::string content;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(rooms_.folder)) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream in(entry.path(), std::ios::binary);
        content.append(std::istreambuf_iterator<char>(in), {});
    }
    ASSERT_GT(content.size(), 1000U);
    const auto person = RoomsUnderTest::hoa();
    for (const std::string &secret : std::vector<std::string>{
             person.username, person.name, person.email, std::string("912345678"), std::string("1962-04-13"),
             std::string(code.code.text()), std::string(code.token.text())}) {
        EXPECT_EQ(content.find(secret), std::string::npos) << secret;
        EXPECT_EQ(content.find(hexEncode(asBytes(secret))), std::string::npos) << secret;
        EXPECT_EQ(content.find(base64Encode(asBytes(secret))), std::string::npos) << secret;
        std::string wide;
        for (const char c : secret)
            wide += {c, '\0'};
        EXPECT_EQ(content.find(wide), std::string::npos) << secret;
    }
}

TEST_F(AccountsTest, a_row_moved_to_another_subscriber_does_not_open)
{
    auto other = RoomsUnderTest::hoa();
    other.username = other.idNumber = "001090000001";
    const auto first = rooms_.accounts->add(RoomsUnderTest::hoa())->id;
    const auto second = rooms_.accounts->add(other)->id;
    ASSERT_TRUE(rooms_.database->transact([&](Session &session) -> Outcome {
        session << "UPDATE subscriber SET person = (SELECT person FROM subscriber WHERE id = :first) WHERE "
                   "id = :second",
            soci::use(first), soci::use(second);
        return {};
    }));
    EXPECT_TRUE(rooms_.accounts->byId(first));
    EXPECT_FALSE(rooms_.accounts->byId(second));
}

} // namespace
} // namespace smartca::sandbox
