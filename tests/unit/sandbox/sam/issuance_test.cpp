// SPDX-License-Identifier: Apache-2.0
#include "protocol/headers.h"
#include "tests/unit/sandbox/sam/world.h"

/// Waiting for the certificate: the CA takes its time, staff hold, release and refuse.
namespace smartca::sandbox {
namespace {

using test::Phone;
using test::Twist;
using test::World;

/// A phone that has enrolled and whose certificate takes `delay` to be made.
struct Waiting {
    explicit Waiting(Seconds delay = Seconds(3600)) : world(crypto::KeyKind::P256, slow(delay))
    {
        phone.enrolled(world.addSubscriber());
    }
    static SamPolicy slow(Seconds delay)
    {
        SamPolicy policy;
        policy.issuanceDelay = delay;
        return policy;
    }
    /// The certificate asked for with patience, so that the answer comes when there is one.
    http::Pending poll()
    {
        Twist twist;
        twist.wait = Seconds(25);
        auto request = phone.request("GET", phone.path(protocol::certificatePart), "", twist);
        const auto match = world.router->find("GET", request.path).value();
        request.parameters = match.parameters;
        return std::get<http::Pending>((*match.handler)(request).value());
    }

    World world;
    Phone phone{world};
};

/// What staff do in the database.
void staff(World &world, const std::function<void(Session &, std::int64_t subscriber)> &act)
{
    const auto id = world.subscriber().id;
    ASSERT_TRUE(world.database->transact([&](Session &session) -> Outcome {
        act(session, id);
        return {};
    }));
}

TEST(Issuance, delayed_certificate_is_pending_then_there)
{
    Waiting waiting(Seconds(30));
    EXPECT_EQ(waiting.phone.certificate().json["status"], "pending");
    waiting.world.clock.advance(Seconds(31));
    EXPECT_EQ(waiting.phone.certificate().json["status"], "issued");
}

TEST(Issuance, account_that_is_locked_while_the_phone_waits_gets_none)
{
    Waiting waiting(Seconds(20));
    const auto poll = waiting.poll();
    std::optional<FailureCode> told;
    poll.deliverTo([&](const Result<http::Response> &late) {
        if (!late)
            told = late.error().code;
    });
    staff(waiting.world, [](Session &session, std::int64_t id) { Accounts::setLocked(session, id, true); });
    waiting.world.clock.advance(Seconds(21));
    waiting.world.sam->lookForCertificates();
    EXPECT_EQ(told, FailureCode::AccountLocked) << "told at once, not at the poll's end";
    EXPECT_EQ(waiting.world.query<int>("select count(*) from certificates where status = 'issued'"), 0);
}

TEST(Issuance, certificate_due_after_the_end_is_not_made)
{
    Waiting waiting;
    waiting.world.clock.advance(std::chrono::days(15));
    EXPECT_EQ(waiting.phone.certificate().code, "ACT-208");
    EXPECT_EQ(waiting.world.query<int>("select count(*) from certificates where status = 'issued'"), 0);
}

TEST(Issuance, certificate_held_by_staff_comes_with_their_reason_until_they_release_it)
{
    World world;
    Phone phone(world);
    const auto code = world.addSubscriber();
    staff(world, [](Session &session, std::int64_t id) { certificates::hold(session, id, "photo unclear"); });
    phone.enrolled(code);
    const auto held = phone.certificate();
    EXPECT_EQ(held.json["status"], "held");
    EXPECT_EQ(held.json["reason"], "photo unclear");
    staff(world,
          [&](Session &session, std::int64_t id) { certificates::release(session, id, world.clock.now()); });
    EXPECT_EQ(phone.certificate().json["status"], "issued");
}

TEST(Issuance, reason_that_was_stored_too_long_is_cut_where_the_app_can_still_read_it)
{
    Waiting waiting;
    staff(waiting.world, [](Session &session, std::int64_t id) {
        certificates::hold(session, id, std::string(protocol::reasonMax - 1, 'a') + "à, and more");
    });
    const auto held = protocol::decode<protocol::CertificateAnswer>(waiting.phone.certificate().body);
    ASSERT_TRUE(held);
    EXPECT_EQ(held->reason, std::string(protocol::reasonMax - 1, 'a'));
}

TEST(Issuance, certificate_refused_by_staff_is_not_made)
{
    World world;
    Phone phone(world);
    phone.redeem(world.addSubscriber());
    staff(world,
          [](Session &session, std::int64_t id) { certificates::refuse(session, id, "not a subscriber"); });
    EXPECT_TRUE(phone.enrol().good());
    EXPECT_EQ(phone.certificate().json["status"], "refused");
}

TEST(Issuance, end_of_an_activation_puts_no_words_into_the_staffs_mouth)
{
    Waiting waiting;
    const auto credential = waiting.world.query<std::string>("select credential from certificates");
    ASSERT_TRUE(waiting.world.database->transact([&](Session &session) -> Outcome {
        certificates::revoke(session, credential, RevocationReason::CessationOfOperation,
                             waiting.world.clock.now());
        return {};
    }));
    EXPECT_EQ(waiting.world.query<std::string>("select status from certificates"), "refused");
    EXPECT_EQ(waiting.world.query<std::string>("select reason from certificates"), "");
}

TEST(Issuance, long_poll_ends_when_staff_release)
{
    Waiting waiting;
    std::string body;
    std::string etag;
    waiting.poll().deliverTo([&](const Result<http::Response> &late) {
        body = std::string(asText(late.value().body));
        etag = late.value().headers.get("ETag").value_or("");
    });
    auto &sam = *waiting.world.sam;
    EXPECT_TRUE(sam.anybodyWaits());
    staff(waiting.world, [&](Session &session, std::int64_t id) {
        certificates::release(session, id, waiting.world.clock.now());
    });
    sam.lookForCertificates();
    EXPECT_NE(body.find("\"issued\""), std::string::npos) << body;
    EXPECT_EQ(etag, "\"" + waiting.phone.etag + "\"");
    EXPECT_FALSE((sam.lookForCertificates(), sam.anybodyWaits()));
}

TEST(Issuance, end_of_the_activation_gives_the_app_no_reason_to_show)
{
    Waiting waiting;
    ASSERT_TRUE(waiting.world.database->transact([&](Session &session) -> Outcome {
        certificates::revoke(session, waiting.phone.credentialId, RevocationReason::CessationOfOperation,
                             waiting.world.clock.now());
        return {};
    }));
    const auto got = waiting.phone.certificate();
    EXPECT_EQ(got.json["status"], "refused");
    EXPECT_EQ(got.json["reason"], "");
}

TEST(Issuance, newer_code_on_another_device_ends_the_waiting_and_is_no_refusal_by_staff)
{
    Waiting waiting;
    std::optional<FailureCode> told;
    waiting.poll().deliverTo([&](const Result<http::Response> &late) {
        if (!late)
            told = late.error().code;
    });
    ASSERT_TRUE(Phone(waiting.world).redeem(waiting.world.newCode()).good());
    waiting.world.sam->lookForCertificates();
    EXPECT_EQ(told, FailureCode::ActivationEnded);
    EXPECT_EQ(waiting.phone.certificate().code, "ACT-208") << "between two polls";
}

TEST(Issuance, poll_that_is_overtaken_by_the_fifteen_days_is_told_that_it_has_ended)
{
    Waiting waiting(std::chrono::days(30));
    const auto poll = waiting.poll();
    std::optional<FailureCode> told;
    poll.deliverTo([&](const Result<http::Response> &late) {
        if (!late)
            told = late.error().code;
    });
    waiting.world.clock.advance(std::chrono::days(15));
    poll.deadline();
    EXPECT_EQ(told, FailureCode::ActivationEnded);
    EXPECT_EQ(waiting.phone.certificate().code, "ACT-208") << "though nobody has swept";
}

TEST(Issuance, blocked_pin_is_told_to_who_asks_for_the_certificate)
{
    World world;
    Phone phone(world);
    phone.issued(world.addSubscriber());
    world.execute("update activations set state = 'blocked'");
    EXPECT_EQ(phone.certificate().code, "PIN-203");
}

TEST(Issuance, second_poll_of_a_device_ends_the_first)
{
    Waiting waiting;
    const auto first = waiting.poll();
    EXPECT_FALSE(first.over());
    const auto second = waiting.poll();
    EXPECT_TRUE(first.over());
    EXPECT_FALSE(second.over());
}

} // namespace
} // namespace smartca::sandbox
