// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "sandbox/store/session.h"

#include <atomic>
#include <filesystem>
#include <memory>

namespace smartca::sandbox {

enum class Access { Write, Read };

/// A connection with our settings. Every statement it begins adds one to `statements`, which must outlive it.
[[nodiscard]] Result<std::unique_ptr<Session>> connect(const std::filesystem::path &file, Access access,
                                                       std::atomic<std::uint64_t> &statements);
/// Runs several statements at once (SOCI prepares only the first). Throws soci::soci_error.
void runScript(Session &session, const std::string &sql);
/// Copies the write-ahead log into the database and cuts it to nothing. False when a reader or writer was in
/// the way for longer than a moment. Throws soci::soci_error.
[[nodiscard]] bool truncateLog(Session &session);
/// What went wrong, without the values of the statement: what() quotes every one of them, and this goes to
/// the log.
[[nodiscard]] std::string reasonOf(const std::exception &error);
/// False once a statement failed so badly that SQLite gave the whole transaction up.
[[nodiscard]] bool inTransaction(Session &session);

} // namespace smartca::sandbox
