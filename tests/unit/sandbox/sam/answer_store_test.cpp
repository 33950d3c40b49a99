// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/answer_store.h"
#include "tests/unit/sandbox/test_tools.h"

#include <gtest/gtest.h>

namespace smartca::sandbox {
namespace {

using namespace std::chrono_literals;

class AnswerStore : public testing::Test {
protected:
    static AnswerScope scope(std::string_view key) { return scopeOf("device", "POST", "/path", key); }
    void keep(std::string_view key, UtcTime now, std::uint8_t content = 1)
    {
        in([&](Session &session) {
            answers::insert(session, scope(key), {.fingerprint = Bytes(32, 2), .box = Bytes(90, content)},
                            now);
        });
    }
    std::optional<StoredAnswer> kept(std::string_view key, UtcTime now)
    {
        std::optional<StoredAnswer> found;
        in([&](Session &session) { found = answers::find(session, scope(key), now); });
        return found;
    }
    int rows(const std::string &table)
    {
        int count = 0;
        in([&](Session &session) { session << "select count(*) from " + table, soci::into(count); });
        return count;
    }
    void in(const std::function<void(Session &)> &work)
    {
        ASSERT_TRUE(database_->transact([&](Session &session) -> Outcome {
            work(session);
            return {};
        }));
    }

    const UtcTime noon_{std::chrono::sys_days(2026y / 11 / 28) + 12h};
    const test::TemporaryFolder folder_;
    std::unique_ptr<Database> database_ =
        Database::open(folder_.path() / "service.db", {answers::migrations()}).value();
};

TEST_F(AnswerStore, gives_an_answer_for_a_day_and_to_its_own_request)
{
    keep("one", noon_);
    const auto found = kept("one", noon_ + answerLifetime - 1s);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->box, Bytes(90, 1));
    EXPECT_EQ(found->fingerprint, Bytes(32, 2));
    EXPECT_FALSE(kept("two", noon_));
    EXPECT_FALSE(kept("one", noon_ + answerLifetime));
}

TEST_F(AnswerStore, takes_a_new_answer_in_the_place_of_one_past_its_time)
{
    keep("one", noon_);
    keep("one", noon_ + 25h, 3);
    ASSERT_TRUE(kept("one", noon_ + 25h));
    EXPECT_EQ(kept("one", noon_ + 25h)->box, Bytes(90, 3));
    EXPECT_EQ(rows("answers"), 1);
}

TEST_F(AnswerStore, forgets_what_is_past_its_time_and_nothing_else)
{
    keep("one", noon_);
    keep("two", noon_ + 1h);
    keep("three", noon_ + 2h);
    const auto forget = [&](UtcTime now) {
        in([&](Session &session) { answers::forget(session, now); });
        return rows("answers");
    };
    EXPECT_EQ(forget(noon_ + 23h), 3);
    EXPECT_EQ(forget(noon_ + answerLifetime + 1h), 1);
    EXPECT_TRUE(kept("three", noon_ + answerLifetime + 1h));
    EXPECT_EQ(forget(noon_ + answerLifetime + 2h), 0);
    EXPECT_EQ(forget(noon_ + 90h), 0) << "of an empty table";
}

TEST_F(AnswerStore, forgets_whatever_order_the_clock_made_them_in)
{
    keep("made while the clock was ahead", noon_ + 3650 * 24h);
    keep("one", noon_);
    in([&](Session &session) { answers::forget(session, noon_ + answerLifetime); });
    EXPECT_EQ(rows("answers"), 1);
}

TEST_F(AnswerStore, forgets_proofs_when_no_request_with_them_would_be_accepted)
{
    const auto isNew = [&](UtcTime now) {
        bool fresh = false;
        in([&](Session &session) { fresh = answers::rememberProof(session, "device", "jti", now, 60s); });
        return fresh;
    };
    EXPECT_TRUE(isNew(noon_));
    in([&](Session &session) { answers::forget(session, noon_ + 59s); });
    EXPECT_FALSE(isNew(noon_ + 59s));
    in([&](Session &session) { answers::forget(session, noon_ + 60s); });
    EXPECT_TRUE(isNew(noon_ + 60s));
}

TEST_F(AnswerStore, brings_answers_and_proofs_of_the_first_version_along)
{
    const test::TemporaryFolder folder;
    auto first = answers::migrations();
    first.steps.resize(1);
    database_ = Database::open(folder.path() / "service.db", {first}).value();
    const std::int64_t expires = UtcTime(noon_ + 1h).time_since_epoch().count();
    in([&](Session &session) {
        Blob key(session, scope("one"));
        Blob octets(session, Bytes(90, 7));
        session << "insert into answers (scope, fingerprint, box, expires_at) values (:s, :f, :b, :e)",
            soci::use(key.value), soci::use(octets.value), soci::use(octets.value), soci::use(expires);
        session << "insert into proofs (device_id, jti, expires_at) values ('device', 'jti', :e)",
            soci::use(expires);
    });
    database_.reset();
    database_ = Database::open(folder.path() / "service.db", {answers::migrations()}).value();
    ASSERT_TRUE(kept("one", noon_));
    EXPECT_EQ(kept("one", noon_)->box, Bytes(90, 7));
    in([&](Session &session) {
        EXPECT_FALSE(answers::rememberProof(session, "device", "jti", noon_, 60s)) << "seen before";
    });
}

} // namespace
} // namespace smartca::sandbox
