// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "sandbox/store/session.h"

#include <vector>

namespace soci {
class session;
}

namespace smartca::sandbox {

/// The tables of one room and how they grew: step n (from 1) leads to version n. A step that was landed is
/// never edited; a change is a new step. A step may hold several statements, each ended by a semicolon.
struct Migrations {
    std::string room;
    std::vector<std::string> steps;
};

/// Brings every room's tables to the newest version, each step in a transaction of its own together with its
/// version number. Failure SVC-101 when a step fails, or when the database is newer than this program.
[[nodiscard]] Outcome migrate(Session &session, const std::vector<Migrations> &rooms);

} // namespace smartca::sandbox
