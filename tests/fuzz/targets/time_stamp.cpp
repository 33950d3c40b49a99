// SPDX-License-Identifier: Apache-2.0
#include "crypto/timestamp.h"
#include "look.h"

void smartca::fuzz::look(BytesView input)
{
    using namespace crypto;
    static const auto root = Certificate::fromPem(anchor("time-stamp-root.pem")).value();
    static const auto good = toBytes(anchor("time-stamp.der"));
    const auto imprint = sha256(asBytes("seed"));
    const auto stamp = verifyTimeStamp(input, imprint, root);
    if (!stamp)
        return;
    claim(stamp->imprint == imprint, "a time stamp is for what was asked");
    claim(asText(input) == asText(good), "nobody but the authority makes a time stamp that verifies");
}
