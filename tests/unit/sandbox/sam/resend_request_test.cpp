// SPDX-License-Identifier: Apache-2.0
#include "protocol/headers.h"
#include "tests/unit/sandbox/sam/world.h"

/// “Send the mail again” passes the gate like every other request; what it does is mail/resend's matter.
namespace smartca::sandbox {
namespace {

using test::Got;
using test::Phone;
using test::Twist;
using test::World;

class ResendRequest : public testing::Test {
protected:
    ResendRequest() { world_.addSubscriber(); }
    Got ask(const Twist &twist = {}, const std::string &username = "079162001418")
    {
        return phone_.post(std::string(protocol::resendPath),
                           R"({"username":")" + username + R"(","language":"vi"})", twist);
    }
    int orders() { return world_.query<int>("select count(*) from mail_order"); }

    World world_;
    Phone phone_{world_};
};

TEST_F(ResendRequest, of_a_device_that_has_begun_nothing_is_answered_the_same_for_everybody)
{
    Twist first;
    first.withoutNonce = true;
    const auto known = ask(first);
    EXPECT_EQ(known.status, 202);
    EXPECT_EQ(known.body, "{}");
    const auto stranger = ask({}, "001090000001");
    EXPECT_EQ(stranger.status, 202);
    EXPECT_EQ(stranger.body, "{}");
    EXPECT_EQ(orders(), 1);
}

TEST_F(ResendRequest, without_proof_or_key_orders_nothing)
{
    Twist unproven;
    unproven.withoutProof = true;
    EXPECT_EQ(ask(unproven).code, "PRT-106");
    Twist keyless;
    keyless.withoutKey = true;
    EXPECT_EQ(ask(keyless).code, "PRT-108");
    EXPECT_EQ(orders(), 0);
}

TEST_F(ResendRequest, repeated_orders_one_mail_however_much_later)
{
    Twist twist;
    twist.idempotencyKey = "5f1b0d8c-2f9b-4c3e-9f39-4f3a0c6de111";
    EXPECT_EQ(ask(twist).status, 202);
    world_.clock.advance(Seconds{3600});
    EXPECT_EQ(ask(twist).status, 202);
    EXPECT_EQ(orders(), 1);
    EXPECT_EQ(ask(twist, "001090000001").code, "PRT-109");
}

} // namespace
} // namespace smartca::sandbox
