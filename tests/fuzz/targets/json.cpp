// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include "look.h"

void smartca::fuzz::look(BytesView input)
{
    const auto json = parseJson(asText(input));
    if (!json)
        return;
    // What the door lets in can be copied, compared and written: a deep tree would overflow the stack right
    // here.
    const Json copy = *json;
    const auto again = parseJson(toText(copy));
    claim(again && *again == *json, "JSON written and read again is the same");
}
