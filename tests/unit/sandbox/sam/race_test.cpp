// SPDX-License-Identifier: Apache-2.0
#include "protocol/headers.h"
#include "sandbox/sam/handlers.h"
#include "tests/unit/sandbox/held_hsm.h"
#include "tests/unit/sandbox/sam/world.h"

#include <thread>

/// What a device, or somebody who stole one, could gain by asking for several things at once.
namespace smartca::sandbox {
namespace {

using test::HeldHsm;
using test::Phone;
using test::World;

class Race : public testing::Test {
protected:
    Race()
    {
        world_.wrapHsm = [this](std::shared_ptr<Hsm> real) {
            held_ = std::make_shared<HeldHsm>(std::move(real));
            return held_;
        };
        world_.restart();
    }
    /// A thief who is not held up by the rate of his device.
    static SamPolicy unslowed()
    {
        SamPolicy policy;
        policy.deviceRate.burst = 1'000'000;
        return policy;
    }
    int failures() { return world_.query<int>("select pin_failures from activations"); }
    bool locked()
    {
        return world_.query<long long>("select pin_locked_until from activations") >
               world_.clock.now().time_since_epoch().count();
    }

    World world_{crypto::KeyKind::P256, unslowed()};
    std::shared_ptr<HeldHsm> held_;
    Phone phone_{world_};
};

constexpr HeldHsm::Place signing{.call = HeldHsm::Call::SignDigest};
constexpr HeldHsm::Place readingRegistration{.call = HeldHsm::Call::Open,
                                             .purpose = SealPurpose::Registration};
constexpr HeldHsm::Place readingPerson{.call = HeldHsm::Call::Open, .purpose = SealPurpose::PersonData};
constexpr HeldHsm::Place readingSignature{.call = HeldHsm::Call::Open, .purpose = SealPurpose::SignedValue};
constexpr HeldHsm::Place sealingEvidence{.call = HeldHsm::Call::Seal, .purpose = SealPurpose::Evidence};

/// Something done on a thread of its own that has come to a call of the HSM and stays there until end().
template<class Act>
class Halfway {
public:
    using Value = std::invoke_result_t<Act &>;

    Halfway(HeldHsm &hsm, HeldHsm::Place place, Act act)
        : stop_(hsm, place), act_(std::move(act)), thread_([this] { value_.emplace(act_()); })
    {
        stop_.waitUntilHeld();
    }
    ~Halfway() { finish(); }
    Halfway(const Halfway &) = delete;
    Halfway &operator=(const Halfway &) = delete;

    /// The rest of it, and what came of it.
    const Value &end()
    {
        finish();
        return *value_;
    }

private:
    void finish()
    {
        stop_.release();
        if (thread_.joinable())
            thread_.join();
    }

    HeldHsm::Stop stop_;
    Act act_;
    std::optional<Value> value_;
    std::thread thread_;
};

TEST_F(Race, second_pin_beside_one_being_checked_is_not_looked_at)
{
    phone_.confirmed(world_.addSubscriber());
    phone_.signAnew("000000");
    phone_.signAnew("000001");
    ASSERT_EQ(failures(), 2);
    ASSERT_TRUE(phone_.challenge().good());
    const auto sad = phone_.sad();
    Phone thief = phone_.twin();
    Halfway third(*held_, readingRegistration, [&] { return thief.sign(sad, "000002"); });
    // Neither a fourth guess nor the right PIN says anything while the third is not judged.
    EXPECT_EQ(phone_.sign(sad, "000003").code, "PRT-110");
    EXPECT_EQ(phone_.sign(sad).code, "PRT-110");
    EXPECT_EQ(phone_.challenge().code, "PRT-110");
    EXPECT_EQ(third.end().code, "PIN-202");
    EXPECT_EQ(failures(), 3);
    EXPECT_TRUE(locked());
    EXPECT_EQ(phone_.challenge().code, "PIN-202");
}

TEST_F(Race, burst_of_guesses_tests_no_more_pins_than_the_counter_allows)
{
    phone_.confirmed(world_.addSubscriber());
    std::atomic<bool> over = false;
    std::vector<std::thread> thieves;
    for (int thief = 0; thief < 3; ++thief)
        thieves.emplace_back([this, thief, &over] {
            Phone copy = phone_.twin();
            // Each goes on until the service says that the PIN is locked.
            for (int guess = 0; !over && guess < 5000; ++guess)
                over =
                    over || copy.signAnew(std::to_string(100000 + 10000 * thief + guess)).code == "PIN-202";
        });
    for (auto &thief : thieves)
        thief.join();
    EXPECT_EQ(failures(), 3);
    EXPECT_TRUE(locked());
}

TEST_F(Race, where_am_i_while_the_key_signs_strands_no_signature)
{
    phone_.confirmed(world_.addSubscriber());
    Halfway signature(*held_, signing, [phone = phone_.twin()]() mutable { return phone.signAnew(); });
    ASSERT_TRUE(phone_.state().good());
    EXPECT_TRUE(signature.end().good()) << signature.end().body;
    EXPECT_EQ(world_.query<std::string>("select state from occurrences"), "CONSUMED");
    EXPECT_EQ(phone_.state().json["state"], "signed");
    EXPECT_TRUE(phone_.storedSignature().good());
}

TEST_F(Race, activation_that_ends_while_the_key_signs_gives_no_signature_away)
{
    phone_.confirmed(world_.addSubscriber());
    Halfway signature(*held_, signing, [phone = phone_.twin()]() mutable { return phone.signAnew(); });
    Phone next(world_);
    ASSERT_TRUE(next.redeem(world_.newCode()).good());
    EXPECT_EQ(signature.end().code, "PRT-111");
    EXPECT_EQ(phone_.storedSignature().code, "ACT-208");
    EXPECT_EQ(phone_.state().json["state"], "ended");
}

TEST_F(Race, activation_that_ends_before_its_certificate_is_confirmed_is_told_as_ended)
{
    phone_.issued(world_.addSubscriber());
    const auto request = phone_.request(
        "POST", phone_.path(protocol::confirmationPart),
        protocol::encode(protocol::ConfirmRequest{phone_.subscriberCertificate->serial(), {}}), {});
    Call admitted{
        request, {phone_.deviceKey.publicKey(), phone_.deviceId(), {}}, world_.clock.now(), std::nullopt};
    ASSERT_TRUE(world_.database->transact([&](Session &session) -> Outcome {
        admitted.activation = activations::find(session, phone_.activationId);
        return {};
    }));
    ASSERT_TRUE(Phone(world_).redeem(world_.newCode()).good());
    SamContext context({*world_.database, *world_.hsm, world_.clock, *world_.accounts, *world_.passwords,
                        *world_.authority, *world_.nonces},
                       world_.policy);
    const auto told = confirmCertificate(context, admitted);
    ASSERT_FALSE(told);
    EXPECT_EQ(told.error().code, FailureCode::ActivationEnded);
}

TEST_F(Race, hand_in_that_was_first_is_not_undone_by_another_devices_redemption)
{
    phone_.signedRecord(world_.addSubscriber());
    const auto code = world_.newCode();
    Phone other(world_);
    // Judged, not yet written.
    Halfway second(*held_, readingPerson, [&] { return other.redeem(code); });
    EXPECT_TRUE(phone_.handIn().good());
    EXPECT_EQ(second.end().code, "ACT-207");
    EXPECT_EQ(phone_.state().json["state"], "active");
    EXPECT_EQ(world_.query<std::string>("select status from certificates"), "issued");
}

TEST_F(Race, hand_in_that_came_in_time_is_not_undone_by_the_sweep_after_the_fifteen_days)
{
    phone_.signedRecord(world_.addSubscriber());
    Halfway inTime(*held_, readingSignature, [&] { return phone_.handIn(); });
    world_.clock.advance(std::chrono::days(15));
    // The sweep has found it overdue and has not ended it yet.
    Halfway sweep(*held_, sealingEvidence, [&] { return world_.sam->sweep(); });
    EXPECT_TRUE(inTime.end().good()) << inTime.end().body;
    EXPECT_TRUE(sweep.end());
    EXPECT_EQ(phone_.state().json["state"], "active");
    EXPECT_EQ(world_.query<std::string>("select status from certificates"), "issued");
    EXPECT_EQ(world_.query<int>("select count(*) from credentials where blob is not null"), 1);
    EXPECT_EQ(world_.query<int>("select count(*) from evidence where kind = 'ended'"), 0);
}

TEST_F(Race, of_two_devices_with_the_right_code_the_one_written_first_has_it)
{
    const auto code = world_.addSubscriber();
    Phone slow(world_);
    Halfway second(*held_, readingPerson, [&] { return slow.redeem(code); });
    EXPECT_TRUE(phone_.redeem(code).good());
    EXPECT_EQ(second.end().code, "ACT-205");
    EXPECT_EQ(world_.query<int>("select count(*) from activations"), 1);
    EXPECT_TRUE(phone_.enrol().good());
}

TEST_F(Race, two_redemptions_of_one_device_at_once_make_one_activation)
{
    const auto code = world_.addSubscriber();
    Phone twin = phone_.twin();
    Halfway first(*held_, readingPerson, [&] { return twin.redeem(code); });
    EXPECT_EQ(phone_.redeem(code).code, "PRT-110");
    EXPECT_TRUE(first.end().good());
    EXPECT_TRUE(phone_.redeem(code).good());
    EXPECT_EQ(world_.query<int>("select count(*) from activations"), 1);
}

TEST_F(Race, signature_an_hsm_that_outlives_the_service_may_have_made_stays_reserved)
{
    phone_.confirmed(world_.addSubscriber());
    const auto hash = world_.query<std::string>("select hex(signed_hash) from records");
    world_.execute(
        "insert into occurrences (transaction_id, credential, hash, state, run, authorised_at) values ('" +
        phone_.transactionId + "', '" + phone_.credentialId + "', x'" + hash + "', 'RESERVED', 'dead', 0)");
    world_.wrapHsm = [](std::shared_ptr<Hsm> real) {
        auto box = std::make_shared<HeldHsm>(std::move(real));
        box->outlives = true;
        return box;
    };
    world_.restart();
    EXPECT_EQ(world_.query<std::string>("select state from occurrences"), "RESERVED");
    EXPECT_EQ(phone_.signAnew().code, "SAD-111");
}

TEST_F(Race, signature_such_an_hsm_made_and_nobody_could_keep_is_not_made_again)
{
    phone_.confirmed(world_.addSubscriber());
    held_->outlives = true;
    world_.execute(
        "create trigger full before insert on evidence begin select raise(abort, 'disk full'); end");
    EXPECT_EQ(phone_.signAnew().code, "SVC-101");
    world_.execute("drop trigger full");
    EXPECT_EQ(phone_.signAnew().code, "SAD-111");
}

TEST_F(Race, activation_begun_while_staff_start_again_is_not_left_standing)
{
    phone_.enrolled(world_.addSubscriber());
    const auto newer = world_.newCode();
    const auto id = world_.subscriber().id;
    const auto again = [&] {
        return startAgain(*world_.database, *held_, world_.clock, {}, id, [](Session &) {}).value();
    };
    bool done = true;
    Phone second(world_);
    {
        Halfway staff(*held_, sealingEvidence, [&] { return done = again(); });
        ASSERT_TRUE(second.redeem(newer).good()); // ends the first one: as many are open as before
        staff.end();
    }
    EXPECT_FALSE(done) << "what it was to end is not what stands there now";
    EXPECT_EQ(second.state().json["state"], "redeemed");
    EXPECT_TRUE(again());
    EXPECT_EQ(second.state().json["state"], "ended");
    EXPECT_EQ(world_.query<int>("select count(*) from evidence where kind = 'ended'"), 2);
}

TEST_F(Race, redemption_that_staff_lock_in_between_begins_nothing)
{
    const auto code = world_.addSubscriber();
    Halfway stranger(*held_, sealingEvidence, [&] { return phone_.redeem(code).code; });
    world_.execute("update subscriber set locked = 1");
    EXPECT_EQ(stranger.end(), "ACT-206");
    EXPECT_EQ(world_.query<int>("select count(*) from activations"), 0);
}

TEST_F(Race, signature_that_does_not_verify_is_given_to_nobody)
{
    phone_.confirmed(world_.addSubscriber());
    held_->signsWrong = true;
    EXPECT_EQ(phone_.signAnew().code, "SVC-101");
    EXPECT_EQ(phone_.storedSignature().code, "PRT-112");
    EXPECT_EQ(world_.query<int>("select count(*) from occurrences where state = 'CONSUMED'"), 0);
    EXPECT_EQ(failures(), 0);
    held_->signsWrong = false;
    EXPECT_TRUE(phone_.signAnew().good());
}

TEST_F(Race, two_enrolments_at_once_make_one_key)
{
    ASSERT_TRUE(phone_.redeem(world_.addSubscriber()).good());
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            Phone copy = phone_.twin();
            good += copy.enrol().good() ? 1 : 0;
        });
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(good, 1);
    EXPECT_EQ(world_.query<int>("select count(*) from credentials"), 1);
}

} // namespace
} // namespace smartca::sandbox
