// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/store/session.h"

#include <optional>
#include <tuple>
#include <vector>

namespace smartca::sandbox {

/// Reads whole rows of a table. `Table` derives from this and has select(where), the statement; columns(), a
/// tuple of soci::into for what it selects; and read(), the row made of what was put there.
template<class Table, class Row>
class RowReader {
public:
    template<class Use>
    std::vector<Row> all(Session &session, std::string_view where, const Use &use)
    {
        std::vector<Row> rows;
        const auto keep = [&] { rows.push_back(table().read()); };
        std::apply([&](const auto &...into) { session.each(Table::select(where), keep, into..., use); },
                   table().columns());
        return rows;
    }
    /// The first one.
    template<class Use>
    std::optional<Row> one(Session &session, std::string_view where, const Use &use)
    {
        const auto found =
            std::apply([&](const auto &...into) { return session.run(Table::select(where), into..., use); },
                       table().columns());
        return found.row ? std::optional<Row>(table().read()) : std::nullopt;
    }

private:
    Table &table() { return static_cast<Table &>(*this); }
};

} // namespace smartca::sandbox
