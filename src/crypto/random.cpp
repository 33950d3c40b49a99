// SPDX-License-Identifier: Apache-2.0
#include "crypto/random.h"

#include "base/encoding.h"
#include "crypto/openssl.h"

#include <openssl/rand.h>

namespace smartca::crypto {

Bytes randomBytes(std::size_t count)
{
    Bytes bytes(count);
    demand(RAND_bytes(bytes.data(), static_cast<int>(count)) == 1, "randomness");
    return bytes;
}

SecretBytes randomSecret(std::size_t count)
{
    SecretBytes bytes(count);
    // The private generator: its state never meets values that are sent out (nonces, identifiers).
    demand(RAND_priv_bytes(bytes.data(), static_cast<int>(count)) == 1, "randomness");
    return bytes;
}

std::string randomUuid()
{
    auto octets = randomBytes(16);
    octets[6] = static_cast<std::uint8_t>((octets[6] & 0x0FU) | 0x40U); // version 4, RFC 9562 §5.4
    octets[8] = static_cast<std::uint8_t>((octets[8] & 0x3FU) | 0x80U); // variant, §4.1
    auto text = hexEncode(octets);
    for (const std::size_t position : {20UL, 16UL, 12UL, 8UL})
        text.insert(position, 1, '-');
    return text;
}

} // namespace smartca::crypto
