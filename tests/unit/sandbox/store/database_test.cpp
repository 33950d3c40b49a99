// SPDX-License-Identifier: Apache-2.0
#include "sandbox/store/database.h"
#include "tests/unit/sandbox/test_tools.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <barrier>
#include <filesystem>
#include <thread>

namespace smartca::sandbox {
namespace {

class DatabaseTest : public testing::Test {
protected:
    [[nodiscard]] std::filesystem::path file() const { return folder_ / "service.db"; }
    [[nodiscard]] std::unique_ptr<Database> opened(std::vector<Migrations> rooms = notes()) const
    {
        return Database::open(file(), rooms).value();
    }
    static std::vector<Migrations> notes()
    {
        return {{"notes", {"CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT UNIQUE, body BLOB);"}}};
    }

    static Outcome add(Session &session, const std::string &text)
    {
        session << "INSERT INTO note (text) VALUES (:text)", soci::use(text);
        return {};
    }
    static int count(Database &database)
    {
        return *database.read([](Session &session) -> Result<int> {
            int rows = 0;
            session << "SELECT COUNT(*) FROM note", soci::into(rows);
            return rows;
        });
    }

    test::TemporaryFolder own_;
    std::filesystem::path folder_ = own_.path();
};

TEST_F(DatabaseTest, a_transaction_is_there_when_the_file_is_opened_again)
{
    ASSERT_TRUE(opened()->transact([](Session &session) { return add(session, "kept"); }));
    EXPECT_EQ(count(*opened()), 1);
}

/// Files of this process outside the data folder that SQLite has made for itself (named etilqs_…).
std::vector<std::string> temporaryFiles()
{
    std::vector<std::string> found;
    for (const auto &entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        std::error_code gone;
        const auto target = std::filesystem::read_symlink(entry.path(), gone).string();
        if (target.find("etilqs") != std::string::npos)
            found.push_back(target);
    }
    return found;
}

TEST_F(DatabaseTest, what_a_savepoint_takes_back_lies_in_no_other_file)
{
    const auto database = opened();
    ASSERT_TRUE(database->transact([](Session &session) -> Outcome {
        for (int row = 0; row < 200; ++row)
            session << "INSERT INTO note (body) VALUES (randomblob(2000))";
        return {};
    }));
    ASSERT_TRUE(database->transact([](Session &session) -> Outcome {
        session << "SAVEPOINT mine";
        session << "UPDATE note SET body = randomblob(2000)"; // more than SQLite keeps in memory by itself
        EXPECT_EQ(temporaryFiles(), std::vector<std::string>{});
        session << "ROLLBACK TO mine";
        session << "RELEASE mine";
        return {};
    }));
    EXPECT_EQ(count(*database), 200);
}

TEST_F(DatabaseTest, a_failure_takes_its_own_changes_back)
{
    const auto database = opened();
    const auto outcome = database->transact([](Session &session) -> Outcome {
        (void)add(session, "lost");
        return tl::unexpected(serviceFault("changed our mind"));
    });
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().detail, "changed our mind");
    EXPECT_EQ(count(*database), 0);
}

TEST_F(DatabaseTest, an_exception_becomes_a_service_fault_and_leaves_nothing)
{
    const auto database = opened();
    const auto outcome = database->transact([](Session &session) -> Outcome {
        (void)add(session, "once");
        return add(session, "once"); // UNIQUE
    });
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, FailureCode::ServiceError);
    EXPECT_EQ(count(*database), 0);
    EXPECT_TRUE(database->transact([](Session &session) { return add(session, "once"); }));
}

TEST_F(DatabaseTest, a_fault_quotes_no_value_of_its_statement)
{
    const auto database = opened();
    const auto outcome = database->transact([](Session &session) -> Outcome {
        (void)add(session, "a-value-of-somebody");
        return add(session, "a-value-of-somebody");
    });
    ASSERT_FALSE(outcome);
    EXPECT_NE(outcome.error().detail.find("UNIQUE"), std::string::npos) << outcome.error().detail;
    EXPECT_EQ(outcome.error().detail.find("a-value"), std::string::npos) << outcome.error().detail;
    const auto looked = database->read([](Session &session) -> Outcome {
        const std::string value = "a-value-of-somebody";
        session << "SELECT nothing FROM note WHERE text = :text", soci::use(value);
        return {};
    });
    ASSERT_FALSE(looked);
    EXPECT_EQ(looked.error().detail.find("a-value"), std::string::npos) << looked.error().detail;
}

TEST_F(DatabaseTest, transactions_that_wait_together_share_commits_and_fail_alone)
{
    const auto database = opened();
    constexpr int writers = 16;
    constexpr int rounds = 20;
    std::atomic<int> refused = 0;
    std::barrier start(writers);
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer)
        threads.emplace_back([&, writer] {
            start.arrive_and_wait();
            for (int round = 0; round < rounds; ++round) {
                const auto outcome = database->transact([&](Session &session) -> Outcome {
                    (void)add(session, std::to_string(writer) + "/" + std::to_string(round));
                    if (round % 4 == 0)
                        return tl::unexpected(serviceFault("every fourth"));
                    return {};
                });
                refused += outcome ? 0 : 1;
            }
        });
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(refused, writers * rounds / 4);
    EXPECT_EQ(count(*database), writers * rounds * 3 / 4);
    EXPECT_LT(database->commitCount(), static_cast<std::uint64_t>(writers * rounds));
}

TEST_F(DatabaseTest, a_reader_cannot_write)
{
    const auto database = opened();
    EXPECT_FALSE(database->read([](Session &session) { return add(session, "no"); }));
    EXPECT_EQ(count(*database), 0);
}

TEST_F(DatabaseTest, two_processes_may_write_to_one_file)
{
    const auto service = opened();
    const auto admin = opened();
    ASSERT_TRUE(service->transact([](Session &session) { return add(session, "a"); }));
    ASSERT_TRUE(admin->transact([](Session &session) { return add(session, "b"); }));
    EXPECT_EQ(count(*service), 2);
}

TEST_F(DatabaseTest, octets_come_back_as_they_were_empty_and_null_ones_too)
{
    const auto database = opened();
    const Bytes octets{0, 1, 0, 255};
    const auto back = database->transact([&](Session &session) -> Result<std::vector<Bytes>> {
        Blob full(session, octets);
        Blob empty(session, {});
        session << "INSERT INTO note (text, body) VALUES ('full', :body)", soci::use(full.value);
        session << "INSERT INTO note (text, body) VALUES ('empty', :body)", soci::use(empty.value);
        session << "INSERT INTO note (text) VALUES ('null')";
        std::vector<Bytes> all;
        for (const std::string name : {"full", "empty", "null"}) {
            Blob read(session);
            session << "SELECT body FROM note WHERE text = :name", soci::use(name),
                soci::into(read.value, read.indicator);
            all.push_back(read.bytes());
        }
        return all;
    });
    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_EQ(*back, (std::vector<Bytes>{octets, {}, {}}));
}

TEST_F(DatabaseTest, a_kept_statement_sees_the_newest_state_though_its_rows_were_not_read_to_the_end)
{
    const auto database = opened();
    const auto newest = [](Session &session) -> Result<std::string> {
        std::string text;
        const auto found = session.run("SELECT text FROM note ORDER BY id DESC", soci::into(text));
        return found.row ? text : "none";
    };
    EXPECT_EQ(*database->read(newest), "none");
    for (const auto *text : {"first", "second", "third"}) {
        ASSERT_TRUE(database->transact([&](Session &session) { return add(session, text); }));
        EXPECT_EQ(*database->read(newest), text);
        EXPECT_EQ(*database->transact(newest), text);
    }
}

TEST_F(DatabaseTest, a_kept_statement_works_again_after_it_failed)
{
    const auto database = opened();
    const auto insert = [&](const std::string &text) {
        return database->transact([&](Session &session) -> Outcome {
            session.run("INSERT INTO note (text) VALUES (:text)", soci::use(text));
            return {};
        });
    };
    EXPECT_TRUE(insert("once"));
    EXPECT_FALSE(insert("once")); // UNIQUE
    EXPECT_TRUE(insert("twice"));
    EXPECT_EQ(count(*database), 2);
}

TEST_F(DatabaseTest, a_kept_statement_tells_the_rows_it_changed_and_gives_back_what_it_deleted)
{
    const auto database = opened();
    for (const auto *text : {"a", "b", "c"})
        ASSERT_TRUE(database->transact([&](Session &session) { return add(session, text); }));
    const auto changed = database->transact([](Session &session) -> Result<std::int64_t> {
        return session.run("UPDATE note SET body = x'00' WHERE text < 'c'").affected;
    });
    EXPECT_EQ(*changed, 2);
    const auto taken = database->transact([](Session &session) -> Result<std::string> {
        std::string text;
        session.run("DELETE FROM note WHERE text = 'b' RETURNING text", soci::into(text));
        return text;
    });
    EXPECT_EQ(*taken, "b");
    std::vector<std::string> left;
    ASSERT_TRUE(database->read([&](Session &session) -> Outcome {
        std::string text;
        session.each(
            "SELECT text FROM note ORDER BY id", [&] { left.push_back(text); }, soci::into(text));
        return {};
    }));
    EXPECT_EQ(left, (std::vector<std::string>{"a", "c"}));
}

TEST_F(DatabaseTest, what_was_overwritten_is_in_no_file_once_old_versions_are_forgotten)
{
    const auto database = opened();
    constexpr int rows = 60;
    const auto secret = [](int row) {
        // As long as a wrapped key of RSA: some on a page, some moved when neighbours grow.
        std::string text = "secret-" + std::to_string(row) + "-";
        while (text.size() < 1700)
            text += static_cast<char>('a' + row % 26);
        return text;
    };
    for (int row = 0; row < rows; ++row)
        ASSERT_TRUE(database->transact([&](Session &session) -> Outcome {
            const std::string name = std::to_string(row);
            Blob body(session, asBytes(secret(row)));
            session << "INSERT INTO note (text, body) VALUES (:text, :body)", soci::use(name),
                soci::use(body.value);
            return {};
        }));
    for (int row = 0; row < rows; ++row)
        ASSERT_TRUE(database->transact([&](Session &session) -> Outcome {
            const std::string name = std::to_string(row);
            session << "UPDATE note SET body = NULL WHERE text = :text", soci::use(name);
            return {};
        }));
    const auto found = [&] {
        std::string all;
        for (const auto &entry : std::filesystem::directory_iterator(folder_))
            all += test::contentOf(entry.path());
        int count = 0;
        for (int row = 0; row < rows; ++row)
            count += all.find(secret(row).substr(0, 24)) == std::string::npos ? 0 : 1;
        return count;
    };
    EXPECT_EQ(found(), rows) << "of the log, before";
    EXPECT_EQ(database->forgetOldVersions(), true);
    EXPECT_EQ(found(), 0);
    EXPECT_EQ(count(*database), rows);
    EXPECT_TRUE(database->transact([](Session &session) { return add(session, "and it goes on"); }));
}

TEST_F(DatabaseTest, old_versions_stay_while_somebody_reads_them)
{
    const auto database = opened();
    ASSERT_TRUE(database->transact([](Session &session) { return add(session, "x"); }));
    ASSERT_TRUE(database->read([&](Session &session) -> Outcome {
        int rows = 0;
        session << "SELECT COUNT(*) FROM note", soci::into(rows);
        EXPECT_EQ(database->forgetOldVersions(), false);
        return {};
    }));
    EXPECT_EQ(database->forgetOldVersions(), true);
}

TEST_F(DatabaseTest, the_files_are_for_their_owner_alone)
{
    const auto database = opened();
    ASSERT_TRUE(database->transact([](Session &session) { return add(session, "x"); }));
    for (const auto &entry : std::filesystem::directory_iterator(folder_)) {
        struct stat facts {};
        ASSERT_EQ(stat(entry.path().c_str(), &facts), 0);
        EXPECT_EQ(facts.st_mode & 0777, 0600U) << entry.path();
    }
}

TEST_F(DatabaseTest, a_new_step_is_taken_once_and_keeps_the_rows)
{
    ASSERT_TRUE(opened()->transact([](Session &session) { return add(session, "old"); }));
    auto rooms = notes();
    rooms[0].steps.emplace_back("ALTER TABLE note ADD COLUMN read INTEGER NOT NULL DEFAULT 0; CREATE INDEX "
                                "note_read ON note (read);");
    EXPECT_EQ(count(*opened(rooms)), 1);
    EXPECT_EQ(count(*opened(rooms)), 1);
}

TEST_F(DatabaseTest, a_step_that_fails_leaves_the_version_before_it)
{
    (void)opened();
    auto rooms = notes();
    rooms[0].steps.emplace_back("CREATE TABLE half (id INTEGER); CREATE TABLE note (id INTEGER);");
    ASSERT_FALSE(Database::open(file(), rooms));
    rooms[0].steps[1] = "CREATE TABLE half (id INTEGER);";
    EXPECT_TRUE(Database::open(file(), rooms));
}

TEST_F(DatabaseTest, a_database_of_a_newer_program_is_refused)
{
    auto rooms = notes();
    rooms[0].steps.emplace_back("CREATE TABLE more (id INTEGER);");
    (void)opened(rooms);
    const auto older = Database::open(file(), notes());
    ASSERT_FALSE(older);
    EXPECT_EQ(older.error().code, FailureCode::ServiceError);
}

TEST_F(DatabaseTest, a_file_that_is_no_database_is_refused)
{
    {
        FILE *stream = fopen(file().c_str(), "w");
        fputs("this is no database, and long enough to be looked at as one by its header of one hundred "
              "octets........",
              stream);
        fclose(stream);
    }
    EXPECT_FALSE(Database::open(file(), notes()));
}

} // namespace
} // namespace smartca::sandbox
