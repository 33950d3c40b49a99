// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/failure.h"

/// The failures of this room, each made in one place.
namespace smartca::sandbox::http {

/// What came is no HTTP/1.1; why, in the words of the parser, which quote nothing.
[[nodiscard]] Failure notHttp(std::string why);
[[nodiscard]] Failure headerTooLarge(std::size_t limit);
[[nodiscard]] Failure pathUnknown();
[[nodiscard]] Failure methodNotAllowed(std::string allowed);
[[nodiscard]] Failure bodyTooLarge(std::size_t limit);
/// SVC-106, told by rate alone: never says anything about an account.
[[nodiscard]] Failure tooManyRequests(Seconds retryAfter);

} // namespace smartca::sandbox::http
