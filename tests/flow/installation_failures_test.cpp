// SPDX-License-Identifier: Apache-2.0
#include "device/durable_file.h"
#include "tests/flow/world.h"

#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include <fstream>

namespace smartca::test {
namespace {

using namespace activation;

/// What only a new activation mends: press it, and a new code leads to the end.
void expectNewCodeLeadsOn(World &world, App &app, const std::string &username)
{
    app.press(ReactivationWanted{});
    ASSERT_TRUE(app.at<Welcome>());
    ASSERT_FALSE(app.failure());
    app.persona.letter = world.subscribe(username);
    EXPECT_TRUE(app.activate());
}

TEST(InstallationFailure, damaged_journal_is_unreadable_and_a_new_activation_leads_on)
{
    World world;
    const auto home = endedAt<ReviewingCertificate>(world).home;
    ASSERT_TRUE(device::writeDurably(home + "/journal.sealed", asBytes("garbage")));
    App again(world, home, {});
    EXPECT_EQ(again.failure(), FailureCode::JournalUnreadable);
    EXPECT_EQ(again.session->requestCount(), 0);
    expectNewCodeLeadsOn(world, again, "079162001419");
}

TEST(InstallationFailure, journal_of_another_service_is_foreign)
{
    World world;
    const auto home = endedAt<ReviewingCertificate>(world).home;
    World other;
    App app(other, home, {});
    EXPECT_EQ(app.failure(), FailureCode::JournalForeign);
    EXPECT_EQ(app.session->requestCount(), 0) << "the other service learns nothing";
    expectNewCodeLeadsOn(other, app, "079162001419");
}

TEST(InstallationFailure, service_that_lost_a_step_makes_the_journal_ahead)
{
    World world;
    const auto letter = world.subscribe();
    const auto home = world.scratch.file("home");
    App app(world, home, {.letter = letter});
    ASSERT_TRUE(app.goOnTo<ChoosingPassword>());
    world.stop();
    std::filesystem::copy(world.options.data, world.scratch.file("backup"),
                          std::filesystem::copy_options::recursive);
    world.start();
    ASSERT_TRUE(app.goOnTo<ReadingRecord>());
    app.session.reset();
    world.stop();
    std::filesystem::remove_all(world.options.data);
    std::filesystem::copy(world.scratch.file("backup"), world.options.data,
                          std::filesystem::copy_options::recursive);
    world.start();
    App again(world, home, {.letter = letter});
    EXPECT_FALSE(again.activate());
    EXPECT_EQ(again.failure(), FailureCode::JournalAhead);
}

TEST(InstallationFailure, folder_that_cannot_be_written_stops_before_the_request_and_goes_on_when_it_can)
{
    World world;
    const auto home = world.scratch.file("home");
    App app(world, home, {.letter = world.subscribe()});
    ASSERT_TRUE(app.goOnTo<ReviewingCertificate>());
    ASSERT_TRUE(app.waitUntilAllKept());
    const auto requests = app.session->requestCount();
    // A folder where the file should be: no write can succeed, whoever runs the test.
    std::filesystem::rename(home + "/journal.sealed", home + "/kept");
    std::filesystem::create_directory(home + "/journal.sealed");
    EXPECT_FALSE(app.goOnTo<ReadingRecord>());
    EXPECT_EQ(app.failure(), FailureCode::DiskFailed);
    EXPECT_EQ(app.session->requestCount(), requests) << "the journal comes before the request";
    std::filesystem::remove(home + "/journal.sealed");
    std::filesystem::rename(home + "/kept", home + "/journal.sealed");
    app.press(RetryPressed{});
    EXPECT_TRUE(app.activate());
}

/// A file system of its own for one folder, small enough to be filled. Only root can mount one.
class SmallDisk {
public:
    explicit SmallDisk(std::string folder) : folder_(std::move(folder))
    {
        std::filesystem::create_directories(folder_);
        mounted_ = ::mount("tmpfs", folder_.c_str(), "tmpfs", 0, "size=1m,mode=0700") == 0;
    }
    ~SmallDisk()
    {
        if (mounted_)
            ::umount2(folder_.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    [[nodiscard]] bool mounted() const { return mounted_; }
    void fill() const
    {
        std::ofstream out(folder_ + "/filler", std::ios::binary);
        for (const std::string page(4096, 'x'); out.write(page.data(), 4096) && out.flush();)
            ;
    }
    void free() const { std::filesystem::remove(folder_ + "/filler"); }

private:
    std::string folder_;
    bool mounted_ = false;
};

ino_t inodeOf(const std::string &path)
{
    struct stat facts {};
    EXPECT_EQ(::stat(path.c_str(), &facts), 0) << path;
    return facts.st_ino;
}

TEST(InstallationFailure, full_disk_stops_before_the_request_and_goes_on_when_there_is_room)
{
    World world;
    const auto home = world.scratch.file("home");
    const SmallDisk disk(home);
    if (!disk.mounted())
        GTEST_SKIP() << "a small file system cannot be mounted here (needs root): DSK-101 is not shown";
    App app(world, home, {.letter = world.subscribe()});
    ASSERT_TRUE(app.goOnTo<ReviewingCertificate>());
    ASSERT_TRUE(app.waitUntilAllKept());
    const auto requests = app.session->requestCount();
    const auto journal = inodeOf(home + "/journal.sealed");
    disk.fill();
    EXPECT_FALSE(app.goOnTo<ReadingRecord>());
    EXPECT_EQ(app.failure(), FailureCode::DiskFull);
    EXPECT_EQ(app.session->requestCount(), requests) << "the journal comes before the request";
    EXPECT_EQ(inodeOf(home + "/journal.sealed"), journal) << "what was saved stays";
    disk.free();
    app.press(RetryPressed{});
    EXPECT_TRUE(app.activate());
}

TEST(InstallationFailure, starting_over_forgets_keys_journal_and_dossier)
{
    World world;
    const auto home = endedAt<ReadingRecord>(world).home;
    {
        App again(world, home, {});
        ASSERT_TRUE(again.at<OfferingResume>());
        again.press(StartOverWanted{});
        EXPECT_TRUE(again.at<Welcome>());
    }
    for (const auto *name :
         {"identity.sealed", "journal.sealed", "dossier.sealed", "record.sealed", "biometric.sealed"})
        EXPECT_FALSE(std::filesystem::exists(home + "/" + name)) << name;
}

} // namespace
} // namespace smartca::test
