// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SMARTCA_TELL_SANITIZER
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define SMARTCA_TELL_SANITIZER
#endif
#if defined(SMARTCA_TELL_SANITIZER)
#include <sanitizer/common_interface_defs.h>
#endif

namespace smartca::sandbox {

/// A stack as the address sanitizer wants to know it.
struct StackPlace {
    const void *bottom = nullptr;
    std::size_t size = 0;
};

/// Right before another stack is gone to; `kept` remembers this one, and is nullptr when it is left for good.
inline void beforeSwitch([[maybe_unused]] void **kept, [[maybe_unused]] const StackPlace &to)
{
#if defined(SMARTCA_TELL_SANITIZER)
    __sanitizer_start_switch_fiber(kept, to.bottom, to.size);
#endif
}

/// Right after this stack was come to: from where.
inline StackPlace afterSwitch([[maybe_unused]] void *kept)
{
    StackPlace from;
#if defined(SMARTCA_TELL_SANITIZER)
    __sanitizer_finish_switch_fiber(kept, &from.bottom, &from.size);
#endif
    return from;
}

} // namespace smartca::sandbox
