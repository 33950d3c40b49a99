// SPDX-License-Identifier: Apache-2.0
#include "base/failpoint.h"

#ifdef SMARTCA_FAILPOINTS

#include "base/environment.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace smartca {
namespace {

constexpr std::string_view names[] = {
#define FAILPOINT(name) name,
#include "base/failpoints.def"
#undef FAILPOINT
};

struct Order {
    std::string name; ///< empty: nothing is to happen
    int pass = 1;
};

Order readOrder()
{
    const char *text = environmentVariable("SMARTCA_FAILPOINT");
    if (text == nullptr)
        return {};
    const std::string_view order(text);
    const auto colon = order.rfind(':');
    if (colon == std::string_view::npos)
        return {.name = std::string(order), .pass = 1};
    Order read{.name = std::string(order.substr(0, colon)), .pass = 1};
    std::from_chars(order.data() + colon + 1, order.data() + order.size(), read.pass);
    return read;
}

void note(const char *name)
{
    const char *path = environmentVariable("SMARTCA_FAILPOINT_LOG");
    if (path == nullptr)
        return;
    const int file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0)
        return;
    const std::string line = std::string(name) + "\n";
    [[maybe_unused]] const auto written = write(file, line.data(), line.size());
    close(file);
}

} // namespace

void passFailpoint(const char *name) noexcept
{
    // Names put together at run time cannot be checked earlier.
    if (std::find(std::begin(names), std::end(names), std::string_view(name)) == std::end(names)) {
        std::fprintf(stderr, "failpoint %s is not in base/failpoints.def\n", name);
        std::abort();
    }
    static const Order order = readOrder();
    static std::atomic<int> passes{0};
    note(name);
    // Not exit(): nothing may be flushed, closed or tidied up on the way out.
    if (order.name == name && ++passes == order.pass)
        std::raise(SIGKILL);
}

} // namespace smartca

#endif
