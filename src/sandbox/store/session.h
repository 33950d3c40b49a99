// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <soci/soci.h>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace smartca::sandbox {

/// A connection. Any statement may be sent as SOCI has it; run() is for those that every request needs.
class Session : public soci::session {
public:
    explicit Session(const std::filesystem::path &file);

    /// What one statement did.
    struct Ran {
        bool row = false;          ///< a select, or a returning clause, found one
        std::int64_t affected = 0; ///< rows inserted, updated or deleted
    };
    /// Runs a statement of one row at the most, with SOCI's into and use. It is compiled when this connection
    /// meets its text for the first time, and kept: the text must be one of a few. Throws soci::soci_error.
    template<class... Exchanges>
    Ran run(std::string_view sql, const Exchanges &...exchanges)
    {
        const Use use(*this, sql);
        (use.statement.exchange(exchanges), ...);
        return use.executed();
    }
    /// The same for any number of rows: `read` is called for each of them.
    template<class Read, class... Exchanges>
    void each(std::string_view sql, const Read &read, const Exchanges &...exchanges)
    {
        const Use use(*this, sql);
        (use.statement.exchange(exchanges), ...);
        use.statement.define_and_bind();
        use.statement.execute();
        while (use.statement.fetch())
            read();
    }

private:
    using Statements = std::map<std::string, soci::statement, std::less<>>;

    /// A kept statement while it is used; afterwards it holds no rows, no values and no lock.
    class Use {
    public:
        Use(Session &session, std::string_view sql);
        ~Use();
        Use(const Use &) = delete;
        Use &operator=(const Use &) = delete;
        [[nodiscard]] Ran executed() const;

        soci::statement &statement;
    };

    soci::statement &kept(std::string_view sql);

    Statements statements_; ///< goes before the connection itself does
};

} // namespace smartca::sandbox
