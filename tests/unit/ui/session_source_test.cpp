// SPDX-License-Identifier: Apache-2.0
#include "client/journal.h"
#include "client/session.h"
#include "device/durable_file.h"
#include "device/home_lock.h"
#include "platform/linux/linux_device.h"
#include "tests/fixtures/test_ca.h"
#include "tests/unit/device/scratch.h"
#include "tests/unit/ui/desk.h"
#include "ui/session_source.h"

#include <gmock/gmock.h>

namespace smartca::ui {
namespace {

/// A home with an activation under way, and sessions on it.
class BegunHome {
public:
    BegunHome()
    {
        auto device = std::move(platform::makeLinuxDevice(scratch.path()).value());
        activation::State state{.facts = {}, .stage = activation::ReviewingCertificate{}, .failure = {}};
        state.facts.activationId = "activation-1";
        const client::Journal journal(scratch.path(), *device.secrets);
        client::JournalEntry entry;
        entry.state = state;
        entry.serviceId = "sandbox-1";
        EXPECT_TRUE(journal.save(entry));
    }

    [[nodiscard]] SessionSource::MakeSession sessions() const
    {
        return [this]() -> Result<std::unique_ptr<client::ActivationSession>> {
            SMARTCA_TRY(auto device, platform::makeLinuxDevice(scratch.path()));
            const auto root = fixtures::makeRoot({}).certificate;
            protocol::ServiceProfile profile{.url = "https://127.0.0.1:1",
                                             .serviceId = "sandbox-1",
                                             .sandbox = true,
                                             .hotline = "18001260",
                                             .tlsRoot = root,
                                             .documentRoot = root,
                                             .timeStampRoot = root,
                                             .samKey = root.publicKey()};
            client::SessionOptions options{
                .profile = std::move(profile), .home = scratch.path(), .appVersion = "0.1.0"};
            return std::make_unique<client::ActivationSession>(std::move(options), std::move(device));
        };
    }

    test::Scratch scratch;
};

/// While `file` of the home has this content, the source says `failure` and does nothing; with it back,
/// trying again finds the activation.
void expectOpenedAgain(const std::string &file, const std::string &content, FailureCode failure)
{
    const BegunHome home;
    const auto path = home.scratch.file(file);
    const auto kept = home.scratch.file("kept");
    std::filesystem::rename(path, kept);
    ASSERT_TRUE(device::writeDurably(path, asBytes(content)));
    SessionSource source({}, home.sessions());
    source.open();
    ASSERT_TRUE(source.state().failure);
    EXPECT_EQ(source.state().failure->code, failure);
    for (const activation::Event &event :
         {activation::Event(activation::StartPressed{}), activation::Event(activation::FailureDismissed{}),
          activation::Event(activation::RetryPressed{})})
        source.submit(event);
    ASSERT_TRUE(source.state().failure) << "it is as before";
    EXPECT_EQ(source.state().failure->code, failure);
    std::filesystem::rename(kept, path);
    source.submit(activation::RetryPressed{});
    EXPECT_FALSE(source.state().failure);
    EXPECT_TRUE(std::holds_alternative<activation::OfferingResume>(source.state().stage));
}

TEST(SessionSource, journal_that_cannot_be_read_is_left_alone_until_trying_again_reads_it)
{
    const std::string tooLong(17UL * 1024 * 1024, 'x');
    expectOpenedAgain("journal.sealed", tooLong, FailureCode::DiskFailed);
}

TEST(SessionSource, key_store_that_cannot_be_opened_is_opened_again_by_trying_again)
{
    expectOpenedAgain("secret-store", "of no kind", FailureCode::KeyStoreUnusable);
}

TEST(SessionSource, home_in_use_is_said_and_trying_again_looks_again)
{
    const test::Scratch home;
    auto other = device::lockHome(home.path()).value();
    int asked = 0;
    SessionSource source({}, [&]() -> Result<std::unique_ptr<client::ActivationSession>> {
        ++asked;
        SMARTCA_TRY(const auto lock, device::lockHome(home.path()));
        return tl::unexpected(
            Failure{.code = FailureCode::KeyStoreUnusable, .detail = "further on", .facts = {}});
    });
    source.open();
    EXPECT_EQ(source.state().failure->code, FailureCode::HomeInUse);
    source.open();
    EXPECT_EQ(asked, 1) << "a second first frame opens nothing";
    source.submit(activation::RetryPressed{});
    EXPECT_EQ(source.state().failure->code, FailureCode::HomeInUse);
    other.reset();
    source.submit(activation::RetryPressed{});
    EXPECT_EQ(source.state().failure->code, FailureCode::KeyStoreUnusable);
}

/// Notes what it was asked for; opens it or does not.
class NotingLinks final : public device::Links {
public:
    NotingLinks(std::vector<std::string> &asked, bool opens) : asked_(asked), opens_(opens) {}
    bool dial(std::string_view phoneNumber) override { return note("dial " + std::string(phoneNumber)); }
    bool openSystemSettings() override { return note("settings"); }
    [[nodiscard]] bool hasStorePage() const override { return true; }
    bool openStorePage() override { return note("store"); }
    bool share(std::string_view filePath) override { return note("share " + std::string(filePath)); }

private:
    bool note(std::string what)
    {
        asked_.push_back(std::move(what));
        return opens_;
    }

    std::vector<std::string> &asked_;
    bool opens_;
};

Failure profileInvalid()
{
    return {.code = FailureCode::ProfileInvalid, .detail = "no file", .facts = {}};
}

/// The problem page of an app whose profile cannot be used until it is mended.
struct BrokenStart {
    explicit BrokenStart(bool opens = true, bool resuming = false)
        : source({.hotline = "18001260",
                  .appVersion = "1.2.3",
                  .resuming = resuming,
                  .failure = profileInvalid(),
                  .links = std::make_unique<NotingLinks>(asked, opens)},
                 [this]() -> Result<std::unique_ptr<client::ActivationSession>> {
                     if (!mended)
                         return tl::unexpected(profileInvalid());
                     return home.sessions()();
                 })
    {}

    BegunHome home;
    bool mended = false;
    std::vector<std::string> asked;
    SessionSource source;
    AppSettings settings;
    ActivationViewModel activation{source, settings};
};

TEST(BrokenStart, says_why_from_the_first_frame_on_and_calls_for_help_without_a_session)
{
    BrokenStart app;
    EXPECT_EQ(app.activation.page(), ActivationViewModel::Page::Problem);
    EXPECT_EQ(app.activation.failure()->code(), QStringLiteral("SVC-107"));
    EXPECT_EQ(app.activation.version(), QStringLiteral("1.2.3"));
    EXPECT_EQ(app.activation.failure()->primaryText(), QStringLiteral("Gọi 1800\u00a01260"));
    app.activation.failure()->primary();
    app.activation.callHotline();
    EXPECT_TRUE(app.source.openSystemSettings());
    EXPECT_THAT(app.asked, testing::ElementsAre("dial 18001260", "dial 18001260", "settings"));
    EXPECT_TRUE(app.activation.byHandText().isEmpty());
}

TEST(BrokenStart, says_what_to_do_by_hand_where_nothing_can_dial)
{
    BrokenStart app(false);
    app.activation.failure()->primary();
    EXPECT_TRUE(app.activation.byHandText().contains(QStringLiteral("1800\u00a01260")));
}

TEST(BrokenStart, trying_again_says_it_again_and_goes_on_once_it_is_mended)
{
    for (const bool resuming : {false, true}) {
        BrokenStart app(true, resuming);
        const auto title = app.activation.failure()->title();
        EXPECT_EQ(app.activation.failure()->secondaryText(), QStringLiteral("Thử lại"));
        const Heard heard(app.activation);
        app.source.open();
        EXPECT_EQ(heard.times(title), 0) << "it was said at the start";
        app.activation.failure()->secondary();
        EXPECT_EQ(app.activation.failure()->code(), QStringLiteral("SVC-107"));
        EXPECT_EQ(heard.sentences().filter(title).size(), 1);
        EXPECT_FALSE(app.source.sandbox());
        app.mended = true;
        app.activation.failure()->secondary();
        EXPECT_FALSE(app.activation.failure()->active());
        EXPECT_EQ(app.activation.page(), ActivationViewModel::Page::Resume);
        EXPECT_TRUE(app.source.sandbox()) << "as the profile says";
    }
}

} // namespace
} // namespace smartca::ui
