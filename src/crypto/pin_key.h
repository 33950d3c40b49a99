// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/key.h"

namespace smartca::crypto {

/// The device's keyed function H over "pin-v1" ‖ S ‖ PIN etc.: hardware HMAC-SHA256, or the software level's.
class KeyedHash {
public:
    virtual ~KeyedHash() = default;
    [[nodiscard]] virtual Result<SecretBytes> mac(std::initializer_list<BytesView> parts) = 0;
};

/// K_pin (docs/security.md "How the PIN becomes a key"): t = H("pin-v1" ‖ S ‖ PIN), okm = HKDF-SHA256(t, "",
/// "rsign pin key v1|" userId
/// "|" deviceId, 48), k = (okm mod (n − 1)) + 1. Used once, wiped by the caller letting go.
[[nodiscard]] Result<PrivateKey> derivePinKey(KeyedHash &hardware, const SecretBytes &salt,
                                              const SecretBytes &pin, std::string_view userId,
                                              std::string_view deviceId);
/// H("check-v1" ‖ S): tells "the keys are not on this phone" from a wrong PIN, says nothing of any PIN
/// (docs/security.md "How the PIN becomes a key").
[[nodiscard]] Result<Sha256> deviceCheckValue(KeyedHash &hardware, const SecretBytes &salt);

} // namespace smartca::crypto
