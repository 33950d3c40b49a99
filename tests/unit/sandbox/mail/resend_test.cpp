// SPDX-License-Identifier: Apache-2.0
#include "rooms_under_test.h"
#include "sandbox/mail/resend.h"

#include <gtest/gtest.h>

namespace smartca::sandbox {
namespace {

constexpr std::string_view user = "079162001418";
constexpr std::string_view stranger = "001090000001";

class ResendTest : public testing::Test {
protected:
    void ask(std::string_view username)
    {
        const auto key = rooms_.accounts->usernameKey(username).value();
        EXPECT_TRUE(rooms_.database->transact([&](Session &session) -> Outcome {
            requestResend(session, key, rooms_.clock.now());
            return {};
        }));
    }
    [[nodiscard]] int orders() const
    {
        return rooms_.database
            ->read([](Session &session) -> Result<int> {
                int count = 0;
                session << "SELECT COUNT(*) FROM mail_order", soci::into(count);
                return count;
            })
            .value();
    }

    RoomsUnderTest rooms_;
    Subscriber hoa_ = rooms_.accounts->add(RoomsUnderTest::hoa()).value();
};

TEST_F(ResendTest, orders_one_mail_a_minute)
{
    ask(user);
    rooms_.clock.advance(Seconds{59});
    ask(user);
    EXPECT_EQ(orders(), 1);
    rooms_.clock.advance(Seconds{1});
    ask(user);
    EXPECT_EQ(orders(), 2);
}

TEST_F(ResendTest, orders_five_mails_a_day_and_more_the_next)
{
    for (int i = 0; i < 10; ++i) {
        ask(user);
        rooms_.clock.advance(Seconds{120});
    }
    EXPECT_EQ(orders(), 5);
    rooms_.clock.advance(Seconds{24 * 3600});
    ask(user);
    EXPECT_EQ(orders(), 6);
}

TEST_F(ResendTest, orders_nothing_for_a_stranger)
{
    ask(stranger);
    ask("no username at all");
    ask("");
    EXPECT_EQ(orders(), 0);
}

TEST_F(ResendTest, costs_the_same_statements_for_everybody_granted_or_not)
{
    const auto cost = [&](std::string_view username) {
        const auto before = rooms_.database->statementCount();
        ask(username);
        return rooms_.database->statementCount() - before;
    };
    for (int i = 0; i < 7; ++i) {
        const auto known = cost(user);
        EXPECT_EQ(known, cost(stranger));
        EXPECT_EQ(known, cost("no username at all"));
        rooms_.clock.advance(Seconds{i % 2 == 0 ? 10 : 120});
    }
}

TEST_F(ResendTest, forgets_the_wishes_of_an_account_as_it_does_a_strangers)
{
    ask(user);
    ASSERT_TRUE(rooms_.database->transact([&](Session &session) -> Outcome {
        const int many = namesRemembered;
        const auto at = toUnixSeconds(rooms_.clock.now()) + 1;
        session << "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :many) "
                   "INSERT INTO mail_wish (username_key, day, today, at) SELECT randomblob(32), 0, 1, :at "
                   "FROM n",
            soci::use(many), soci::use(at);
        return {};
    }));
    ask(stranger);
    ask(user);
    EXPECT_EQ(orders(), 2);
}

TEST_F(ResendTest, opens_typing_again_for_a_stranger_too)
{
    for (const auto name : {user, stranger})
        for (int i = 0; i < 6; ++i)
            (void)rooms_.redeemed(name, "00000000", "", "device-1");
    ask(user);
    ask(stranger);
    const auto known = rooms_.redeemed(user, "00000000", "", "device-1").refused;
    EXPECT_EQ(known, rooms_.redeemed(stranger, "00000000", "", "device-1").refused);
    EXPECT_EQ(known->facts.triesLeft, 4);
}

} // namespace
} // namespace smartca::sandbox
