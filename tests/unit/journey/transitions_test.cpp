// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include <algorithm>

/// Details, secrets and issuance: every trouble leads somewhere.
namespace smartca::journey::activation {
namespace {

using ::testing::Test;

bool contains(const std::vector<SecretSlot> &slots, SecretSlot slot)
{
    return std::find(slots.begin(), slots.end(), slot) != slots.end();
}

TEST(Details, wrong_code_is_told_beside_the_fields_and_can_be_sent_again)
{
    const auto wrong = after(atRedeeming(), {failed(FailureCode::ActivationDetailsWrong)});
    EXPECT_TRUE(at<EnteringDetails>(wrong));
    EXPECT_EQ(codeOf(wrong), FailureCode::ActivationDetailsWrong);
    const auto again = activation::advance(wrong, DetailsSubmitted{});
    EXPECT_EQ(effectsOf(again), (std::vector<std::string>{"cancelWork", "redeemCode"}));
    EXPECT_FALSE(again.next.failure);
}

TEST(Details, wrong_code_loses_nothing_that_was_entered)
{
    EXPECT_TRUE(
        wipedBy(activation::advance(atRedeeming(), failed(FailureCode::ActivationDetailsWrong))).empty());
    EXPECT_TRUE(wipedBy(activation::advance(atDetails(), BackPressed{})).empty());
}

TEST(Details, transport_trouble_offers_the_same_request_again)
{
    const auto offline = after(atRedeeming(), {failed(FailureCode::NoNetwork)});
    EXPECT_TRUE(at<Redeeming>(offline));
    EXPECT_EQ(effectsOf(activation::advance(offline, RetryPressed{})),
              std::vector<std::string>{"redeemCode"});
}

TEST(Details, leaving_while_redeeming_gives_the_work_up)
{
    const auto left = activation::advance(atRedeeming(), BackPressed{});
    EXPECT_TRUE(at<EnteringDetails>(left.next));
    EXPECT_EQ(effectsOf(left), std::vector<std::string>{"cancelWork"});
}

TEST(Details, used_up_code_leads_to_a_new_mail_and_back_to_the_fields)
{
    const auto closed = after(atRedeeming(), {failed(FailureCode::CodeTypingClosed)});
    const auto resent = activation::advance(closed, NewCodeWanted{});
    EXPECT_TRUE(at<EnteringDetails>(resent.next));
    EXPECT_EQ(effectsOf(resent), (std::vector<std::string>{"cancelWork", "resendMail"}));
    const auto mailed = activation::advance(resent.next, MailResent{});
    EXPECT_EQ(wipedBy(mailed), (std::vector{SecretSlot::Code, SecretSlot::Token}));
}

TEST(Details, mail_that_goes_out_after_its_page_was_left_still_ends_the_old_code)
{
    const auto left = after(atDetails(), {NewCodeWanted{}, BackPressed{}});
    const auto mailed = activation::advance(left, MailResent{});
    EXPECT_TRUE(at<ReadingPrivacy>(mailed.next));
    EXPECT_EQ(wipedBy(mailed), (std::vector{SecretSlot::Code, SecretSlot::Token}));
}

TEST(Details, mail_that_could_not_be_sent_is_sent_again_by_retry)
{
    const auto failedMail = after(atDetails(), {NewCodeWanted{}, failed(FailureCode::TooManyRequests)});
    EXPECT_EQ(codeOf(failedMail), FailureCode::TooManyRequests);
    EXPECT_EQ(effectsOf(activation::advance(failedMail, RetryPressed{})),
              std::vector<std::string>{"resendMail"});
}

TEST(Details, code_on_another_device_can_be_left_for_another_code)
{
    const auto other = after(atRedeeming(), {failed(FailureCode::CodeOnOtherDevice)});
    const auto dismissed = after(other, {FailureDismissed{}});
    EXPECT_TRUE(at<EnteringDetails>(dismissed));
    EXPECT_FALSE(dismissed.failure);
}

TEST(Details, code_is_wiped_as_soon_as_it_is_redeemed)
{
    const auto accepted = activation::advance(atRedeeming(), CodeAccepted{"a", "u", BiometricRule::Required});
    EXPECT_EQ(wipedBy(accepted), (std::vector{SecretSlot::Code, SecretSlot::Token}));
}

TEST(Details, late_answer_of_a_cancelled_request_changes_nothing)
{
    const auto left = after(atRedeeming(), {BackPressed{}});
    const auto late = activation::advance(left, CodeAccepted{"a", "u", BiometricRule::Required});
    EXPECT_EQ(late.next, left);
    EXPECT_TRUE(late.effects.empty());
}

TEST(Details, double_tap_does_not_redeem_twice)
{
    const auto twice = activation::advance(atRedeeming(), DetailsSubmitted{});
    EXPECT_EQ(twice.next, atRedeeming());
    EXPECT_TRUE(twice.effects.empty());
}

TEST(Secrets, weak_pin_names_its_rule_and_is_wiped)
{
    const auto choosing = after(atPassword(), {PasswordChosen{}});
    const auto weak = activation::advance(choosing, PinRejected{PinRule::Date});
    EXPECT_TRUE(at<ChoosingPin>(weak.next));
    ASSERT_EQ(codeOf(weak.next), FailureCode::PinWeak);
    EXPECT_EQ(weak.next.failure->facts.pinRule, PinRule::Date);
    EXPECT_EQ(wipedBy(weak), std::vector{SecretSlot::NewPin});
    EXPECT_FALSE(after(weak.next, {FailureDismissed{}}).failure);
    EXPECT_FALSE(after(weak.next, {AnotherPinWanted{}}).failure);
}

TEST(Secrets, unequal_pins_count_and_keep_the_first)
{
    const auto repeating = after(atPassword(), {PasswordChosen{}, PinChosen{}});
    const auto once = activation::advance(repeating, PinRepeated{false});
    EXPECT_EQ(std::get<RepeatingPin>(once.next.stage).mismatches, 1);
    EXPECT_EQ(codeOf(once.next), FailureCode::PinsUnequal);
    EXPECT_EQ(wipedBy(once), std::vector{SecretSlot::PinAgain});
    const auto twice = after(once.next, {PinRepeated{false}});
    EXPECT_EQ(std::get<RepeatingPin>(twice.stage).mismatches, 2);
    const auto another = activation::advance(twice, AnotherPinWanted{});
    EXPECT_TRUE(at<ChoosingPin>(another.next));
    EXPECT_TRUE(contains(wipedBy(another), SecretSlot::NewPin));
}

TEST(Secrets, code_is_never_asked_again_after_redemption)
{
    const auto back = activation::advance(atPassword(), BackPressed{});
    EXPECT_EQ(back.next, atPassword());
    EXPECT_TRUE(back.effects.empty());
}

TEST(Secrets, biometric_is_skipped_only_where_the_policy_allows_it)
{
    EXPECT_EQ(activation::advance(atBiometric(BiometricRule::Required), BiometricSkipped{}).next,
              atBiometric());
    const auto skipped = activation::advance(atBiometric(BiometricRule::Optional), BiometricSkipped{});
    EXPECT_TRUE(at<Enrolling>(skipped.next));
    EXPECT_TRUE(skipped.next.facts.biometricSkipped);
    EXPECT_FALSE(skipped.next.facts.biometricKey);
    EXPECT_EQ(effectsOf(skipped), std::vector<std::string>{"enrol"});
}

TEST(Secrets, every_biometric_trouble_can_be_tried_again)
{
    const auto asking = after(atBiometric(), {BiometricRequested{}});
    for (const auto code :
         {FailureCode::BiometricMissing, FailureCode::BiometricCancelled, FailureCode::BiometricFailed,
          FailureCode::BiometricLockedOut, FailureCode::BiometricChanged, FailureCode::ScreenLockMissing}) {
        const auto refused = after(asking, {failed(code)});
        EXPECT_EQ(codeOf(refused), code);
        EXPECT_EQ(effectsOf(activation::advance(refused, RetryPressed{})),
                  std::vector<std::string>{"askBiometric"});
        EXPECT_EQ(effectsOf(activation::advance(refused, BiometricRequested{})),
                  std::vector<std::string>{"askBiometric"});
    }
}

TEST(Issuance, refused_password_is_chosen_anew)
{
    const auto refused = activation::advance(atEnrolling(), failed(FailureCode::PasswordRefused));
    EXPECT_TRUE(at<ChoosingPassword>(refused.next));
    EXPECT_EQ(codeOf(refused.next), FailureCode::PasswordRefused);
    EXPECT_TRUE(contains(wipedBy(refused), SecretSlot::Password));
    EXPECT_TRUE(contains(wipedBy(refused), SecretSlot::NewPin));
    EXPECT_FALSE(after(refused.next, {FailureDismissed{}}).failure);
}

TEST(Issuance, changed_fingers_at_enrolment_lead_back_to_the_biometric)
{
    const auto changed = after(atEnrolling(), {failed(FailureCode::BiometricChanged)});
    EXPECT_TRUE(at<ConfirmingBiometric>(changed));
    EXPECT_FALSE(changed.facts.biometricKey);
}

TEST(Issuance, enrolment_without_an_answer_is_sent_again_with_the_same_secrets)
{
    const auto timedOut = activation::advance(atEnrolling(), failed(FailureCode::TimedOut));
    EXPECT_TRUE(wipedBy(timedOut).empty());
    EXPECT_EQ(effectsOf(activation::advance(timedOut.next, RetryPressed{})),
              std::vector<std::string>{"enrol"});
}

TEST(Issuance, enrolment_at_another_step_asks_where_things_stand)
{
    for (const auto code : {FailureCode::StateStale, FailureCode::StepNotAllowed,
                            FailureCode::RegistrationInvalid, FailureCode::IdempotencyKeyReused}) {
        const auto stale = after(atEnrolling(), {failed(code)});
        EXPECT_EQ(effectsOf(activation::advance(stale, RetryPressed{})),
                  std::vector<std::string>{"askWhereIAm"});
    }
}

TEST(Issuance, password_and_new_pin_are_wiped_once_enrolled)
{
    const auto slots = wipedBy(activation::advance(atEnrolling(), Enrolled{"c"}));
    for (const auto slot : {SecretSlot::Password, SecretSlot::PasswordAgain, SecretSlot::NewPin,
                            SecretSlot::PinAgain, SecretSlot::Avoid})
        EXPECT_TRUE(contains(slots, slot)) << nameOf(slot);
}

TEST(Issuance, held_certificate_is_said_and_still_waited_for)
{
    const auto held = after(atAwaiting(), {IssuanceReported{Issuance::Held}});
    EXPECT_EQ(codeOf(held), FailureCode::CertificateHeld);
    const auto issued = after(held, {CertificateReceived{"0A"}});
    EXPECT_TRUE(at<ReviewingCertificate>(issued));
    EXPECT_FALSE(issued.failure);
    EXPECT_FALSE(isOverForGood(held)) << "it may still be released";
    EXPECT_EQ(effectsOf(activation::advance(held, RetryPressed{})),
              (std::vector<std::string>{"cancelWork", "awaitCertificate"}));
}

TEST(Issuance, refused_certificate_stops_the_polling_until_asked_again)
{
    const auto refused = activation::advance(atAwaiting(), IssuanceReported{Issuance::Refused});
    EXPECT_EQ(codeOf(refused.next), FailureCode::CertificateRefused);
    EXPECT_EQ(effectsOf(refused), std::vector<std::string>{"cancelWork"});
    EXPECT_EQ(effectsOf(activation::advance(refused.next, RetryPressed{})),
              std::vector<std::string>{"awaitCertificate"});
    EXPECT_TRUE(at<Welcome>(after(refused.next, {ReactivationWanted{}})));
    EXPECT_TRUE(isOverForGood(refused.next));
}

TEST(Issuance, wrong_data_stops_the_activation_and_wipes_everything)
{
    const auto reporting =
        after(atReview(), {CertificateWrongPressed{}, CertificateWrong{WrongData::Birthday}});
    EXPECT_EQ(std::get<ConfirmingCertificate>(reporting.stage).wrong, WrongData::Birthday);
    const auto stopped = activation::advance(reporting, DataReported{});
    EXPECT_TRUE(at<Stopped>(stopped.next));
    EXPECT_EQ(codeOf(stopped.next), FailureCode::CertificateDataWrong);
    EXPECT_EQ(wipedBy(stopped).size(), 9U);
    EXPECT_TRUE(isOverForGood(stopped.next));
    const auto anew = activation::advance(stopped.next, ReactivationWanted{});
    EXPECT_EQ(anew.next, State{});
    EXPECT_EQ(effectsOf(anew), (std::vector<std::string>{"wipeSecrets", "forgetActivation"}));
}

TEST(Issuance, wrong_data_needs_the_choice_to_be_open)
{
    EXPECT_EQ(activation::advance(atReview(), CertificateWrong{WrongData::Name}).next, atReview());
    const auto choosing = after(atReview(), {CertificateWrongPressed{}});
    EXPECT_EQ(after(choosing, {BackPressed{}}), atReview());
}

TEST(Issuance, verdict_without_an_answer_is_sent_again_unchanged)
{
    const auto reporting = after(atReview(), {CertificateWrongPressed{}, CertificateWrong{WrongData::Other},
                                              failed(FailureCode::TimedOut)});
    const auto again = activation::advance(reporting, RetryPressed{});
    ASSERT_EQ(again.effects.size(), 1U);
    EXPECT_EQ(std::get<ConfirmCertificate>(again.effects[0]).wrong, WrongData::Other);
}

} // namespace
} // namespace smartca::journey::activation
