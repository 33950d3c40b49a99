// SPDX-License-Identifier: Apache-2.0
#include "pdf/cursor.h"

#include <charconv>

namespace smartca::pdf {

std::size_t readNumber(Cursor &cursor)
{
    cursor.skipSpace();
    const auto digits = cursor.run(isDigit);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || digits.size() > 10 || (digits.size() > 1 && digits.front() == '0'))
        cursor.fail();
    return number;
}

void skipLiteralString(Cursor &cursor)
{
    cursor.expect("(");
    for (int open = 1; cursor.good() && open > 0; cursor.step()) {
        if (cursor.peek() == '\\')
            cursor.step();
        else if (cursor.peek() == '(')
            ++open;
        else if (cursor.peek() == ')')
            --open;
    }
}

} // namespace smartca::pdf
