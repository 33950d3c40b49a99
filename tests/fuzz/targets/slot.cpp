// SPDX-License-Identifier: Apache-2.0
#include "look.h"
#include "pdf/signature_field.h"

void smartca::fuzz::look(BytesView input)
{
    using namespace pdf;
    const auto slot = findPreparedSlot(input);
    if (!slot)
        return;
    claim(slot->contentsStart < slot->contentsEnd && slot->contentsEnd <= input.size(),
          "a slot lies in the file");
    const auto before = digestAround(input, *slot);
    const auto filled = fillSlot(input, *slot, asBytes("signature"));
    if (filled)
        claim(filled->size() == input.size() && digestAround(*filled, *slot) == before,
              "filling changes nothing around");
}
