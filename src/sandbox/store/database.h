// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "sandbox/store/blob.h"
#include "sandbox/store/migrations.h"
#include "sandbox/store/service_fault.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <type_traits>

namespace smartca::sandbox {

/// One SQLite database (WAL, synchronous=FULL, foreign keys, secure delete). What transact() reports as done
/// is on disk. Several processes may open the same file: the service and an admin command beside it.
class Database {
public:
    /// Creates the file (0600) when it is not there and migrates. Failure SVC-101.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::filesystem::path &file,
                                                                const std::vector<Migrations> &rooms);
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    /// Runs `work` as one transaction of the one writer and returns when it is committed and on disk. `work`
    /// takes Session & and returns Outcome or Result<T>: a failure (or an exception, which becomes
    /// SVC-101) rolls back its changes alone. A verdict that must be kept though it is bad news, such as a
    /// counted try, is returned as a value. Several transactions waiting at once share one commit, so `work`
    /// may run on another caller's thread; it must be short, must not call transact() or read() itself, and
    /// must not sign, hash passwords or wait. If the commit fails all of them fail.
    template<class Work>
    auto transact(Work &&work) -> std::invoke_result_t<Work &, Session &>
    {
        std::optional<std::invoke_result_t<Work &, Session &>> result;
        const Outcome outcome = write([&](Session &session) -> bool {
            result.emplace(work(session));
            return result->has_value();
        });
        if (!outcome)
            return tl::unexpected(outcome.error());
        return std::move(*result);
    }

    /// Runs `work` (same shape) on a connection that sees one state of the database throughout. It cannot
    /// write.
    template<class Work>
    auto read(Work &&work) -> std::invoke_result_t<Work &, Session &>
    {
        std::optional<std::invoke_result_t<Work &, Session &>> result;
        const Outcome outcome = look([&](Session &session) { result.emplace(work(session)); });
        if (!outcome)
            return tl::unexpected(outcome.error());
        return std::move(*result);
    }

    /// What was overwritten or deleted so far goes from the files as well: until then the write-ahead log has
    /// the old pages. Writers wait while it works, so it is for the few changes that must not be read from a
    /// copied folder. False when others read or write too busily just now: to be asked again.
    [[nodiscard]] Result<bool> forgetOldVersions();

    /// Statements of all connections begun so far: tests hold two paths to the same work with it.
    [[nodiscard]] std::uint64_t statementCount() const;
    /// Commits that reached the disk; fewer than transactions when they shared.
    [[nodiscard]] std::uint64_t commitCount() const;

private:
    struct Inside;
    explicit Database(std::unique_ptr<Inside> inside);
    [[nodiscard]] Outcome write(const std::function<bool(Session &)> &work);
    [[nodiscard]] Outcome look(const std::function<void(Session &)> &work);

    std::unique_ptr<Inside> inside_;
};

} // namespace smartca::sandbox
