// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/failure.h"

namespace smartca::pdf {

/// The three refusals of this room, each made here and nowhere else.
[[nodiscard]] Failure recordUnreadable(std::string detail);
[[nodiscard]] Failure recordChanged(std::string detail);
/// `subject`: the PDF word for what cannot be shown ("JavaScript", "Encrypt"), the same in every language.
[[nodiscard]] Failure recordNotShowable(std::string subject, std::string detail);

} // namespace smartca::pdf
