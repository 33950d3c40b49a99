// SPDX-License-Identifier: Apache-2.0
#include "world.h"

namespace smartca::journey::activation {
namespace {

struct Step {
    Event event;
    std::string stage;
    std::vector<std::string> effects;
};

void expectSteps(const std::vector<Step> &steps)
{
    State state;
    for (const auto &step : steps) {
        const auto transition = activation::advance(state, step.event);
        EXPECT_EQ(nameOf(transition.next.stage), step.stage) << "after " << nameOf(step.event);
        EXPECT_EQ(effectsOf(transition), step.effects) << "after " << nameOf(step.event);
        EXPECT_FALSE(transition.next.failure);
        state = transition.next;
    }
}

TEST(HappyPath, activation_goes_from_the_email_to_the_signed_record)
{
    expectSteps({
        {AppStarted{false}, "welcome", {}},
        {StartPressed{}, "readingPrivacy", {}},
        {PrivacyAccepted{}, "enteringDetails", {}},
        {DetailsSubmitted{}, "redeeming", {"cancelWork", "redeemCode"}},
        {CodeAccepted{"a-1", "u-1", BiometricRule::Required}, "choosingPassword", {"wipeSecrets"}},
        {PasswordChosen{}, "choosingPin", {}},
        {PinChosen{}, "repeatingPin", {}},
        {PinRepeated{true}, "confirmingBiometric", {"wipeSecrets"}},
        {BiometricRequested{}, "confirmingBiometric", {"askBiometric"}},
        {BiometricGranted{}, "enrolling", {"enrol"}},
        {Enrolled{"c-1"}, "awaitingCertificate", {"wipeSecrets", "awaitCertificate"}},
        {IssuanceReported{Issuance::Pending}, "awaitingCertificate", {}},
        {CertificateReceived{"0A1B"}, "reviewingCertificate", {}},
        {CertificateRight{}, "confirmingCertificate", {"confirmCertificate"}},
        {CertificateConfirmed{}, "fetchingRecord", {}},
        {RecordReceived{"t-1"}, "readingRecord", {}},
        {RecordReadToEnd{}, "readingRecord", {}},
        {SignPressed{}, "openingPinSheet", {"requestChallenge"}},
        {ChallengeReceived{1, {3, 9, Seconds{300}}}, "enteringSigningPin", {}},
        {SigningPinEntered{}, "signing", {"signRecord"}},
        {SignatureReceived{}, "verifying", {"wipeSecrets", "verifyRecord"}},
        {RecordVerified{}, "handingIn", {"handIn"}},
        {HandInAccepted{}, "active", {"wipeSecrets"}},
        {HomePressed{}, "atHome", {}},
    });
}

TEST(HappyPath, what_is_known_is_kept_in_the_facts)
{
    const auto facts = atActive().facts;
    EXPECT_EQ(facts.userId, "u-7");
    EXPECT_EQ(facts.credentialId, "cred-1");
    EXPECT_EQ(facts.serial, "0A1B2C");
    EXPECT_EQ(facts.transactionId, "tx-1");
    EXPECT_EQ(facts.sequence, 1);
    EXPECT_TRUE(facts.biometricKey);
    EXPECT_FALSE(facts.biometricSkipped);
    EXPECT_TRUE(facts.handedIn);
}

TEST(HappyPath, steps_count_from_account_to_record)
{
    EXPECT_EQ(stepOf(Welcome{}), 0);
    EXPECT_EQ(stepOf(atDetails().stage), 1);
    EXPECT_EQ(stepOf(atPassword().stage), 2);
    EXPECT_EQ(stepOf(atBiometric().stage), 3);
    EXPECT_EQ(stepOf(atAwaiting().stage), 4);
    EXPECT_EQ(stepOf(atPinSheet().stage), 5);
    EXPECT_EQ(stepOf(atActive().stage), 0);
}

} // namespace
} // namespace smartca::journey::activation
