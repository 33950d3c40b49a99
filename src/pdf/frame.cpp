// SPDX-License-Identifier: Apache-2.0
#include "pdf/frame.h"

#include <algorithm>

namespace smartca::pdf {
namespace {

std::size_t count(std::string_view text, std::string_view word)
{
    std::size_t found = 0;
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size()))
        ++found;
    return found;
}

bool endsWithMarker(std::string_view text)
{
    constexpr std::string_view marker = "%%EOF";
    for (const std::string_view lineEnd : {"\r\n", "\n", "\r", ""}) {
        if (text.ends_with(lineEnd) && text.substr(0, text.size() - lineEnd.size()).ends_with(marker))
            return true;
    }
    return false;
}

} // namespace

Frame frameOf(BytesView pdf)
{
    const auto text = asText(pdf);
    return {.startsAsPdf = text.starts_with("%PDF-1.") || text.starts_with("%PDF-2."),
            .endsAsPdf = endsWithMarker(text),
            .revisions = std::max(count(text, "startxref"), count(text, "%%EOF"))};
}

} // namespace smartca::pdf
