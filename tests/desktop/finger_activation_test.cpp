// SPDX-License-Identifier: Apache-2.0
// An activation with a finger on the real reader, against the service: what the page offers, and that key B
// is made.
#include "tests/desktop/reader.h"
#include "tests/flow/world.h"
#include "ui/biometric_view_model.h"

#include <gtest/gtest.h>

namespace smartca::test {
namespace {

using namespace activation;

/// The page's view of the running session.
class SessionView final : public ui::JourneySource {
public:
    explicit SessionView(client::ActivationSession &session) : session_(session) {}
    [[nodiscard]] const State &state() const override { return session_.state(); }
    [[nodiscard]] const client::Dossier &dossier() const override { return session_.dossier(); }
    [[nodiscard]] client::SecretVault &vault() override { return session_.vault(); }
    [[nodiscard]] bool busy() const override { return session_.busy(); }
    [[nodiscard]] UtcTime serviceNow() const override { return session_.serviceNow(); }
    [[nodiscard]] bool sandbox() const override { return true; }
    [[nodiscard]] std::string hotline() const override { return session_.profile().hotline; }
    [[nodiscard]] std::string appVersion() const override { return session_.appVersion(); }
    void submit(const Event &event) override { session_.submit(event); }
    void setLanguage(Language language) override { session_.setLanguage(language); }
    [[nodiscard]] ui::BiometricFacts biometric() override
    {
        auto &gate = *session_.device().biometrics;
        return {gate.kind(), gate.availability()};
    }
    bool openBiometricSettings() override { return false; }
    bool openSystemSettings() override { return false; }
    [[nodiscard]] bool hasStorePage() const override { return false; }
    bool openStorePage() override { return false; }
    bool dial(std::string_view) override { return false; }
    bool share(std::string_view) override { return false; }
    void protectScreen(bool) override {}

private:
    client::ActivationSession &session_;
};

class FingerActivation : public testing::Test {
protected:
    /// The service's policy, and a person who has come to the page of the finger.
    void arrive(protocol::BiometricPolicy policy)
    {
        world.options.biometric = policy;
        world.start();
        Persona person;
        person.letter = world.subscribe();
        app = std::make_unique<App>(world, world.scratch.file("home"), std::move(person));
        ASSERT_TRUE(app->goOnTo<ConfirmingBiometric>());
        view = std::make_unique<SessionView>(*app->session);
        page = std::make_unique<ui::BiometricViewModel>(*view, nullptr);
        page->refresh();
    }
    [[nodiscard]] bool stopped()
    {
        return app->waitUntil([this] { return app->state().failure.has_value(); });
    }

    Reader reader;
    World world;
    std::unique_ptr<App> app;
    std::unique_ptr<SessionView> view;
    std::unique_ptr<ui::BiometricViewModel> page;
};

TEST_F(FingerActivation, required_and_given_goes_on_to_a_certificate_and_the_signed_record)
{
    ASSERT_TRUE(reader.enrol("right-index-finger", "mine"));
    arrive(protocol::BiometricPolicy::Required);
    EXPECT_TRUE(page->available());
    EXPECT_EQ(page->primaryText().toStdString(), "Xác nhận bằng vân tay");
    EXPECT_EQ(page->secondaryText().toStdString(), "") << "nothing may be put off here";
    page->skip();
    EXPECT_TRUE(app->at<ConfirmingBiometric>());
    EXPECT_FALSE(app->state().failure);

    page->primary();
    ASSERT_TRUE(reader.touch("mine"));
    ASSERT_TRUE(app->waitUntil([this] { return !app->at<ConfirmingBiometric>(); }));
    EXPECT_TRUE(app->state().facts.biometricKey);
    // The service enrols nobody without B's signature under this policy.
    ASSERT_TRUE(app->activate());
    EXPECT_TRUE(std::filesystem::exists(world.scratch.file("home") + "/biometric.sealed"));
}

TEST_F(FingerActivation, foreign_finger_stays_on_the_page_and_the_right_one_goes_on)
{
    ASSERT_TRUE(reader.enrol("right-index-finger", "mine"));
    arrive(protocol::BiometricPolicy::Required);
    page->primary();
    ASSERT_TRUE(reader.touch("not-mine"));
    ASSERT_TRUE(stopped());
    EXPECT_EQ(app->failure(), FailureCode::BiometricFailed);
    EXPECT_TRUE(app->at<ConfirmingBiometric>());
    app->press(RetryPressed{});
    ASSERT_TRUE(reader.touch("mine"));
    ASSERT_TRUE(app->waitUntil([this] { return !app->at<ConfirmingBiometric>(); }));
    EXPECT_TRUE(app->activate());
}

TEST_F(FingerActivation, required_without_an_enrolled_finger_asks_for_one_and_offers_no_way_around)
{
    arrive(protocol::BiometricPolicy::Required);
    EXPECT_FALSE(page->available());
    EXPECT_EQ(page->reason(), ui::BiometricViewModel::Reason::NoneEnrolled);
    EXPECT_EQ(page->secondaryText().toStdString(), "");
    ASSERT_TRUE(reader.enrol("right-index-finger", "mine"));
    page->look();
    EXPECT_TRUE(page->available());
    page->primary();
    ASSERT_TRUE(reader.touch("mine"));
    ASSERT_TRUE(app->waitUntil([this] { return !app->at<ConfirmingBiometric>(); }));
    EXPECT_TRUE(app->state().facts.biometricKey);
}

TEST_F(FingerActivation, optional_can_be_put_off_and_makes_no_key)
{
    ASSERT_TRUE(reader.enrol("right-index-finger", "mine"));
    arrive(protocol::BiometricPolicy::Optional);
    EXPECT_EQ(page->secondaryText().toStdString(), "Để sau");
    page->skip();
    ASSERT_TRUE(app->activate());
    EXPECT_TRUE(app->state().facts.biometricSkipped);
    EXPECT_FALSE(std::filesystem::exists(world.scratch.file("home") + "/biometric.sealed"));
}

} // namespace
} // namespace smartca::test
