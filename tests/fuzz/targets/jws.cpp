// SPDX-License-Identifier: Apache-2.0
#include "crypto/jws.h"

#include "look.h"

void smartca::fuzz::look(BytesView input)
{
    using namespace crypto;
    static const auto key = PublicKey::fromJwk(parseJson(anchor("key.jwk")).value()).value();
    for (const std::string_view type : {"sad+jws", "dpop+jwt"}) {
        const auto unverified = readUnverifiedJws(asText(input), type);
        const auto verified = verifyJws(asText(input), type, key);
        const auto selfSigned = verifySelfSignedJws(asText(input), type);
        claim(!verified || unverified.has_value(), "what verifies can be read");
        claim(!(verified && selfSigned), "no JWS is good with and without a key in its header");
        if (selfSigned)
            claim(selfSigned->header.jwk.has_value(), "a self-signed JWS brings its key");
    }
}
