// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/ui/desk.h"

#include <QSignalSpy>

namespace smartca::ui {
namespace {

using namespace activation;

struct Details : ::testing::Test {
    Desk desk;
    DetailsViewModel &details = *desk.activation.details();
    void SetUp() override { desk.at(EnteringDetails{}); }
    void fill()
    {
        details.typeUsername(QStringLiteral("079162001418"));
        details.typeCode(QStringLiteral("k7mp-4qxt"));
    }
};

TEST_F(Details, the_button_names_what_is_missing)
{
    EXPECT_EQ(details.continueText().toStdString(), "Nhập tên đăng nhập");
    details.typeUsername(QStringLiteral("079162001418"));
    EXPECT_EQ(details.continueText().toStdString(), "Nhập đủ 8 ký tự");
    details.typeCode(QStringLiteral("K7MP4Q"));
    EXPECT_EQ(details.continueText().toStdString(), "Nhập thêm 2 ký tự");
    EXPECT_FALSE(details.canContinue());
    details.typeCode(QStringLiteral("K7MP4QXT"));
    EXPECT_EQ(details.continueText().toStdString(), "Tiếp tục");
    EXPECT_TRUE(details.canContinue());
}

TEST_F(Details, what_is_typed_is_normalised_into_cells)
{
    details.typeCode(QStringLiteral("k7mp 4q"));
    EXPECT_EQ(details.cells().join(u'.').toStdString(), "K.7.M.P.4.Q..");
}

TEST_F(Details, a_link_the_app_was_started_with_fills_them_while_they_are_still_to_be_given)
{
    const auto link = QStringLiteral("smartca://activate#u=079162001418&t=AAECAwQFBgcICQoLDA0ODw");
    desk.at(ChoosingPassword{});
    desk.activation.openLink(link);
    EXPECT_EQ(details.username(), QString());
    EXPECT_FALSE(details.hasLink());
    desk.at(Welcome{});
    desk.activation.openLink(link);
    desk.at(ReadingPrivacy{});
    EXPECT_FALSE(details.hasLink());
    desk.at(EnteringDetails{});
    EXPECT_EQ(details.username(), QStringLiteral("079162001418"));
    EXPECT_TRUE(details.hasLink());
    EXPECT_TRUE(desk.source.events().empty()) << "a person goes on";
}

TEST_F(Details, a_link_waits_while_an_earlier_activation_is_looked_up_or_has_stopped)
{
    const auto link = QStringLiteral("smartca://activate#u=079162001418&t=AAECAwQFBgcICQoLDA0ODw");
    const std::vector<Stage> waysTo[] = {
        {Locating{}}, {OfferingResume{}, Welcome{}, ReadingPrivacy{}}, {Stopped{}, Welcome{}}};
    for (const auto &way : waysTo) {
        Desk other;
        other.at(way.front());
        other.activation.openLink(link);
        for (const auto &stage : way)
            other.at(stage);
        other.at(EnteringDetails{});
        EXPECT_TRUE(other.activation.details()->hasLink()) << nameOf(way.front());
    }
}

TEST_F(Details, a_link_is_dropped_when_the_earlier_activation_goes_on)
{
    desk.at(OfferingResume{});
    desk.activation.openLink(QStringLiteral("smartca://activate#u=079162001418&t=AAECAwQFBgcICQoLDA0ODw"));
    desk.at(ChoosingPassword{});
    desk.at(EnteringDetails{});
    EXPECT_FALSE(details.hasLink());
}

TEST_F(Details, a_link_the_app_was_started_with_that_is_none_is_said)
{
    desk.at(Welcome{});
    desk.activation.openLink(QStringLiteral("smartca://activate"));
    desk.at(EnteringDetails{});
    EXPECT_TRUE(desk.activation.failure()->inlineNow()) << "on the page that shows it";
}

TEST_F(Details, nothing_is_sent_while_something_is_missing)
{
    QSignalSpy username(&details, &DetailsViewModel::usernameMissing);
    QSignalSpy code(&details, &DetailsViewModel::codeMissing);
    details.submit();
    EXPECT_EQ(username.count(), 1);
    details.typeUsername(QStringLiteral("079162001418"));
    details.submit();
    EXPECT_EQ(code.count(), 1);
    EXPECT_EQ(desk.times<DetailsSubmitted>(), 0);
}

TEST_F(Details, submitting_fills_the_vault_and_names_no_value)
{
    fill();
    details.submit();
    EXPECT_EQ(desk.times<DetailsSubmitted>(), 1);
    EXPECT_EQ(desk.source.vault().value(SecretSlot::Username).text(), "079162001418");
    EXPECT_EQ(desk.source.vault().value(SecretSlot::Code).text(), "K7MP4QXT");
}

TEST_F(Details, a_whole_mail_fills_both_fields)
{
    details.pasteText(QStringLiteral(
        "Kính gửi\nTên đăng nhập: 079162001418\nMã kích hoạt: K7MP-4QXT\nCần hỗ trợ, gọi 1800 1260."));
    EXPECT_EQ(details.username().toStdString(), "079162001418");
    EXPECT_EQ(details.code().toStdString(), "K7MP4QXT");
    EXPECT_TRUE(details.canContinue());
    EXPECT_EQ(desk.times<DetailsSubmitted>(), 0); // a person presses the button
}

TEST_F(Details, pasting_a_username_alone_keeps_the_code_and_says_what_was_filled)
{
    details.typeCode(QStringLiteral("K7MP4QXT"));
    details.pasteText(QStringLiteral("Tên đăng nhập: 079162001418"));
    EXPECT_EQ(details.username().toStdString(), "079162001418");
    EXPECT_EQ(details.code().toStdString(), "K7MP4QXT");
    EXPECT_EQ(desk.activation.announcement().toStdString(), "Đã điền tên đăng nhập");
    details.pasteText(QStringLiteral("smartca://activate#u=079162001418&t=AAECAwQFBgcICQoLDA0ODw"));
    EXPECT_EQ(desk.activation.announcement().toStdString(), "Đã điền tên đăng nhập và mã kích hoạt");
    details.pasteText(QStringLiteral("Tên đăng nhập: 079162001419"));
    EXPECT_TRUE(details.hasLink());
}

TEST_F(Details, pasting_a_code_alone_keeps_the_username_and_says_what_was_filled)
{
    details.typeUsername(QStringLiteral("079162001418"));
    details.pasteText(QStringLiteral("Mã kích hoạt: K7MP-4QXT"));
    EXPECT_EQ(details.username().toStdString(), "079162001418");
    EXPECT_EQ(desk.activation.announcement().toStdString(), "Đã điền mã kích hoạt");
}

TEST_F(Details, pasting_nothing_useful_again_is_said_again)
{
    const Heard heard(desk.activation);
    for (int pasted = 1; pasted <= 2; ++pasted) {
        details.pasteText(QStringLiteral("Xin chào"));
        desk.source.setBusy(true); // a refresh says nothing
        desk.source.setBusy(false);
        EXPECT_EQ(heard.times(desk.activation.failure()->title()), pasted);
    }
}

TEST_F(Details, pasting_nothing_useful_says_so_and_keeps_what_was_typed)
{
    fill();
    details.pasteText(QStringLiteral("Xin chào"));
    EXPECT_EQ(desk.activation.failure()->code().toStdString(), "ACT-101");
    EXPECT_EQ(details.username().toStdString(), "079162001418");
    details.typeCode(QStringLiteral("K7MP4QX"));
    EXPECT_FALSE(desk.activation.failure()->active());
}

TEST_F(Details, pasting_nothing_useful_offers_to_type_what_is_still_missing)
{
    QSignalSpy username(&details, &DetailsViewModel::usernameMissing);
    QSignalSpy code(&details, &DetailsViewModel::codeMissing);
    details.pasteText(QStringLiteral("Xin chào"));
    EXPECT_TRUE(details.typingOffered());
    details.typeByHand();
    EXPECT_FALSE(desk.activation.failure()->active());
    EXPECT_EQ(username.count(), 1);
    details.typeUsername(QStringLiteral("079162001418"));
    details.pasteText(QStringLiteral("Xin chào"));
    details.typeByHand();
    EXPECT_EQ(code.count(), 1);
}

TEST_F(Details, pasting_nothing_useful_over_a_complete_form_leaves_a_way_on)
{
    fill();
    details.pasteText(QStringLiteral("Xin chào"));
    details.typeByHand();
    EXPECT_EQ(details.continueText().toStdString(), "Tiếp tục");
    details.submit();
    EXPECT_EQ(desk.times<DetailsSubmitted>(), 1);
}

TEST_F(Details, sending_the_mail_again_is_offered_beside_a_wrong_code)
{
    desk.source.setState(stateWith(FailureCode::ActivationDetailsWrong));
    EXPECT_TRUE(details.pasteInstead());
    EXPECT_FALSE(details.typingOffered());
}

TEST_F(Details, after_a_wrong_code_the_button_pastes_until_something_is_edited)
{
    fill();
    details.submit();
    desk.source.setState(stateWith(FailureCode::ActivationDetailsWrong));
    EXPECT_TRUE(details.pasteInstead());
    EXPECT_TRUE(details.wrong());
    details.typeCode(QStringLiteral("K7MP4QX"));
    EXPECT_FALSE(details.pasteInstead());
    EXPECT_EQ(desk.times<FailureDismissed>(), 1);
}

TEST_F(Details, the_code_goes_once_it_is_redeemed_and_the_username_stays)
{
    fill();
    desk.source.setState(stateWith(FailureCode::PasswordWeak));
    EXPECT_TRUE(details.code().isEmpty());
    EXPECT_EQ(details.username().toStdString(), "079162001418");
}

TEST_F(Details, the_mail_is_sent_again_at_most_once_a_minute)
{
    EXPECT_FALSE(details.canResend());
    details.typeUsername(QStringLiteral("079162001418"));
    details.resend();
    desk.source.setBusy(true);
    details.resend();
    EXPECT_EQ(desk.times<NewCodeWanted>(), 1);
    desk.source.setBusy(false);
    desk.source.submit(MailResent{});
    EXPECT_FALSE(details.canResend());
    desk.source.setNow(desk.source.serviceNow() + Seconds{61});
    EXPECT_TRUE(details.canResend());
}

TEST_F(Details, get_a_new_code_orders_the_mail_for_the_username_that_is_known)
{
    fill();
    details.submit();
    desk.source.setLive(true);
    desk.source.setState(stateWith(FailureCode::PinBlocked));
    desk.activation.failure()->primary();
    EXPECT_EQ(desk.activation.page(), ActivationViewModel::Page::Details);
    EXPECT_EQ(desk.times<NewCodeWanted>(), 2) << "forgotten, then ordered";
    EXPECT_EQ(desk.source.vault().value(SecretSlot::Username).text(), "079162001418");
    desk.source.submit(MailResent{});
    EXPECT_FALSE(details.resentText().isEmpty());
    EXPECT_EQ(details.continueText().toStdString(), "Nhập đủ 8 ký tự");
}

TEST_F(Details, get_a_new_code_asks_for_the_username_where_it_is_not_known)
{
    desk.source.setLive(true);
    desk.at(EnteringSigningPin{});
    auto state = desk.source.state();
    state.facts.activationId = "a";
    desk.source.setState(state);
    desk.activation.signing()->forgotPin();
    EXPECT_EQ(desk.activation.page(), ActivationViewModel::Page::Details);
    EXPECT_EQ(desk.times<NewCodeWanted>(), 1);
    EXPECT_TRUE(details.orderText().contains(QStringLiteral("Gửi mã mới")));
    EXPECT_EQ(desk.activation.announcement(), details.orderText());
    EXPECT_FALSE(details.canContinue());
    details.typeUsername(QStringLiteral("079162001418"));
    EXPECT_EQ(details.continueText().toStdString(), "Gửi mã mới");
    EXPECT_TRUE(details.canContinue());
    details.submit();
    EXPECT_EQ(desk.times<NewCodeWanted>(), 2);
    EXPECT_EQ(desk.times<DetailsSubmitted>(), 0);
    desk.source.submit(MailResent{});
    EXPECT_TRUE(details.orderText().isEmpty());
}

TEST_F(Details, the_mail_is_said_to_be_on_its_way_only_once_the_service_took_the_order)
{
    fill();
    details.resend();
    EXPECT_TRUE(details.resentText().isEmpty());
    EXPECT_EQ(details.code().toStdString(), "K7MP4QXT");
    desk.source.setState(stateWith(FailureCode::NoNetwork));
    EXPECT_TRUE(details.resentText().isEmpty());
    EXPECT_EQ(details.code().toStdString(), "K7MP4QXT") << "nothing was sent: nothing is lost";
    EXPECT_TRUE(details.canResend()) << "and no minute to wait";
    desk.at(EnteringDetails{});
    details.resend();
    desk.source.submit(MailResent{});
    EXPECT_TRUE(details.resentText().contains(QStringLiteral("Mã cũ không dùng được nữa")));
    EXPECT_EQ(desk.activation.announcement(), details.resentText());
    EXPECT_TRUE(details.code().isEmpty());
}

} // namespace
} // namespace smartca::ui
