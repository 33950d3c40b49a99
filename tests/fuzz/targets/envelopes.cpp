// SPDX-License-Identifier: Apache-2.0
#include "protocol/envelopes.h"

#include "look.h"

void smartca::fuzz::look(BytesView input)
{
    using namespace protocol;
    static const auto key = crypto::PublicKey::fromJwk(parseJson(anchor("key.jwk")).value()).value();
    const auto text = asText(input);
    if (const auto registration = openRegistration(text, key))
        claim(registration->deviceKey == key, "a registration names the device key it was checked with");
    if (const auto sad = openOuterSad(text, key))
        (void)innerSadIsBy(*sad, key);
    (void)openEnrolAnswer(text, key);
    (void)openReceipt(text, key);
    (void)unwrapAnswer("answer", text);
    (void)unwrapAnswer("receipt", text);
}
