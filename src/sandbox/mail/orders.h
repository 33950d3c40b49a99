// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/mail/outbox.h"

namespace smartca::sandbox {

/// As they stand in the database and in file names.
[[nodiscard]] std::string_view nameOf(MailKind kind);
[[nodiscard]] MailKind mailKindFromName(std::string_view name);

} // namespace smartca::sandbox
