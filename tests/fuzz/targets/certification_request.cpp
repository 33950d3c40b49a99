// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate.h"
#include "look.h"

void smartca::fuzz::look(BytesView input)
{
    const auto key = crypto::verifyCertificationRequest(input);
    if (key)
        claim(crypto::PublicKey::fromSpki(key->spki()).has_value(), "a proven key is one we accept");
    (void)crypto::PublicKey::fromSpki(input);
    (void)crypto::PrivateKey::fromPkcs8(input);
}
