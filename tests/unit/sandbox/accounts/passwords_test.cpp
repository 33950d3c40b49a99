// SPDX-License-Identifier: Apache-2.0
#include "held_hsm.h"
#include "rooms_under_test.h"

#include <argon2.h>
#include <gtest/gtest.h>

#include <thread>

namespace smartca::sandbox {
namespace {

const protocol::PasswordPolicy policy;

class PasswordsTest : public testing::Test {
protected:
    static SecretBytes secret(std::string_view text) { return SecretBytes::fromText(text); }
    /// Whether `password` gives what was stored, reckoned apart from the code under test.
    static bool fits(const StoredPassword &stored, std::string_view password, Hsm &hsm)
    {
        Bytes hash(32);
        EXPECT_EQ(argon2id_hash_raw(1, 47104, 1, password.data(), password.size(), stored.salt.data(),
                                    stored.salt.size(), hash.data(), hash.size()),
                  ARGON2_OK);
        return hsm.mac(MacPurpose::Password, {stored.salt, hash}) == stored.keyed;
    }
    RoomsUnderTest rooms_;
    Passwords passwords_{*rooms_.hsm};
};

TEST_F(PasswordsTest, the_right_password_matches_and_no_other)
{
    const auto stored = passwords_.make(secret("Sen-Trang-2026"), policy, "device-1");
    ASSERT_TRUE(stored) << stored.error().detail;
    EXPECT_TRUE(fits(*stored, "Sen-Trang-2026", *rooms_.hsm));
    EXPECT_FALSE(fits(*stored, "Sen-Trang-2027", *rooms_.hsm));
}

TEST_F(PasswordsTest, two_hashes_of_one_password_differ)
{
    const auto one = passwords_.make(secret("Sen-Trang-2026"), policy, "device-1");
    const auto two = passwords_.make(secret("Sen-Trang-2026"), policy, "device-1");
    EXPECT_NE(one->salt, two->salt);
    EXPECT_NE(one->keyed, two->keyed);
}

TEST_F(PasswordsTest, a_hash_of_one_hsm_means_nothing_to_another)
{
    const RoomsUnderTest elsewhere;
    const auto stored = passwords_.make(secret("Sen-Trang-2026"), policy, "device-1").value();
    EXPECT_FALSE(fits(stored, "Sen-Trang-2026", *elsewhere.hsm));
}

TEST_F(PasswordsTest, a_password_that_breaks_a_rule_is_refused_before_it_is_hashed)
{
    const std::map<std::string, std::string> cases{
        {"Sen-T26", "length"},           {"Sen-Trang-2026-Sen-Trang-2026-x", "length"},
        {"sen-trang-2026", "upperCase"}, {"SEN-TRANG-2026", "lowerCase"},
        {"Sen-Trang-Sen", "digit"},      {"SenTrang2026", "special"},
        {"Sen-Trắng-2026", "ascii"},     {"Sen Trang-2026", "ascii"},
    };
    for (const auto &[password, rule] : cases) {
        const auto stored = passwords_.make(secret(password), policy, "device-1");
        ASSERT_FALSE(stored) << password;
        EXPECT_EQ(stored.error().code, FailureCode::PasswordRefused);
        EXPECT_EQ(stored.error().facts.subject, rule);
    }
    EXPECT_EQ(passwords_.hashingTime(), Milliseconds{0});
}

/// One password that is being made: it has been hashed, keeps its place, and stays so until the end.
class BeingMade {
public:
    BeingMade(test::HeldHsm &hsm, Passwords &passwords, std::string device)
        : stop_(hsm, {.call = test::HeldHsm::Call::Mac, .keyed = MacPurpose::Password}),
          thread_([&passwords, device = std::move(device)] {
              EXPECT_TRUE(passwords.make(SecretBytes::fromText("Sen-Trang-2026"), policy, device));
          })
    {
        stop_.waitUntilHeld();
    }
    ~BeingMade()
    {
        stop_.release();
        thread_.join();
    }
    BeingMade(const BeingMade &) = delete;
    BeingMade &operator=(const BeingMade &) = delete;

private:
    test::HeldHsm::Stop stop_;
    std::thread thread_;
};

TEST_F(PasswordsTest, when_the_queue_is_full_the_next_is_told_when_to_come_again)
{
    constexpr int comers = 12;
    test::HeldHsm held(rooms_.hsm);
    Passwords narrow(held, {.atOnce = 1, .waiting = 1});
    std::atomic<int> busy = 0;
    std::atomic<int> done = 0;
    std::vector<std::thread> threads;
    {
        const BeingMade first(held, narrow, "the first device");
        for (int device = 0; device < comers; ++device)
            threads.emplace_back([&, device] {
                const auto stored =
                    narrow.make(secret("Sen-Trang-2026"), policy, "device-" + std::to_string(device));
                if (stored) {
                    ++done;
                    return;
                }
                EXPECT_EQ(stored.error().code, FailureCode::ServiceBusy);
                EXPECT_TRUE(stored.error().facts.retryAfter);
                ++busy;
            });
        // All but the one that found the place to wait.
        for (int i = 0; i < 2000 && busy < comers - 1; ++i)
            std::this_thread::sleep_for(Milliseconds{10});
        EXPECT_EQ(busy, comers - 1);
        EXPECT_EQ(done, 0);
    }
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(done, 1);
    EXPECT_TRUE(narrow.make(secret("Sen-Trang-2026"), policy, "later"));
}

TEST_F(PasswordsTest, a_full_queue_refuses_before_anything_is_hashed)
{
    Passwords full(*rooms_.hsm, {.atOnce = 0, .waiting = 0});
    const auto stored = full.make(secret("Sen-Trang-2026"), policy, "device-1");
    ASSERT_FALSE(stored);
    EXPECT_EQ(stored.error().code, FailureCode::ServiceBusy);
    EXPECT_TRUE(stored.error().facts.retryAfter);
    EXPECT_EQ(full.hashingTime(), Milliseconds{0});
}

TEST_F(PasswordsTest, a_device_that_has_one_under_way_gets_no_second_place)
{
    test::HeldHsm held(rooms_.hsm);
    Passwords passwords(held);
    {
        const BeingMade first(held, passwords, "one device");
        const auto second = passwords.make(secret("Sen-Trang-2026"), policy, "one device");
        ASSERT_FALSE(second);
        EXPECT_EQ(second.error().code, FailureCode::ServiceBusy);
        EXPECT_TRUE(passwords.make(secret("Sen-Trang-2026"), policy, "another device"));
    }
    EXPECT_TRUE(passwords.make(secret("Sen-Trang-2026"), policy, "one device"));
}

TEST_F(PasswordsTest, the_newest_password_is_the_one_kept)
{
    const auto id = rooms_.accounts->add(RoomsUnderTest::hoa())->id;
    const auto first = passwords_.make(secret("Sen-Trang-2026"), policy, "device-1").value();
    const auto second = passwords_.make(secret("Sen-Hong-2026"), policy, "device-1").value();
    const auto kept = rooms_.database->transact([&](Session &session) -> Result<StoredPassword> {
        Passwords::store(session, id, first, rooms_.clock.now());
        Passwords::store(session, id, second, rooms_.clock.now());
        StoredPassword stored;
        Blob salt(session);
        Blob keyed(session);
        session << "SELECT salt, keyed FROM password WHERE subscriber_id = :id", soci::use(id),
            soci::into(salt.value, salt.indicator), soci::into(keyed.value, keyed.indicator);
        stored.salt = salt.bytes();
        const auto octets = keyed.bytes();
        std::copy_n(octets.begin(), std::min(octets.size(), stored.keyed.size()), stored.keyed.begin());
        return stored;
    });
    ASSERT_TRUE(kept) << kept.error().detail;
    EXPECT_EQ(kept->keyed, second.keyed);
    EXPECT_TRUE(fits(*kept, "Sen-Hong-2026", *rooms_.hsm));
}

} // namespace
} // namespace smartca::sandbox
