// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/credential_table.h"
#include "tests/unit/sandbox/sam/world.h"

/// A destroyed signing key is in no file any more: a folder copied afterwards cannot bring it back.
namespace smartca::sandbox {
namespace {

using test::Phone;
using test::World;

class DestroyedKey : public testing::Test {
protected:
    DestroyedKey() { phone_.confirmed(world_.addSubscriber()); }
    Bytes wrappedKey()
    {
        return world_.database
            ->read([&](Session &session) -> Result<Bytes> {
                return credentials::find(session, phone_.credentialId)->key.blob;
            })
            .value();
    }
    void block()
    {
        for (int i = 0; i < 9; ++i) {
            phone_.signAnew("000000");
            world_.clock.advance(Seconds(3 * 3600 + 1));
        }
        ASSERT_EQ(phone_.state().json["state"], "blocked");
    }
    bool onDisk(const Bytes &octets)
    {
        const std::string wanted(asText(octets));
        for (const auto &entry : std::filesystem::directory_iterator(world_.folder.path()))
            if (entry.is_regular_file() && test::contentOf(entry.path()).find(wanted) != std::string::npos)
                return true;
        return false;
    }

    World world_;
    Phone phone_{world_};
};

TEST_F(DestroyedKey, is_in_no_file_once_the_destruction_is_completed)
{
    const auto key = wrappedKey();
    ASSERT_FALSE(key.empty());
    block();
    EXPECT_TRUE(wrappedKey().empty());
    ASSERT_TRUE(onDisk(key)) << "this scan finds nothing, or nothing needs completing any more";
    EXPECT_EQ(world_.sam->completeDestruction(), true);
    EXPECT_FALSE(onDisk(key));
    EXPECT_EQ(world_.query<int>("select count(*) from destroyed_keys"), 0);
}

TEST_F(DestroyedKey, waits_for_a_reader_in_the_way_and_is_then_completed)
{
    const auto key = wrappedKey();
    block();
    ASSERT_TRUE(world_.database->read([&](Session &session) -> Outcome {
        int rows = 0;
        session << "select count(*) from credentials", soci::into(rows);
        EXPECT_EQ(world_.sam->completeDestruction(), false);
        return {};
    }));
    EXPECT_EQ(world_.query<int>("select count(*) from destroyed_keys"), 1);
    EXPECT_EQ(world_.sam->completeDestruction(), true);
    EXPECT_FALSE(onDisk(key));
}

TEST_F(DestroyedKey, is_remembered_as_outstanding_through_a_restart)
{
    const auto key = wrappedKey();
    block();
    world_.restart();
    EXPECT_EQ(world_.query<int>("select count(*) from destroyed_keys"), 1);
    EXPECT_EQ(world_.sam->completeDestruction(), true);
    EXPECT_FALSE(onDisk(key));
}

TEST_F(DestroyedKey, costs_one_look_where_there_is_none)
{
    std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
    for (int i = 0; i < 10;
         ++i) { // the head of the evidence may be signed meanwhile, with statements of its own
        const auto before = world_.database->statementCount();
        EXPECT_EQ(world_.sam->completeDestruction(), true);
        least = std::min(least, world_.database->statementCount() - before);
    }
    EXPECT_EQ(least, 3U) << "begin, select, commit";
}

TEST(DestroyedKeys, of_a_former_version_are_outstanding)
{
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "service.db";
    auto former = credentials::migrations();
    former.steps.resize(2);
    {
        const auto database = Database::open(file, {former}).value();
        ASSERT_TRUE(database->transact([&](Session &session) -> Outcome {
            session << "insert into credentials (id, activation, user_id, kind, blob, spki) values "
                       "('gone', 'a', 'u', 'p256', null, x'00'), ('kept', 'b', 'u', 'p256', x'01', x'00')";
            return {};
        }));
    }
    const auto database = Database::open(file, {credentials::migrations()}).value();
    const auto outstanding = database->read([](Session &session) -> Result<std::string> {
        std::string id;
        session << "select credential from destroyed_keys", soci::into(id);
        return id;
    });
    EXPECT_EQ(outstanding, "gone");
}

} // namespace
} // namespace smartca::sandbox
