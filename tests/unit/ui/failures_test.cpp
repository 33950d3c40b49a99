// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/ui/desk.h"

#include <QSignalSpy>

#include <gmock/gmock.h>

namespace smartca::ui {
namespace {

using namespace activation;
using Page = ActivationViewModel::Page;

class EveryFailure : public ::testing::TestWithParam<FailureCode> {};

TEST_P(EveryFailure, is_told_in_both_languages_where_its_entry_says)
{
    Desk desk;
    const auto &entry = catalogueEntry(GetParam());
    desk.source.setState(stateWith(GetParam()));
    auto &failure = *desk.activation.failure();
    EXPECT_EQ(failure.inlineNow(), entry.presentation == Presentation::Inline);
    const auto page = desk.activation.page();
    EXPECT_EQ(page == Page::Problem || page == Page::Stopped, entry.presentation == Presentation::Page);
    EXPECT_EQ(failure.code().toStdString(), codeText(GetParam()));
    const auto vietnamese = failure.title();
    for (const char *language : {"vi", "en"}) {
        desk.settings.setLanguage(QString::fromLatin1(language));
        for (const auto &text : {failure.title(), failure.text(), failure.primaryText()}) {
            EXPECT_FALSE(text.isEmpty());
            EXPECT_FALSE(text.contains(u'{')) << text.toStdString();
        }
        EXPECT_NE(failure.primaryText().toStdString(), failure.secondaryText().toStdString());
    }
    EXPECT_NE(failure.title(), vietnamese);
}

TEST_P(EveryFailure, is_said_to_the_screen_reader)
{
    Desk desk;
    desk.source.setState(stateWith(GetParam()));
    EXPECT_TRUE(desk.activation.announcement().contains(desk.activation.failure()->title()));
}

TEST_P(EveryFailure, has_a_primary_button_that_does_something)
{
    Desk desk;
    desk.source.setState(stateWith(GetParam()));
    QSignalSpy paste(desk.activation.failure(), &FailureViewModel::pasteWanted);
    QSignalSpy close(desk.activation.failure(), &FailureViewModel::closeWanted);
    const auto before = desk.source.events().size() + desk.source.asked().size();
    desk.activation.failure()->primary();
    const auto after = desk.source.events().size() + desk.source.asked().size();
    EXPECT_GT(after + static_cast<std::size_t>(paste.count() + close.count()), before);
}

INSTANTIATE_TEST_SUITE_P(Codes, EveryFailure,
                         ::testing::ValuesIn(allFailureCodes().begin(), allFailureCodes().end()),
                         [](const auto &code) {
                             auto name = std::string(codeText(code.param));
                             std::erase(name, '-');
                             return name;
                         });

TEST(Failures, tries_left_are_counted_once_in_words_and_in_dots)
{
    Desk desk;
    desk.source.setState(stateWith(FailureCode::ActivationDetailsWrong));
    EXPECT_EQ(desk.activation.announcement().count(QStringLiteral("Còn 2 lần thử")), 1);
    EXPECT_EQ(desk.activation.failure()->triesLeft(), 2);
    EXPECT_EQ(desk.activation.failure()->triesTotal(), 5);
}

TEST(Failures, what_staff_wrote_about_a_held_or_refused_certificate_is_shown)
{
    for (const auto code : {FailureCode::CertificateHeld, FailureCode::CertificateRefused}) {
        Desk desk;
        client::Dossier dossier;
        dossier.issuanceReason = "ảnh giấy tờ\nbị mờ.";
        desk.source.setDossier(dossier);
        auto state = stateWith(code);
        state.failure->facts.subject.reset();
        desk.source.setState(state);
        EXPECT_TRUE(desk.activation.failure()->why().endsWith(QStringLiteral(": ảnh giấy tờ bị mờ.")))
            << desk.activation.failure()->why().toStdString();
        EXPECT_TRUE(desk.activation.announcement().contains(QStringLiteral("bị mờ")));
        desk.source.setDossier({});
        EXPECT_FALSE(desk.activation.failure()->why().contains(u':')) << "staff wrote nothing";
    }
}

TEST(Failures, a_certificate_that_will_not_come_leads_to_a_new_activation)
{
    for (const auto code : {FailureCode::CertificateRefused, FailureCode::CertificateMismatch}) {
        Desk desk;
        desk.source.setState(stateWith(code));
        EXPECT_EQ(desk.activation.failure()->secondaryText().toStdString(), "Kích hoạt lại");
        desk.activation.failure()->secondary();
        EXPECT_EQ(desk.times<ReactivationWanted>(), 1);
    }
}

TEST(Failures, a_button_that_opens_nothing_says_what_to_do_by_hand)
{
    const std::pair<FailureCode, const char *> table[] = {{FailureCode::AppTooOld, "kho ứng dụng"},
                                                          {FailureCode::ClockWrong, "Cài đặt"},
                                                          {FailureCode::BiometricMissing, "Cài đặt"},
                                                          {FailureCode::RequestRefused, "1800"},
                                                          {FailureCode::ScreenLockMissing, "Cài đặt"}};
    for (const auto &[code, named] : table) {
        Desk desk;
        desk.source.setState(stateWith(code));
        desk.activation.failure()->primary();
        EXPECT_TRUE(desk.activation.byHandText().isEmpty()) << codeText(code) << ": it was opened";
        desk.source.setOpens(false);
        desk.activation.failure()->primary();
        EXPECT_TRUE(desk.activation.byHandText().contains(QString::fromUtf8(named))) << codeText(code);
        EXPECT_EQ(desk.activation.announcement(), desk.activation.byHandText());
        desk.source.setState(stateWith(FailureCode::NoNetwork));
        EXPECT_TRUE(desk.activation.byHandText().isEmpty()) << codeText(code) << ": it is over";
    }
}

TEST(Failures, an_update_leads_to_the_store_and_where_there_is_none_to_the_hotline)
{
    Desk desk;
    desk.source.setState(stateWith(FailureCode::AppTooOld));
    EXPECT_EQ(desk.activation.failure()->primaryText().toStdString(), "Mở kho ứng dụng");
    desk.source.setStore(false);
    EXPECT_TRUE(desk.activation.failure()->primaryText().startsWith(QStringLiteral("Gọi 1800")));
    desk.activation.failure()->primary();
    EXPECT_THAT(desk.source.asked(), ::testing::ElementsAre("dial 18001260"));
    EXPECT_EQ(desk.activation.failure()->secondaryText().toStdString(), "Thử lại");
}

TEST(Failures, a_lock_counts_down_by_the_services_clock)
{
    Desk desk;
    desk.source.setState(stateWith(FailureCode::PinLocked));
    EXPECT_EQ(desk.activation.failure()->countdownText().toStdString(), "04:32");
    desk.source.setNow(desk.source.serviceNow() + Seconds{212});
    EXPECT_EQ(desk.activation.failure()->countdownSeconds(), 60);
    desk.source.setNow(desk.source.serviceNow() + Seconds{3600});
    EXPECT_EQ(desk.activation.failure()->countdownText().toStdString(), "00:00");
}

/// A PIN that is locked, and what is said while the service's clock turns.
struct LockedDesk : Desk {
    LockedDesk() { source.setState(stateWith(FailureCode::PinLocked)); }
    /// The next tick comes so many seconds before the end.
    void tickAt(int left)
    {
        source.setNow(*source.state().failure->facts.at - Seconds{left});
        ring(*activation.failure());
    }
};

TEST(Failures, what_is_left_of_a_lock_is_said_three_times_also_when_ticks_come_late)
{
    LockedDesk desk;
    const Heard heard(desk.activation);
    for (const int left : {271, 62, 58, 57, 31, 30, 29, 12, 7, 6, 1})
        desk.tickAt(left);
    EXPECT_EQ(heard.sentences(), (QStringList{QStringLiteral("Còn 58 giây"), QStringLiteral("Còn 30 giây"),
                                              QStringLiteral("Còn 7 giây")}));
}

TEST(Failures, what_is_left_of_a_lock_is_not_said_twice_by_a_clock_that_is_put_back)
{
    LockedDesk desk;
    const Heard heard(desk.activation);
    for (const int left : {61, 60, 64, 60, 59})
        desk.tickAt(left);
    EXPECT_EQ(heard.sentences(), QStringList{QStringLiteral("Còn 60 giây")});
}

TEST(Failures, end_of_a_lock_asks_for_the_sheet_again_once)
{
    LockedDesk desk;
    desk.tickAt(1);
    EXPECT_EQ(desk.times<RetryPressed>(), 0);
    desk.tickAt(0);
    desk.tickAt(-1);
    EXPECT_EQ(desk.times<RetryPressed>(), 1);
}

TEST(Failures, one_that_happens_again_is_said_again_and_one_that_stays_is_not)
{
    Desk desk;
    desk.source.setLive(true);
    desk.at(Redeeming{});
    const Heard heard(desk.activation);
    const Failed offline{*stateWith(FailureCode::NoNetwork).failure};
    desk.source.submit(offline);
    ASSERT_TRUE(desk.activation.failure()->active());
    const auto title = desk.activation.failure()->title();
    desk.source.setBusy(true);
    desk.source.setBusy(false);
    desk.source.setDossier({});
    EXPECT_EQ(heard.times(title), 1);
    desk.source.submit(RetryPressed{});
    ASSERT_FALSE(desk.activation.failure()->active());
    desk.source.submit(offline);
    EXPECT_EQ(heard.times(title), 2);
}

TEST(Failures, what_to_do_by_hand_is_said_each_time_the_button_opens_nothing)
{
    Desk desk;
    desk.source.setOpens(false);
    const Heard heard(desk.activation);
    desk.activation.callHotline();
    desk.activation.callHotline();
    EXPECT_EQ(heard.times(desk.activation.byHandText()), 2);
}

TEST(Failures, giving_up_from_the_lock_is_asked_about_and_closing_for_now_is_not)
{
    Desk desk;
    desk.source.setState(stateWith(FailureCode::PinLocked));
    EXPECT_TRUE(desk.activation.failure()->secondaryGivesUp());
    desk.source.setState(stateWith(FailureCode::CertificateHeld));
    EXPECT_FALSE(desk.activation.failure()->secondaryGivesUp());
}

TEST(Failures, an_activation_is_given_up_without_asking_only_when_it_is_over)
{
    Desk desk;
    for (const auto code : {FailureCode::JournalAhead, FailureCode::CertificateMismatch}) {
        auto state = stateWith(code);
        state.stage = Locating{};
        desk.source.setState(state);
        EXPECT_TRUE(desk.activation.failure()->secondaryGivesUp()) << codeText(code);
        EXPECT_FALSE(desk.activation.failure()->secondaryForgetsPin()) << codeText(code);
    }
    desk.source.setState(stateWith(FailureCode::CertificateRefused));
    EXPECT_FALSE(desk.activation.failure()->secondaryGivesUp());
}

TEST(Failures, changed_fingers_are_confirmed_again)
{
    Desk desk;
    desk.source.setState(stateWith(FailureCode::BiometricChanged));
    EXPECT_EQ(desk.activation.failure()->primaryText().toStdString(), "Xác nhận lại");
    desk.activation.failure()->primary();
    EXPECT_EQ(desk.times<RetryPressed>(), 1);
}

TEST(Failures, the_biometric_may_be_put_off_only_where_the_policy_says_so)
{
    Desk desk;
    auto state = stateWith(FailureCode::BiometricLockedOut);
    desk.source.setState(state);
    EXPECT_NE(desk.activation.failure()->secondaryText().toStdString(), "Để sau");
    state.facts.biometric = BiometricRule::Optional;
    desk.source.setState(state);
    EXPECT_EQ(desk.activation.failure()->secondaryText().toStdString(), "Để sau");
    desk.activation.failure()->secondary();
    EXPECT_EQ(desk.times<BiometricSkipped>(), 1);
}

} // namespace
} // namespace smartca::ui
