// SPDX-License-Identifier: Apache-2.0
#include "world.h"

namespace smartca::journey::activation {
namespace {

/// The app was closed in `state` and opened again; the person goes on.
State locating(const State &state)
{
    return after(state, {AppStarted{true}, ResumeWanted{}});
}

TEST(Recovery, start_after_redemption_offers_to_resume_and_asks_the_service)
{
    const auto offered = after(atReading(), {AppStarted{true}});
    EXPECT_TRUE(at<OfferingResume>(offered));
    EXPECT_EQ(offered.facts.credentialId, "cred-1");
    EXPECT_EQ(effectsOf(activation::advance(offered, ResumeWanted{})),
              std::vector<std::string>{"askWhereIAm"});
}

TEST(Recovery, start_while_redeeming_asks_the_service_before_the_person)
{
    const auto started = activation::advance(atRedeeming(), AppStarted{true});
    EXPECT_EQ(effectsOf(started), std::vector<std::string>{"askWhereIAm"});
    const auto redeemed = after(started.next, {located(Located::At::Redeemed)});
    EXPECT_TRUE(at<ChoosingPassword>(redeemed));
    EXPECT_EQ(redeemed.facts.activationId, located(Located::At::Redeemed).activationId);
    EXPECT_TRUE(at<EnteringDetails>(after(started.next, {NothingLocated{}})));
    // Closed again meanwhile: the same question.
    EXPECT_EQ(effectsOf(activation::advance(started.next, AppStarted{true})), effectsOf(started));
}

TEST(Recovery, activation_known_by_name_is_not_given_up_for_none)
{
    const auto state = locating(atReading());
    EXPECT_EQ(activation::advance(state, NothingLocated{}).next, state);
}

TEST(Recovery, start_before_redemption_asks_for_the_details_again)
{
    EXPECT_TRUE(at<EnteringDetails>(activation::advance(atDetails(), AppStarted{true}).next));
    EXPECT_EQ(activation::advance(State{}, AppStarted{false}).next, State{});
}

TEST(Recovery, start_when_active_goes_home)
{
    EXPECT_TRUE(at<AtHome>(after(atActive(), {AppStarted{true}})));
}

TEST(Recovery, redeemed_chooses_password_and_pin_anew_and_never_asks_the_code)
{
    const auto anew = after(locating(atEnrolling()), {located(Located::At::Redeemed)});
    EXPECT_TRUE(at<ChoosingPassword>(anew));
    EXPECT_FALSE(anew.facts.biometricKey);
    EXPECT_EQ(anew.facts.activationId, atEnrolling().facts.activationId);
}

TEST(Recovery, enrolled_never_asks_the_password_again)
{
    const auto found = activation::advance(locating(atEnrolling()), located(Located::At::Enrolled));
    EXPECT_TRUE(at<AwaitingCertificate>(found.next));
    EXPECT_EQ(effectsOf(found), std::vector<std::string>{"awaitCertificate"});
    EXPECT_EQ(found.next.facts.credentialId, "cred-1");
}

TEST(Recovery, issued_fetches_the_certificate_to_be_reviewed)
{
    const auto found = activation::advance(locating(atAwaiting()), located(Located::At::Issued));
    EXPECT_EQ(effectsOf(found), std::vector<std::string>{"awaitCertificate"});
    EXPECT_TRUE(at<ReviewingCertificate>(after(found.next, {CertificateReceived{"0A1B2C"}})));
}

TEST(Recovery, confirmed_fetches_the_record_again)
{
    const auto found = activation::advance(locating(atReview()), located(Located::At::Confirmed));
    EXPECT_EQ(effectsOf(found), std::vector<std::string>{"fetchRecord"});
}

TEST(Recovery, signed_fetches_the_signature_without_a_pin)
{
    const auto found = activation::advance(locating(atSigning()), located(Located::At::Signed));
    EXPECT_EQ(effectsOf(found), std::vector<std::string>{"fetchSignature"});
    EXPECT_TRUE(at<HandingIn>(after(found.next, {SignatureReceived{}, RecordVerified{}})));
}

TEST(Recovery, active_shows_the_result)
{
    const auto found = after(locating(atHandingIn()), {located(Located::At::Active)});
    EXPECT_TRUE(at<Active>(found));
    EXPECT_TRUE(found.facts.handedIn);
}

TEST(Recovery, stopped_blocked_and_ended_lead_to_a_new_code)
{
    using enum Located::At;
    const std::pair<Located::At, FailureCode> ends[] = {
        {Located::At::Stopped, FailureCode::CertificateDataWrong},
        {Blocked, FailureCode::PinBlocked},
        {Ended, FailureCode::ActivationEnded}};
    for (const auto &[where, code] : ends) {
        const auto found = after(locating(atPinSheet()), {located(where)});
        EXPECT_EQ(codeOf(found), code);
        EXPECT_EQ(after(found, {ReactivationWanted{}}), State{});
    }
}

TEST(Recovery, journal_ahead_of_the_service_repeats_no_step)
{
    const std::pair<State, Located::At> ahead[] = {{atAwaiting(), Located::At::Redeemed},
                                                   {atReview(), Located::At::Enrolled},
                                                   {atReading(), Located::At::Issued},
                                                   {atReading(), Located::At::Redeemed}};
    for (const auto &[journal, where] : ahead) {
        const auto found = activation::advance(locating(journal), located(where));
        EXPECT_EQ(codeOf(found.next), FailureCode::JournalAhead) << nameOf(journal.stage);
        EXPECT_TRUE(found.effects.empty());
        EXPECT_EQ(effectsOf(activation::advance(found.next, RetryPressed{})),
                  std::vector<std::string>{"askWhereIAm"});
    }
}

TEST(Recovery, sequence_may_be_one_ahead_and_no_more)
{
    auto journal = locating(atSigning());
    auto answer = located(Located::At::Confirmed);
    answer.sequence = 0;
    EXPECT_FALSE(activation::advance(journal, answer).next.failure);
    journal.facts.sequence = 2;
    EXPECT_EQ(codeOf(activation::advance(journal, answer).next), FailureCode::JournalAhead);
}

TEST(Recovery, journal_of_another_activation_user_or_credential_is_foreign)
{
    const auto journal = locating(atReading());
    auto activation = located(Located::At::Confirmed);
    activation.activationId = "another";
    auto user = located(Located::At::Confirmed);
    user.userId = "another";
    auto credential = located(Located::At::Confirmed);
    credential.credentialId = "another";
    auto nameless = located(Located::At::Confirmed);
    nameless.credentialId.clear();
    for (const auto &answer : {activation, user, credential, nameless}) {
        const auto found = activation::advance(journal, answer);
        EXPECT_EQ(codeOf(found.next), FailureCode::JournalForeign);
        EXPECT_TRUE(found.effects.empty());
        EXPECT_EQ(after(found.next, {ReactivationWanted{}}), State{});
    }
}

TEST(Recovery, starting_over_forgets_the_activation)
{
    const auto offered = after(atReading(), {AppStarted{true}});
    const auto over = activation::advance(offered, StartOverWanted{});
    EXPECT_EQ(over.next, State{});
    EXPECT_EQ(effectsOf(over), (std::vector<std::string>{"wipeSecrets", "forgetActivation"}));
}

TEST(Recovery, unreadable_journal_at_the_start_offers_a_new_activation)
{
    const auto unreadable = after(State{}, {failed(FailureCode::JournalUnreadable)});
    EXPECT_EQ(codeOf(unreadable), FailureCode::JournalUnreadable);
    EXPECT_EQ(effectsOf(activation::advance(unreadable, ReactivationWanted{})),
              (std::vector<std::string>{"wipeSecrets", "forgetActivation"}));
}

TEST(Recovery, nothing_is_forgotten_where_trying_again_helps)
{
    const auto offline = after(atHandingIn(), {failed(FailureCode::NoNetwork)});
    EXPECT_EQ(activation::advance(offline, ReactivationWanted{}).next, offline);
    EXPECT_EQ(activation::advance(atEnrolling(), ReactivationWanted{}).next, atEnrolling());
}

} // namespace
} // namespace smartca::journey::activation
