// SPDX-License-Identifier: Apache-2.0
#include "sandbox/store/migrations.h"

#include "sandbox/store/connection.h"
#include "sandbox/store/service_fault.h"

#include <soci/soci.h>

namespace smartca::sandbox {

namespace {

int versionOf(Session &session, const std::string &room)
{
    int version = 0;
    session << "SELECT version FROM schema_version WHERE room = :room", soci::use(room), soci::into(version);
    return version;
}

/// One step and its number, together. Another process may have taken the step since we looked: then there is
/// nothing to do.
void take(Session &session, const Migrations &room, int version)
{
    runScript(session, "BEGIN IMMEDIATE;");
    if (versionOf(session, room.room) < version) {
        runScript(session, room.steps[static_cast<std::size_t>(version) - 1]);
        session << "INSERT INTO schema_version (room, version) VALUES (:room, :version) "
                   "ON CONFLICT (room) DO UPDATE SET version = excluded.version",
            soci::use(room.room), soci::use(version);
    }
    runScript(session, "COMMIT;");
}

} // namespace

Outcome migrate(Session &session, const std::vector<Migrations> &rooms)
{
    try {
        runScript(
            session,
            "CREATE TABLE IF NOT EXISTS schema_version (room TEXT PRIMARY KEY, version INTEGER NOT NULL);");
        for (const auto &room : rooms) {
            const int newest = static_cast<int>(room.steps.size());
            const int current = versionOf(session, room.room);
            if (current > newest)
                return tl::unexpected(serviceFault("the tables of " + room.room + " are of a newer program"));
            for (int version = current + 1; version <= newest; ++version)
                take(session, room, version);
        }
        return {};
    } catch (const std::exception &error) {
        if (inTransaction(session))
            runScript(session, "ROLLBACK;");
        return tl::unexpected(serviceFault("migration failed: " + reasonOf(error)));
    }
}

} // namespace smartca::sandbox
