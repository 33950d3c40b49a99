// SPDX-License-Identifier: Apache-2.0
#include "world.h"

namespace smartca::journey::activation {
namespace {

TEST(Signing, needs_the_record_read_to_its_end)
{
    EXPECT_EQ(activation::advance(atReading(), SignPressed{}).next, atReading());
    EXPECT_EQ(effectsOf(activation::advance(after(atReading(), {RecordReadToEnd{}}), SignPressed{})),
              std::vector<std::string>{"requestChallenge"});
}

TEST(Signing, wrong_pin_is_wiped_and_the_next_challenge_asked_for)
{
    const auto wrong = activation::advance(atSigning(), failed(FailureCode::PinWrong));
    EXPECT_EQ(effectsOf(wrong), (std::vector<std::string>{"wipeSecrets", "requestChallenge"}));
    EXPECT_EQ(wipedBy(wrong), std::vector{SecretSlot::SigningPin});
    const auto sheet = after(wrong.next, {ChallengeReceived{2, {2, 8, Seconds{300}}}});
    EXPECT_TRUE(at<EnteringSigningPin>(sheet));
    EXPECT_EQ(codeOf(sheet), FailureCode::PinWrong);
    EXPECT_EQ(std::get<EnteringSigningPin>(sheet.stage).tries.triesLeft, 2);
    EXPECT_FALSE(after(sheet, {SigningPinEntered{}}).failure);
}

TEST(Signing, trouble_with_the_next_challenge_after_a_wrong_pin_is_told)
{
    const auto offline = after(atSigning(), {failed(FailureCode::PinWrong), failed(FailureCode::NoNetwork)});
    EXPECT_TRUE(at<OpeningPinSheet>(offline));
    EXPECT_EQ(codeOf(offline), FailureCode::NoNetwork);
    EXPECT_EQ(effectsOf(activation::advance(offline, RetryPressed{})),
              std::vector<std::string>{"requestChallenge"});
}

TEST(Signing, locked_pin_keeps_its_countdown_and_comes_back_by_retry)
{
    auto locked = failed(FailureCode::PinLocked);
    locked.failure.facts.at = UtcTime{Seconds{1795000300}};
    const auto state = after(atSigning(), {locked});
    EXPECT_TRUE(at<OpeningPinSheet>(state));
    EXPECT_EQ(state.failure->facts.at, UtcTime{Seconds{1795000300}});
    EXPECT_EQ(effectsOf(activation::advance(state, RetryPressed{})),
              std::vector<std::string>{"requestChallenge"});
    EXPECT_TRUE(at<ReadingRecord>(after(state, {PinSheetClosed{}})));
    EXPECT_TRUE(at<Welcome>(after(state, {ReactivationWanted{}})));
}

TEST(Signing, blocked_pin_leads_to_a_new_activation)
{
    const auto blocked = after(atSigning(), {failed(FailureCode::PinBlocked)});
    EXPECT_EQ(codeOf(blocked), FailureCode::PinBlocked);
    EXPECT_EQ(effectsOf(activation::advance(blocked, ReactivationWanted{})),
              (std::vector<std::string>{"wipeSecrets", "forgetActivation"}));
}

TEST(Signing, new_code_for_a_blocked_or_forgotten_pin_forgets_all_but_whom_to_send_it_to)
{
    for (const auto &state : {after(atSigning(), {failed(FailureCode::PinBlocked)}),
                              after(atSigning(), {failed(FailureCode::PinLocked)}), atPinSheet()}) {
        const auto forgotten = activation::advance(state, NewCodeWanted{});
        EXPECT_TRUE(at<EnteringDetails>(forgotten.next));
        EXPECT_EQ(forgotten.next.facts, Facts{});
        EXPECT_EQ(effectsOf(forgotten), (std::vector<std::string>{"wipeSecrets", "forgetActivation"}));
        const auto wiped = wipedBy(forgotten);
        EXPECT_EQ(std::find(wiped.begin(), wiped.end(), SecretSlot::Username), wiped.end());
        EXPECT_EQ(wiped.size(), 8U) << "everything else";
        EXPECT_EQ(effectsOf(activation::advance(forgotten.next, NewCodeWanted{})),
                  (std::vector<std::string>{"cancelWork", "resendMail"}));
    }
    EXPECT_EQ(activation::advance(atEnrolling(), NewCodeWanted{}).next, atEnrolling());
}

TEST(Signing, lost_keys_are_not_a_wrong_pin)
{
    const auto lost = after(atSigning(), {failed(FailureCode::KeysNotOnDevice)});
    EXPECT_EQ(codeOf(lost), FailureCode::KeysNotOnDevice);
    EXPECT_TRUE(at<Welcome>(after(lost, {ReactivationWanted{}})));
}

TEST(Signing, with_an_unknown_outcome_the_pin_is_wiped_and_the_service_asked)
{
    // What could not be written may be the signature that has just come.
    for (const auto code : {FailureCode::TimedOut, FailureCode::ServiceUnreachable, FailureCode::ServiceError,
                            FailureCode::AnswerMalformed, FailureCode::SadOutcomeUnknown,
                            FailureCode::DiskFull, FailureCode::DiskFailed}) {
        const auto unknown = activation::advance(atSigning(), failed(code));
        EXPECT_TRUE(at<activation::Signing>(unknown.next)) << codeText(code);
        EXPECT_EQ(wipedBy(unknown), std::vector{SecretSlot::SigningPin});
        const auto retried = activation::advance(unknown.next, RetryPressed{});
        EXPECT_EQ(effectsOf(retried), std::vector<std::string>{"askWhereIAm"});
        const auto found = activation::advance(retried.next, located(Located::At::Signed));
        EXPECT_EQ(effectsOf(found), std::vector<std::string>{"fetchSignature"});
        const auto notMade = activation::advance(retried.next, located(Located::At::Confirmed));
        EXPECT_EQ(effectsOf(notMade), std::vector<std::string>{"fetchRecord"});
    }
}

TEST(Signing, refused_signature_keeps_the_record_and_can_be_tried_again)
{
    const auto refused = after(atSigning(), {failed(FailureCode::SignatureRefused)});
    EXPECT_TRUE(std::get<ReadingRecord>(refused.stage).readToEnd);
    EXPECT_EQ(effectsOf(activation::advance(refused, RetryPressed{})),
              std::vector<std::string>{"requestChallenge"});
}

TEST(Signing, failure_of_the_service_hsm_is_not_repeated_by_itself)
{
    const auto failedHsm = activation::advance(atSigning(), failed(FailureCode::HsmUnavailable));
    EXPECT_EQ(effectsOf(failedHsm), std::vector<std::string>{"wipeSecrets"});
    EXPECT_TRUE(at<ReadingRecord>(failedHsm.next));
}

TEST(Signing, closing_the_sheet_wipes_the_pin)
{
    const auto closed = activation::advance(atPinSheet(), PinSheetClosed{});
    EXPECT_EQ(wipedBy(closed), std::vector{SecretSlot::SigningPin});
    EXPECT_TRUE(std::get<ReadingRecord>(closed.next.stage).readToEnd);
    const auto opening = after(atReading(), {RecordReadToEnd{}, SignPressed{}});
    EXPECT_EQ(effectsOf(activation::advance(opening, PinSheetClosed{})),
              std::vector<std::string>{"cancelWork"});
}

TEST(Signing, sequence_is_known_before_anything_is_sent)
{
    EXPECT_EQ(atPinSheet().facts.sequence, 1);
}

TEST(Signing, unshowable_record_cannot_be_signed_but_fetched_again)
{
    const auto fetching = after(atReview(), {CertificateRight{}, CertificateConfirmed{}});
    const auto refused = after(fetching, {failed(FailureCode::RecordNotShowable)});
    EXPECT_EQ(activation::advance(refused, SignPressed{}).next, refused);
    EXPECT_EQ(effectsOf(activation::advance(refused, RetryPressed{})),
              std::vector<std::string>{"fetchRecord"});
    const auto undrawn = after(atReading(), {failed(FailureCode::RecordUnreadable)});
    EXPECT_EQ(effectsOf(activation::advance(undrawn, RetryPressed{})),
              std::vector<std::string>{"fetchRecord"});
}

TEST(Signing, invalid_signature_is_fetched_again_without_a_pin)
{
    const auto invalid = after(atVerifying(), {failed(FailureCode::SignatureInvalid)});
    EXPECT_EQ(effectsOf(activation::advance(invalid, RetryPressed{})),
              std::vector<std::string>{"fetchSignature"});
}

TEST(Signing, full_disk_while_verifying_verifies_again)
{
    const auto full = after(atVerifying(), {failed(FailureCode::DiskFull)});
    EXPECT_EQ(effectsOf(activation::advance(full, RetryPressed{})), std::vector<std::string>{"verifyRecord"});
}

TEST(HandIn, without_an_answer_says_signed_but_not_handed_in)
{
    const auto offline = after(atHandingIn(), {failed(FailureCode::NoNetwork)});
    EXPECT_TRUE(at<HandingIn>(offline));
    EXPECT_EQ(codeOf(offline), FailureCode::NotHandedIn);
    EXPECT_EQ(effectsOf(activation::advance(offline, RetryPressed{})), std::vector<std::string>{"handIn"});
}

TEST(HandIn, refusal_keeps_its_own_code_and_can_be_tried_again)
{
    const auto refused = after(atHandingIn(), {failed(FailureCode::SignatureRefused)});
    EXPECT_EQ(codeOf(refused), FailureCode::SignatureRefused);
    EXPECT_EQ(effectsOf(activation::advance(refused, RetryPressed{})), std::vector<std::string>{"handIn"});
}

TEST(HandIn, wipes_every_secret_when_accepted)
{
    EXPECT_EQ(wipedBy(activation::advance(atHandingIn(), HandInAccepted{})).size(), 9U);
}

} // namespace
} // namespace smartca::journey::activation
