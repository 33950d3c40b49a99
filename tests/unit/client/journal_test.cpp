// SPDX-License-Identifier: Apache-2.0
#include "client/journal.h"
#include "device/durable_file.h"
#include "platform/linux/sealed_secret_store.h"
#include "tests/unit/device/scratch.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

namespace smartca::client {
namespace {

using namespace journey::activation;

JournalEntry anEntry()
{
    JournalEntry entry;
    entry.state.facts.activationId = "0b7f2b54-7e2c-4a55-9e2f-1d2d3b8d9c11";
    entry.state.facts.userId = "user-1";
    entry.state.facts.sequence = 3;
    entry.state.stage = Signing{};
    entry.serviceId = "sandbox";
    entry.deviceId = "thumbprint";
    entry.effect = "signRecord";
    entry.idempotencyKey = "0b7f2b54-7e2c-4a55-9e2f-1d2d3b8d9c12";
    entry.timeStampNonce = "00ff";
    return entry;
}

struct JournalHome {
    test::Scratch scratch;
    platform::SealedSecretStore secrets{scratch.path()};
    Journal journal{scratch.path(), secrets};
};

TEST(Journal, comes_back_as_it_was_saved)
{
    JournalHome home;
    EXPECT_FALSE(home.journal.load().value().has_value());
    ASSERT_TRUE(home.journal.save(anEntry()));
    EXPECT_EQ(home.journal.load().value(), anEntry());
    ASSERT_TRUE(home.journal.remove());
    EXPECT_FALSE(home.journal.load().value().has_value());
}

TEST(Journal, shows_nothing_of_its_content_on_disk)
{
    JournalHome home;
    ASSERT_TRUE(home.journal.save(anEntry()));
    const auto octets = device::readWhole(home.scratch.file("journal.sealed"), 1 << 20).value().value();
    EXPECT_EQ(asText(octets).find("user-1"), std::string_view::npos);
    EXPECT_EQ(asText(octets).find("signRecord"), std::string_view::npos);
}

TEST(Journal, every_changed_octet_makes_it_unreadable)
{
    JournalHome home;
    ASSERT_TRUE(home.journal.save(anEntry()));
    const auto path = home.scratch.file("journal.sealed");
    const auto good = device::readWhole(path, 1 << 20).value().value();
    for (std::size_t i = 0; i < good.size(); i += 7) {
        auto bad = good;
        bad[i] ^= 0x20;
        ASSERT_TRUE(device::writeDurably(path, bad));
        ASSERT_EQ(home.journal.load().error().code, FailureCode::JournalUnreadable) << i;
    }
}

TEST(Journal, cut_short_or_empty_is_unreadable)
{
    JournalHome home;
    ASSERT_TRUE(home.journal.save(anEntry()));
    const auto path = home.scratch.file("journal.sealed");
    const auto good = device::readWhole(path, 1 << 20).value().value();
    for (const std::size_t size : {std::size_t{0}, std::size_t{5}, good.size() / 2, good.size() - 1}) {
        ASSERT_TRUE(device::writeDurably(path, BytesView(good).first(size)));
        EXPECT_EQ(home.journal.load().error().code, FailureCode::JournalUnreadable) << size;
    }
}

TEST(Journal, of_another_installation_is_unreadable)
{
    JournalHome home;
    JournalHome other;
    ASSERT_TRUE(home.journal.save(anEntry()));
    ASSERT_TRUE(other.journal.save(anEntry()));
    std::filesystem::copy_file(other.scratch.file("journal.sealed"), home.scratch.file("journal.sealed"),
                               std::filesystem::copy_options::overwrite_existing);
    EXPECT_EQ(home.journal.load().error().code, FailureCode::JournalUnreadable);
}

TEST(Journal, of_a_version_of_tomorrow_is_unreadable)
{
    JournalHome home;
    const SealedFile file(home.scratch.file("journal.sealed"), "smartca-journal-v1", home.secrets);
    ASSERT_TRUE(file.save(asBytes(R"({"v":2,"service":"sandbox"})")));
    EXPECT_EQ(home.journal.load().error().code, FailureCode::JournalUnreadable);
}

TEST(Journal, dossier_file_cannot_stand_for_it)
{
    JournalHome home;
    const SealedFile dossier(home.scratch.file("journal.sealed"), "smartca-dossier-v1", home.secrets);
    ASSERT_TRUE(dossier.save(asBytes("{}")));
    EXPECT_EQ(home.journal.load().error().code, FailureCode::JournalUnreadable);
}

TEST(Journal, full_disk_loses_nothing)
{
    JournalHome home;
    ASSERT_TRUE(home.journal.save(anEntry()));
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit tight{.rlim_cur = 16, .rlim_max = before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &tight), 0);
    auto later = anEntry();
    later.state.facts.sequence = 4;
    const auto saved = home.journal.save(later);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    EXPECT_EQ(saved.error().code, FailureCode::DiskFull);
    EXPECT_EQ(home.journal.load().value(), anEntry());
}

} // namespace
} // namespace smartca::client
