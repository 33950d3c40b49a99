// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/failure.h"

#include <tl/expected.hpp>

namespace smartca {

/// A value, or why there is none. Exceptions stop at the library that throws them.
template<class T>
using Result = tl::expected<T, Failure>;

/// Success without a value, or why not.
using Outcome = tl::expected<void, Failure>;

} // namespace smartca

// The targets below are declarations ("auto key"), which parentheses would break.
// NOLINTBEGIN(bugprone-macro-parentheses)
/// Leaves the function with the failure of a Result, or goes on with its value: SMARTCA_TRY(auto key,
/// loadKey());
#define SMARTCA_TRY_CONCAT_(a, b) a##b
#define SMARTCA_TRY_NAME_(a, b) SMARTCA_TRY_CONCAT_(a, b)
#define SMARTCA_TRY_IMPL_(result, target, expression)                                                        \
    auto result = (expression);                                                                              \
    if (!result)                                                                                             \
        return tl::unexpected(std::move(result).error());                                                    \
    target = std::move(*result)
#define SMARTCA_TRY(target, expression)                                                                      \
    SMARTCA_TRY_IMPL_(SMARTCA_TRY_NAME_(smartcaTry, __LINE__), target, expression)
/// The same for an Outcome or a Result whose value is not wanted.
#define SMARTCA_CHECK(expression)                                                                            \
    do {                                                                                                     \
        if (auto smartcaChecked = (expression); !smartcaChecked)                                             \
            return tl::unexpected(std::move(smartcaChecked).error());                                        \
    } while (false)
// NOLINTEND(bugprone-macro-parentheses)
