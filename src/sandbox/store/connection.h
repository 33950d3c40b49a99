// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <soci/soci.h>

#include <atomic>
#include <filesystem>
#include <memory>

namespace smartca::sandbox {

enum class Access { Write, Read };

/// A connection with our settings. Every statement it begins adds one to `statements`, which must outlive it.
[[nodiscard]] Result<std::unique_ptr<soci::session>> connect(const std::filesystem::path &file, Access access,
                                                             std::atomic<std::uint64_t> &statements);
/// Runs several statements at once (SOCI prepares only the first). Throws soci::soci_error.
void runScript(soci::session &session, const std::string &sql);
/// A statement without parameters and rows that is run often: BEGIN, SAVEPOINT. Goes before its session.
class Prepared {
public:
    Prepared(soci::session &session, const std::string &sql);
    ~Prepared();
    Prepared(const Prepared &) = delete;
    Prepared &operator=(const Prepared &) = delete;
    /// Throws soci::soci_error.
    void run();

private:
    soci::session &session_;
    void *statement_ = nullptr;
};
/// What went wrong, without the values of the statement: what() quotes every one of them, and this goes to
/// the log.
[[nodiscard]] std::string reasonOf(const std::exception &error);
/// False once a statement failed so badly that SQLite gave the whole transaction up.
[[nodiscard]] bool inTransaction(soci::session &session);

} // namespace smartca::sandbox
