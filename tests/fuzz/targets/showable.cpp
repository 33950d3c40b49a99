// SPDX-License-Identifier: Apache-2.0
#include "pdf/showable.h"

#include "look.h"

void smartca::fuzz::look(BytesView input)
{
    const auto facts = pdf::checkShowable(input);
    if (facts)
        claim(facts->pages > 0, "what can be shown has a page");
}
