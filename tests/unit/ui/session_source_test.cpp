// SPDX-License-Identifier: Apache-2.0
#include "client/journal.h"
#include "client/session.h"
#include "device/durable_file.h"
#include "device/home_lock.h"
#include "platform/linux/linux_device.h"
#include "tests/fixtures/test_ca.h"
#include "tests/unit/device/scratch.h"
#include "ui/session_source.h"

#include <gtest/gtest.h>

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

} // namespace
} // namespace smartca::ui
