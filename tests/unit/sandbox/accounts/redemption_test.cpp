// SPDX-License-Identifier: Apache-2.0
#include "protocol/activation_input.h"
#include "rooms_under_test.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>

namespace smartca::sandbox {
namespace {

constexpr std::string_view user = "079162001418";
constexpr std::string_view stranger = "001090000001";
constexpr std::string_view wrong = "00000000";

class RedemptionTest : public testing::Test {
protected:
    [[nodiscard]] std::string code() const { return std::string(code_.code.text()); }
    [[nodiscard]] std::string token() const { return std::string(code_.token.text()); }
    void inTransaction(const std::function<void(Session &)> &work)
    {
        ASSERT_TRUE(rooms_.database->transact([&](Session &session) -> Outcome {
            work(session);
            return {};
        }));
    }
    static FailureCode codeOf(const RedeemVerdict &verdict) { return verdict.refused.value().code; }

    RoomsUnderTest rooms_;
    Subscriber hoa_ = rooms_.accounts->add(RoomsUnderTest::hoa()).value();
    FreshCode code_ = rooms_.freshCode(hoa_);
};

TEST_F(RedemptionTest, the_right_code_binds_the_first_device)
{
    const auto verdict = rooms_.redeemed(user, code(), "", "device-1");
    ASSERT_FALSE(verdict.refused);
    EXPECT_TRUE(verdict.redemption.first);
    EXPECT_EQ(verdict.redemption.subscriber, hoa_.id);
    EXPECT_EQ(verdict.redemption.userId, hoa_.userId);
    EXPECT_EQ(rooms_.accounts->byId(hoa_.id)->state, AccountState::Activating);
}

TEST_F(RedemptionTest, the_same_device_gets_the_same_again_even_after_the_code_expired)
{
    const auto first = rooms_.redeemed(user, code(), "", "device-1");
    rooms_.clock.advance(Seconds{16 * 24 * 3600});
    const auto second = rooms_.redeemed(user, code(), "", "device-1");
    ASSERT_FALSE(second.refused);
    EXPECT_FALSE(second.redemption.first);
    EXPECT_EQ(second.redemption.code, first.redemption.code);
}

TEST_F(RedemptionTest, another_device_is_refused_by_code_and_by_token)
{
    ASSERT_FALSE(rooms_.redeemed(user, code(), "", "device-1").refused);
    EXPECT_EQ(codeOf(rooms_.redeemed(user, code(), "", "device-2")), FailureCode::CodeOnOtherDevice);
    EXPECT_EQ(codeOf(rooms_.redeemed(user, "", token(), "device-2")), FailureCode::CodeOnOtherDevice);
}

TEST_F(RedemptionTest, of_many_devices_at_once_one_wins)
{
    std::vector<std::thread> threads;
    std::atomic<int> winners = 0;
    for (int device = 0; device < 8; ++device)
        threads.emplace_back([&, device] {
            winners += rooms_.redeemed(user, code(), "", "device-" + std::to_string(device)).refused ? 0 : 1;
        });
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(winners, 1);
}

TEST_F(RedemptionTest, four_wrong_codes_count_down_and_the_fifth_closes_typing)
{
    for (int left = 4; left > 0; --left) {
        const auto verdict = rooms_.redeemed(user, wrong, "", "device-1");
        EXPECT_EQ(codeOf(verdict), FailureCode::ActivationDetailsWrong);
        EXPECT_EQ(verdict.refused->facts.triesLeft, left);
    }
    EXPECT_EQ(codeOf(rooms_.redeemed(user, wrong, "", "device-1")), FailureCode::CodeTypingClosed);
    EXPECT_EQ(codeOf(rooms_.redeemed(user, code(), "", "device-1")), FailureCode::CodeTypingClosed);
}

TEST_F(RedemptionTest, the_link_still_works_when_typing_is_closed)
{
    for (int i = 0; i < 6; ++i)
        (void)rooms_.redeemed(user, wrong, "", "stranger's device");
    EXPECT_FALSE(rooms_.redeemed(user, "", token(), "device-1").refused);
}

TEST_F(RedemptionTest, wrong_tokens_close_nobodys_typing)
{
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(codeOf(rooms_.redeemed(user, "", "AAAAAAAAAAAAAAAAAAAAAA", "device-1")),
                  FailureCode::ActivationDetailsWrong);
    EXPECT_FALSE(rooms_.redeemed(user, code(), "", "device-1").refused);
}

TEST_F(RedemptionTest, a_token_of_one_subscriber_opens_no_other_account)
{
    auto person = RoomsUnderTest::hoa();
    person.username = person.idNumber = stranger;
    ASSERT_TRUE(rooms_.accounts->add(person));
    EXPECT_EQ(codeOf(rooms_.redeemed(stranger, "", token(), "device-1")),
              FailureCode::ActivationDetailsWrong);
    EXPECT_EQ(codeOf(rooms_.redeemed(stranger, code(), "", "device-1")), FailureCode::ActivationDetailsWrong);
}

TEST_F(RedemptionTest, an_unknown_account_and_a_wrong_code_get_the_same_answers)
{
    for (int attempt = 0; attempt < 7; ++attempt)
        EXPECT_EQ(rooms_.redeemed(user, wrong, "", "device-1").refused,
                  rooms_.redeemed(stranger, wrong, "", "device-1").refused);
}

TEST_F(RedemptionTest, an_unknown_account_and_a_wrong_code_cost_the_same_statements)
{
    const auto cost = [&](std::string_view username, std::string_view typed, std::string_view link) {
        const auto before = rooms_.database->statementCount();
        (void)rooms_.redeemed(username, typed, link, "device-1");
        return rooms_.database->statementCount() - before;
    };
    for (int attempt = 0; attempt < 7; ++attempt)
        EXPECT_EQ(cost(user, wrong, ""), cost(stranger, wrong, "")) << attempt;
    EXPECT_EQ(cost(user, "", "AAAAAAAAAAAAAAAAAAAAAA"), cost(stranger, "", "AAAAAAAAAAAAAAAAAAAAAA"));
}

TEST_F(RedemptionTest, so_many_names_are_remembered_and_an_account_is_forgotten_as_a_stranger_is)
{
    (void)rooms_.redeemed(user, wrong, "", "device-1");
    (void)rooms_.redeemed(stranger, wrong, "", "device-1");
    rooms_.clock.advance(Seconds{60});
    inTransaction([&](Session &session) {
        const int many = namesRemembered - 1;
        const auto at = toUnixSeconds(rooms_.clock.now());
        session << "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :many) "
                   "INSERT INTO code_tries (username_key, wrong, at) SELECT randomblob(32), 1, :at FROM n",
            soci::use(many), soci::use(at);
    });
    (void)rooms_.redeemed("no username at all", wrong, "", "device-1");
    int rows = 0;
    inTransaction([&](Session &session) { session << "SELECT COUNT(*) FROM code_tries", soci::into(rows); });
    EXPECT_EQ(rows, namesRemembered);
    EXPECT_EQ(rooms_.redeemed(user, wrong, "", "device-1").refused->facts.triesLeft, 4);
    EXPECT_EQ(rooms_.redeemed(stranger, wrong, "", "device-1").refused->facts.triesLeft, 4);
}

TEST_F(RedemptionTest, a_folder_of_an_earlier_version_keeps_the_tries_that_were_counted)
{
    auto before = Accounts::migrations();
    before.steps.resize(1);
    const auto file = rooms_.folder / "earlier.db";
    const auto read = [](Session &session) -> Result<int> { return codeTriesLeft(session, {}); };
    ASSERT_TRUE(Database::open(file, {before}).value()->transact([](Session &session) -> Outcome {
        session << "INSERT INTO code_tries (username_key, wrong, known, at) VALUES (zeroblob(32), 3, 1, 0)";
        return {};
    }));
    EXPECT_EQ(Database::open(file, {Accounts::migrations()}).value()->read(read), codeTries - 3);
}

TEST_F(RedemptionTest, a_code_expires_after_fifteen_days_to_the_second)
{
    rooms_.clock.advance(codeLifetime - Seconds{1});
    EXPECT_FALSE(rooms_.redeemed(user, "", token(), "device-1").refused);
    const auto later = rooms_.freshCode(hoa_);
    rooms_.clock.advance(codeLifetime);
    const auto verdict = rooms_.redeemed(user, later.code.text(), "", "device-1");
    EXPECT_EQ(codeOf(verdict), FailureCode::CodeExpired);
    EXPECT_EQ(verdict.refused->facts.at, later.expiresAt);
}

TEST_F(RedemptionTest, a_new_code_voids_the_old_one_and_opens_typing_again)
{
    for (int i = 0; i < 6; ++i)
        (void)rooms_.redeemed(user, wrong, "", "device-1");
    const auto fresh = rooms_.freshCode(hoa_);
    EXPECT_EQ(codeOf(rooms_.redeemed(user, code(), "", "device-1")), FailureCode::ActivationDetailsWrong);
    EXPECT_EQ(codeOf(rooms_.redeemed(user, "", token(), "device-1")), FailureCode::ActivationDetailsWrong);
    EXPECT_FALSE(rooms_.redeemed(user, fresh.code.text(), "", "device-1").refused);
}

TEST_F(RedemptionTest, locked_active_and_used_are_told_to_the_right_code_alone)
{
    const auto expectTold = [&](FailureCode told, std::string_view device) {
        EXPECT_EQ(codeOf(rooms_.redeemed(user, code(), "", device)), told);
        EXPECT_EQ(codeOf(rooms_.redeemed(user, "", token(), device)), told);
        EXPECT_EQ(codeOf(rooms_.redeemed(user, wrong, "", device)), FailureCode::ActivationDetailsWrong);
    };
    inTransaction([&](Session &session) { Accounts::setLocked(session, hoa_.id, true); });
    expectTold(FailureCode::AccountLocked, "device-1");
    inTransaction([&](Session &session) { Accounts::setLocked(session, hoa_.id, false); });
    const auto redemption = rooms_.redeemed(user, code(), "", "device-1").redemption;
    inTransaction([&](Session &session) { retireCode(session, redemption.code, rooms_.clock.now()); });
    expectTold(FailureCode::CodeUsed, "device-1");
    inTransaction([&](Session &session) { Accounts::setState(session, hoa_.id, AccountState::Active); });
    expectTold(FailureCode::AccountAlreadyActive, "device-2");
}

TEST_F(RedemptionTest, a_right_code_takes_no_try_and_gives_none_back)
{
    for (int i = 0; i < 3; ++i)
        (void)rooms_.redeemed(user, wrong, "", "device-1");
    ASSERT_FALSE(rooms_.redeemed(user, code(), "", "device-1").refused);
    EXPECT_EQ(rooms_.redeemed(user, wrong, "", "device-1").refused->facts.triesLeft, 1);
}

TEST_F(RedemptionTest, an_old_code_that_is_known_opens_no_guessing_of_the_new_one)
{
    ASSERT_FALSE(rooms_.redeemed(user, code(), "", "device-1").refused);
    const auto fresh = rooms_.freshCode(hoa_);
    for (int i = 0; i < codeTries; ++i) {
        (void)rooms_.redeemed(user, wrong, "", "device-2");
        (void)rooms_.redeemed(user, code(), "", "device-2");
    }
    EXPECT_EQ(codeOf(rooms_.redeemed(user, fresh.code.text(), "", "device-2")),
              FailureCode::CodeTypingClosed);
}

TEST_F(RedemptionTest, codes_are_eight_characters_of_the_alphabet_and_never_the_same)
{
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        const auto fresh = makeCode(*rooms_.hsm, {}, rooms_.clock.now()).value();
        EXPECT_TRUE(protocol::isCompleteCode(protocol::normalisedCode(fresh.code.text())));
        EXPECT_EQ(fresh.code.text().find_first_not_of(protocol::codeAlphabet), std::string_view::npos);
        EXPECT_EQ(fresh.token.size(), 22U);
        EXPECT_TRUE(seen.emplace(fresh.code.text()).second);
        EXPECT_TRUE(seen.emplace(fresh.token.text()).second);
    }
}

} // namespace
} // namespace smartca::sandbox
