// SPDX-License-Identifier: Apache-2.0
#include "client/dossier_store.h"
#include "look.h"

void smartca::fuzz::look(BytesView input)
{
    const auto dossier = client::decodeDossier(asText(input));
    if (!dossier)
        return;
    const auto once = client::encode(*dossier);
    const auto again = client::decodeDossier(once);
    claim(again && client::encode(*again) == once, "a dossier written and read again is the same");
}
