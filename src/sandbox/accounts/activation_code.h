// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/accounts/accounts.h"

namespace smartca::sandbox {

/// docs/protocol.md §6.
constexpr std::chrono::days codeLifetime{15};

/// What a new activation mail carries; nowhere else in clear.
struct FreshCode {
    SecretBytes code;  ///< eight characters of Crockford base32, without dash
    SecretBytes token; ///< base64url of 16 octets
    crypto::Sha256 codeKey{};
    crypto::Sha256 tokenKey{};
    UtcTime expiresAt;
};

/// Made outside any transaction, because the HSM is asked.
[[nodiscard]] Result<FreshCode> makeCode(Hsm &hsm, const crypto::Sha256 &usernameKey, UtcTime now);
/// Writes it: every code of this subscriber that nobody redeemed is void from now on, and typing is open
/// again.
void storeCode(Session &session, std::int64_t subscriber, const crypto::Sha256 &usernameKey,
               const FreshCode &fresh, UtcTime now);

/// Codes that no device has redeemed are good no more.
void dropUnusedCodes(Session &session, std::int64_t subscriber);

/// Keyed hashes of a code and a token, as they lie in the database.
[[nodiscard]] Result<crypto::Sha256> codeKey(Hsm &hsm, const crypto::Sha256 &usernameKey,
                                             const SecretBytes &code);
[[nodiscard]] Result<crypto::Sha256> tokenKey(Hsm &hsm, const SecretBytes &token);

} // namespace smartca::sandbox
