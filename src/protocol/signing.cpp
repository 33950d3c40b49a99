// SPDX-License-Identifier: Apache-2.0
#include "protocol/signing.h"

#include "crypto/digest.h"

namespace smartca::protocol {
namespace {

constexpr std::size_t timeStampNonceSize = 16;

} // namespace

std::string_view signAlgorithmOf(crypto::KeyKind kind)
{
    return kind == crypto::KeyKind::P256 ? "1.2.840.10045.4.3.2" : "1.2.840.113549.1.1.11";
}

Bytes timeStampNonceOf(std::string_view challenge)
{
    const auto digest = crypto::sha256(asBytes(challenge));
    auto first = digest.begin();
    const auto end = digest.begin() + timeStampNonceSize;
    while (first != end - 1 && *first == 0)
        ++first;
    return {first, end};
}

} // namespace smartca::protocol
