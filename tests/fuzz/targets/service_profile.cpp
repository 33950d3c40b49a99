// SPDX-License-Identifier: Apache-2.0
#include "protocol/service_profile.h"

#include "look.h"

void smartca::fuzz::look(BytesView input)
{
    const auto profile = protocol::decodeServiceProfile(asText(input));
    if (!profile)
        return;
    const auto once = protocol::encode(*profile);
    const auto again = protocol::decodeServiceProfile(once);
    claim(again && protocol::encode(*again) == once, "a profile written and read again is the same");
}
