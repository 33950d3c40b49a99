// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/app_version.h"

#include <array>
#include <charconv>

namespace smartca::sandbox {
namespace {

constexpr std::size_t versionParts = 3;

/// {-1, -1, -1} for what is no version.
std::array<int, versionParts> numbersOf(std::string_view version)
{
    std::array<int, versionParts> numbers{};
    version = version.substr(0, version.find_first_of("-+"));
    for (std::size_t i = 0; i < versionParts && !version.empty(); ++i) {
        const auto end = std::min(version.find('.'), version.size());
        const auto [stop, error] = std::from_chars(version.data(), version.data() + end, numbers[i]);
        if (error != std::errc{} || stop != version.data() + end)
            return {-1, -1, -1};
        version = version.substr(std::min(end + 1, version.size()));
    }
    return numbers;
}

} // namespace

bool isVersion(std::string_view text)
{
    return !text.empty() && numbersOf(text).front() >= 0;
}

bool isOlder(std::string_view version, std::string_view minimum)
{
    if (minimum.empty())
        return false;
    if (version.empty())
        return true;
    return numbersOf(version) < numbersOf(minimum);
}

} // namespace smartca::sandbox
