// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/ui/desk.h"

#include <QFile>
#include <QMetaEnum>
#include <QSet>

namespace smartca::ui {
namespace {

using namespace activation;
using Page = ActivationViewModel::Page;

State stateAt(Stage stage)
{
    return {.facts = {}, .stage = std::move(stage), .failure = std::nullopt};
}

TEST(Pages, every_stage_has_its_page)
{
    const std::pair<Stage, Page> table[] = {
        {Welcome{}, Page::Welcome},
        {ReadingPrivacy{}, Page::Privacy},
        {EnteringDetails{}, Page::Details},
        {Redeeming{}, Page::Details},
        {ChoosingPassword{}, Page::Password},
        {ChoosingPin{}, Page::Pin},
        {RepeatingPin{}, Page::PinRepeat},
        {ConfirmingBiometric{}, Page::Biometric},
        {Enrolling{}, Page::Progress},
        {AwaitingCertificate{}, Page::Progress},
        {ReviewingCertificate{}, Page::Certificate},
        {ReviewingCertificate{true}, Page::WrongData},
        {ConfirmingCertificate{}, Page::Certificate},
        {ConfirmingCertificate{WrongData::Name}, Page::WrongData},
        {FetchingRecord{}, Page::Record},
        {ReadingRecord{}, Page::Record},
        {OpeningPinSheet{}, Page::Record},
        {EnteringSigningPin{}, Page::Record},
        {Signing{}, Page::Record},
        {FetchingSignature{}, Page::Record},
        {Verifying{}, Page::Record},
        {HandingIn{}, Page::Done},
        {Active{}, Page::Done},
        {AtHome{}, Page::Home},
        {Stopped{}, Page::Stopped},
        {Locating{}, Page::Starting},
        {OfferingResume{}, Page::Resume},
    };
    for (const auto &[stage, page] : table)
        EXPECT_EQ(pageOf(stateAt(stage)), page) << nameOf(stage);
}

TEST(Pages, wrong_data_is_told_on_its_own_page_not_as_a_problem)
{
    auto state = stateAt(Stopped{});
    state.failure = Failure{FailureCode::CertificateDataWrong, {}, {}};
    EXPECT_EQ(pageOf(state), Page::Stopped);
}

TEST(Pages, every_page_has_a_file_in_the_activation_module)
{
    Desk desk;
    QSet<Page> shown;
    for (const auto &fixture : fixtures()) {
        show(fixture, desk.source, desk.activation);
        const auto url = desk.activation.pageUrl();
        EXPECT_EQ(url.adjusted(QUrl::RemoveFilename).toString(),
                  QStringLiteral("qrc:/qt/qml/Smartca/Activation/"));
        EXPECT_TRUE(QFile::exists(QStringLiteral(SMARTCA_ACTIVATION_PAGES "/") + url.fileName()))
            << url.fileName().toStdString();
        shown.insert(desk.activation.page());
    }
    EXPECT_EQ(shown.size(), QMetaEnum::fromType<Page>().keyCount()) << "a page without a fixture";
}

TEST(Pages, the_pin_sheet_lies_over_the_record_and_never_over_a_problem)
{
    Desk desk;
    desk.at(EnteringSigningPin{});
    EXPECT_TRUE(desk.activation.pinSheetOpen());
    desk.at(OpeningPinSheet{}, stateWith(FailureCode::PinLocked).failure);
    EXPECT_EQ(desk.activation.page(), Page::Problem);
    EXPECT_FALSE(desk.activation.pinSheetOpen());
    desk.at(ReadingRecord{});
    EXPECT_FALSE(desk.activation.pinSheetOpen());
}

TEST(Pages, the_pin_sheet_says_what_comes_after_the_tries_that_are_left)
{
    Desk desk;
    const auto said = [&](const PinTries &tries) {
        desk.at(EnteringSigningPin{tries});
        return desk.activation.signing()->triesText().toStdString();
    };
    EXPECT_EQ(said({3, 9, Seconds{300}}), "");
    EXPECT_EQ(said({2, 8, Seconds{300}}), "Còn 2 lần trước khi mã PIN tạm khoá 5 phút.");
    EXPECT_EQ(said({2, 5, Seconds{10800}}), "Còn 2 lần trước khi mã PIN tạm khoá 3 giờ.");
    desk.settings.setLanguage(QStringLiteral("en"));
    EXPECT_EQ(said({2, 5, Seconds{10800}}), "2 tries left before the PIN is locked for 3 hours.");
    desk.settings.setLanguage(QStringLiteral("vi"));
    EXPECT_EQ(said({3, 3, Seconds{0}}), "Còn 3 lần trước khi mã PIN bị khoá hẳn và khoá ký bị huỷ.");
    EXPECT_EQ(said({1, 1, Seconds{0}}), "Còn 1 lần trước khi mã PIN bị khoá hẳn và khoá ký bị huỷ.");
}

TEST(Pages, the_pin_sheet_says_the_tries_once_when_it_opens)
{
    Desk desk;
    desk.at(OpeningPinSheet{});
    desk.at(EnteringSigningPin{{2, 8, Seconds{300}}});
    EXPECT_EQ(desk.activation.announcement(), desk.activation.signing()->triesText());
    desk.at(Signing{});
    desk.at(EnteringSigningPin{{1, 7, Seconds{300}}}, stateWith(FailureCode::PinWrong).failure);
    EXPECT_TRUE(desk.activation.announcement().startsWith(desk.activation.failure()->title()));
    desk.at(EnteringSigningPin{{1, 7, Seconds{300}}}); // the first digit of the next try
    EXPECT_FALSE(desk.activation.announcement().contains(desk.activation.signing()->triesText()));
}

TEST(Pages, the_window_is_kept_out_of_screenshots_where_secrets_are_typed)
{
    Desk desk;
    const std::pair<Stage, bool> table[] = {
        {Welcome{}, false},       {EnteringDetails{}, false},   {ChoosingPassword{}, true},
        {ChoosingPin{}, true},    {RepeatingPin{}, true},       {ConfirmingBiometric{}, false},
        {ReadingRecord{}, false}, {EnteringSigningPin{}, true}, {AtHome{}, false}};
    for (const auto &[stage, isProtected] : table) {
        desk.at(stage);
        EXPECT_EQ(desk.source.screenProtected(), isProtected) << nameOf(stage);
    }
}

TEST(Pages, starting_over_names_the_certificate_that_it_costs)
{
    Desk desk;
    auto state = stateAt(OfferingResume{});
    state.facts.activationId = "a";
    desk.source.setState(state);
    EXPECT_FALSE(desk.activation.outcome()->startOverWarning().contains(QStringLiteral("chứng thư")));
    state.facts.credentialId = "c";
    state.facts.serial = "54010B7E2C9A11F3";
    desk.source.setState(state);
    EXPECT_TRUE(desk.activation.outcome()->startOverWarning().contains(QStringLiteral("thu hồi")));
}

TEST(Pages, steps_are_named_in_both_languages_and_change_at_run_time)
{
    Desk desk;
    desk.at(ChoosingPin{});
    EXPECT_EQ(desk.activation.stepNumberText().toStdString(), "Bước 3/5");
    EXPECT_EQ(desk.activation.stepName().toStdString(), "Mã PIN");
    EXPECT_EQ(desk.activation.nextStepText().toStdString(), "Tiếp: Vân tay");
    int told = 0;
    QObject::connect(&desk.activation, &ActivationViewModel::changed, &desk.activation, [&] { ++told; });
    desk.settings.setLanguage(QStringLiteral("en"));
    EXPECT_GT(told, 0);
    EXPECT_EQ(desk.source.language(), Language::English);
    EXPECT_NE(desk.activation.stepNumberText().toStdString(), "Bước 3/5");
    desk.settings.setLanguage(QStringLiteral("vi"));
    EXPECT_EQ(desk.activation.stepNumberText().toStdString(), "Bước 3/5");
}

TEST(Pages, back_leads_only_where_nothing_is_undone_at_the_service)
{
    Desk desk;
    const std::pair<Stage, bool> table[] = {{Welcome{}, false},
                                            {ReadingPrivacy{}, true},
                                            {EnteringDetails{}, true},
                                            {ChoosingPassword{}, false},
                                            {ChoosingPin{}, true},
                                            {RepeatingPin{}, true},
                                            {Enrolling{}, false},
                                            {ReviewingCertificate{}, false},
                                            {ReviewingCertificate{true}, true},
                                            {ReadingRecord{}, false},
                                            {HandingIn{}, false}};
    for (const auto &[stage, can] : table) {
        desk.at(stage);
        EXPECT_EQ(desk.activation.canGoBack(), can) << nameOf(stage);
    }
}

} // namespace
} // namespace smartca::ui
