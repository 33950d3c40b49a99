// SPDX-License-Identifier: Apache-2.0
#include "look.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace smartca::fuzz {

void claim(bool holds, std::string_view what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

std::string anchor(std::string_view name)
{
    std::ifstream file(std::string(SMARTCA_FUZZ_ANCHORS "/").append(name), std::ios::binary);
    claim(file.good(), "an anchor is missing");
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace smartca::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    smartca::fuzz::look({data, size});
    return 0;
}
