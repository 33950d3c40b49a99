// SPDX-License-Identifier: Apache-2.0
#include "sandbox/admin/settings.h"

namespace smartca::sandbox::settings {

Migrations migrations()
{
    return {"settings", {"CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);"}};
}

std::optional<std::string> read(Session &session, std::string_view name)
{
    const std::string key(name);
    std::string value;
    session << "SELECT value FROM setting WHERE name = :name", soci::use(key), soci::into(value);
    return session.got_data() ? std::optional(value) : std::nullopt;
}

void write(Session &session, std::string_view name, const std::string &value)
{
    const std::string key(name);
    session << "INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET "
               "value = excluded.value",
        soci::use(key), soci::use(value);
}

} // namespace smartca::sandbox::settings
