// SPDX-License-Identifier: Apache-2.0
#include "protocol/dpop.h"

#include "look.h"

void smartca::fuzz::look(BytesView input)
{
    // A newline parts the header from the body.
    const auto text = asText(input);
    const auto newline = text.find('\n');
    const auto header = text.substr(0, newline);
    const auto body = newline == std::string_view::npos ? std::string_view() : text.substr(newline + 1);
    const auto proof =
        protocol::verifyDpop(header, "POST", "https://127.0.0.1:8443/v1/activations", asBytes(body));
    if (!proof)
        return;
    claim(proof->deviceId == proof->deviceKey.thumbprint(), "the device is named by its key");
    claim(proof->proof.bodyDigest == protocol::bodyDigestOf(asBytes(body)), "the proof is for this body");
    claim(proof->proof.method == "POST", "the proof is for this method");
}
