// SPDX-License-Identifier: Apache-2.0
#include "client/journal.h"

#include "look.h"

void smartca::fuzz::look(BytesView input)
{
    const auto entry = client::decodeJournal(asText(input));
    if (!entry)
        return;
    const auto again = client::decodeJournal(client::encode(*entry));
    claim(again && *again == *entry, "an entry written and read again is the same");
}
