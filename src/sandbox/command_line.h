// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/accounts/person.h"
#include "sandbox/service.h"

#include <variant>

namespace smartca::sandbox {

struct ServeCommand {
    ServiceOptions options;
};
/// One of the functions of admin/commands.h.
struct StaffCommand {
    enum class Action { Add, Show, List, Resend, Lock, Unlock, Release, Refuse, Hold, VerifyEvidence };
    Action action{};
    std::filesystem::path data;
    Person person; ///< of Add; the others use its username
    std::string reason;
    bool startAgain = false; ///< with Action::Unlock
};
/// Help or a mistake, with what to print and the exit code.
struct NothingToDo {
    std::string text;
    int exitCode = 0;
};
using Command = std::variant<ServeCommand, StaffCommand, NothingToDo>;

[[nodiscard]] Command parseCommandLine(int count, const char *const *arguments);

} // namespace smartca::sandbox
