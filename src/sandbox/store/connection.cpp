// SPDX-License-Identifier: Apache-2.0
#include "sandbox/store/connection.h"

#include "sandbox/store/service_fault.h"

#include <soci/sqlite3/soci-sqlite3.h>

namespace smartca::sandbox {

namespace {

sqlite_api::sqlite3 *handleOf(Session &session)
{
    return static_cast<soci::sqlite3_session_backend *>(session.get_backend())->conn_;
}

int countStatement(unsigned /*event*/, void *counter, void * /*statement*/, void * /*sql*/)
{
    static_cast<std::atomic<std::uint64_t> *>(counter)->fetch_add(1, std::memory_order_relaxed);
    return 0;
}

} // namespace

Result<std::unique_ptr<Session>> connect(const std::filesystem::path &file, Access access,
                                         std::atomic<std::uint64_t> &statements)
{
    try {
        auto session = std::make_unique<Session>(file);
        // Another process (an admin command) may be writing: wait for it. What a savepoint would bring back
        // is kept in memory: SQLite's file for it lies outside the data folder, and costs as much as the log.
        runScript(*session, "PRAGMA busy_timeout = 10000;"
                            "PRAGMA temp_store = MEMORY;"
                            "PRAGMA journal_mode = WAL;"
                            "PRAGMA synchronous = FULL;"
                            "PRAGMA foreign_keys = ON;"
                            "PRAGMA secure_delete = ON;");
        // The writer sees every request; what it keeps in memory no commit of another makes worthless. While
        // it copies the log into the database everybody waits: seldom, then, though the log grows to 48 MB.
        runScript(*session, access == Access::Read ? "PRAGMA query_only = ON;"
                                                   : "PRAGMA cache_size = -32768;"
                                                     "PRAGMA wal_autocheckpoint = 12000;");
        sqlite_api::sqlite3_trace_v2(handleOf(*session), SQLITE_TRACE_STMT, countStatement, &statements);
        return session;
    } catch (const std::exception &error) {
        return tl::unexpected(serviceFault("database does not open: " + reasonOf(error)));
    }
}

void runScript(Session &session, const std::string &sql)
{
    char *message = nullptr;
    if (sqlite_api::sqlite3_exec(handleOf(session), sql.c_str(), nullptr, nullptr, &message) == SQLITE_OK)
        return;
    const std::string why = message ? message : "unknown";
    sqlite_api::sqlite3_free(message);
    throw soci::soci_error(why);
}

bool truncateLog(Session &session)
{
    runScript(session, "PRAGMA busy_timeout = 500;");
    int busy = 1;
    session << "PRAGMA wal_checkpoint(TRUNCATE)", soci::into(busy);
    return busy == 0;
}

std::string reasonOf(const std::exception &error)
{
    const auto *soci = dynamic_cast<const soci::soci_error *>(&error);
    return soci != nullptr ? soci->get_error_message() : error.what();
}

bool inTransaction(Session &session)
{
    return sqlite_api::sqlite3_get_autocommit(handleOf(session)) == 0;
}

} // namespace smartca::sandbox
