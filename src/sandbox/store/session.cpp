// SPDX-License-Identifier: Apache-2.0
#include "sandbox/store/session.h"

#include <soci/sqlite3/soci-sqlite3.h>

namespace smartca::sandbox {

Session::Session(const std::filesystem::path &file)
    : soci::session(soci::sqlite3, "db=\"" + file.string() + "\"")
{}

soci::statement &Session::kept(std::string_view sql)
{
    const auto known = statements_.find(sql);
    if (known != statements_.end())
        return known->second;
    const std::string text(sql);
    soci::statement fresh(*this);
    fresh.alloc();
    fresh.prepare(text);
    return statements_.emplace(text, fresh).first->second;
}

Session::Use::Use(Session &session, std::string_view sql) : statement(session.kept(sql)) {}

Session::Use::~Use()
{
    // SOCI would do this before the next use; until then a row not read to its end holds a lock.
    auto *const backend = static_cast<soci::sqlite3_statement_backend *>(statement.get_backend());
    sqlite_api::sqlite3_reset(backend->stmt_);
    sqlite_api::sqlite3_clear_bindings(backend->stmt_);
    backend->databaseReady_ = true;
    statement.bind_clean_up();
}

Session::Ran Session::Use::executed() const
{
    statement.define_and_bind();
    const bool row = statement.execute(true);
    return {.row = row, .affected = statement.get_affected_rows()};
}

} // namespace smartca::sandbox
