// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms.h"

#include "look.h"

void smartca::fuzz::look(BytesView input)
{
    using namespace crypto;
    const auto data = parseSignedData(input);
    if (!data)
        return;
    claim(parseSignedData(Bytes(input.begin(), input.end())).has_value(), "reading twice is the same");
    (void)data->signer.publicKey().verify(data->signedAttributes, data->signature);
    if (data->signingCertificateHash == data->signer.fingerprint())
        claim(data->signedAttributes == padesSignedAttributes(data->messageDigest, data->signer),
              "the signed attributes are fully determined");
}
