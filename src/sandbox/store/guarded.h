// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "sandbox/store/service_fault.h"

#include <exception>
#include <type_traits>

namespace smartca::sandbox {

/// For the outermost call of a thread that serves more than this one caller: what `work` throws becomes its
/// failure SVC-101, and the thread goes on. `what` begins the sentence: "a handler".
template<class Work>
[[nodiscard]] auto guarded(std::string_view what, Work &&work) -> std::invoke_result_t<Work &>
{
    try {
        return work();
    } catch (const std::exception &error) {
        return tl::unexpected(serviceFault(std::string(what) + " threw: " + error.what()));
    }
}

} // namespace smartca::sandbox
