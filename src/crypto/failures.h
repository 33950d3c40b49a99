// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/failure.h"

#include <tl/expected.hpp>

/// Private to this room: each failure raised here, in one place. Callers who know more turn them into their
/// own code.
namespace smartca::crypto {

/// A key, certificate or request that cannot be read or is of a kind we refuse.
[[nodiscard]] tl::unexpected<Failure> unreadable(std::string detail);
/// A JWS whose signature does not fit.
[[nodiscard]] tl::unexpected<Failure> notAuthentic(std::string detail);
/// A CMS signature or time stamp that does not hold.
[[nodiscard]] tl::unexpected<Failure> signatureInvalid(std::string detail);
/// A key of ours that would not sign.
[[nodiscard]] tl::unexpected<Failure> keyUnusable(std::string detail);

} // namespace smartca::crypto
