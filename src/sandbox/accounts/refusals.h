// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/failure.h"

/// The failures of this room, each made in one place.
namespace smartca::sandbox {

[[nodiscard]] Failure detailsWrong(int triesLeft);
[[nodiscard]] Failure typingClosed();
[[nodiscard]] Failure codeExpired(UtcTime at);
[[nodiscard]] Failure codeUsed(UtcTime at);
[[nodiscard]] Failure codeOnOtherDevice(UtcTime at);
[[nodiscard]] Failure accountLocked();
[[nodiscard]] Failure accountActive();
/// PWD-104, subject: the rule.
[[nodiscard]] Failure passwordRefused(std::string rule);
/// SVC-102: the queue in front of a costly step is full.
[[nodiscard]] Failure serviceBusy(Seconds retryAfter);
/// CLI-101: what staff or a command gave is wrong. subject: the field.
[[nodiscard]] Failure inputInvalid(std::string field, std::string why);

} // namespace smartca::sandbox
