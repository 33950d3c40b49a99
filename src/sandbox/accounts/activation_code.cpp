// SPDX-License-Identifier: Apache-2.0
#include "sandbox/accounts/activation_code.h"

#include "base/encoding.h"
#include "crypto/random.h"
#include "protocol/activation_input.h"

namespace smartca::sandbox {

Result<crypto::Sha256> codeKey(Hsm &hsm, const crypto::Sha256 &usernameKey, const SecretBytes &code)
{
    return hsm.mac(MacPurpose::ActivationCode, {asBytes("code"), usernameKey, code.view()});
}

Result<crypto::Sha256> tokenKey(Hsm &hsm, const SecretBytes &token)
{
    return hsm.mac(MacPurpose::ActivationCode, {asBytes("token"), token.view()});
}

Result<FreshCode> makeCode(Hsm &hsm, const crypto::Sha256 &usernameKey, UtcTime now)
{
    FreshCode fresh;
    fresh.code = SecretBytes(protocol::codeLength);
    const auto random = crypto::randomSecret(protocol::codeLength);
    // 32 characters divide 256: every one is as likely.
    for (std::size_t at = 0; at < protocol::codeLength; ++at)
        fresh.code.data()[at] = static_cast<std::uint8_t>(
            protocol::codeAlphabet[random.view()[at] % protocol::codeAlphabet.size()]);
    const auto raw = crypto::randomSecret(16);
    auto text = base64UrlEncode(raw.view());
    fresh.token = SecretBytes::fromText(text);
    wipe(text.data(), text.size());
    SMARTCA_TRY(fresh.codeKey, codeKey(hsm, usernameKey, fresh.code));
    SMARTCA_TRY(fresh.tokenKey, tokenKey(hsm, fresh.token));
    fresh.expiresAt = now + codeLifetime;
    return fresh;
}

void dropUnusedCodes(Session &session, std::int64_t subscriber)
{
    session << "DELETE FROM activation_code WHERE subscriber_id = :subscriber AND device_id IS NULL",
        soci::use(subscriber);
}

void storeCode(Session &session, std::int64_t subscriber, const crypto::Sha256 &usernameKey,
               const FreshCode &fresh, UtcTime now)
{
    Blob username(session, usernameKey);
    Blob code(session, fresh.codeKey);
    Blob token(session, fresh.tokenKey);
    const auto issued = toUnixSeconds(now);
    const auto expires = toUnixSeconds(fresh.expiresAt);
    dropUnusedCodes(session, subscriber);
    session << "INSERT INTO activation_code (subscriber_id, code_key, token_key, issued_at, expires_at) "
               "VALUES (:subscriber, :code, :token, :issued, :expires)",
        soci::use(subscriber), soci::use(code.value), soci::use(token.value), soci::use(issued),
        soci::use(expires);
    session << "DELETE FROM code_tries WHERE username_key = :key", soci::use(username.value);
}

} // namespace smartca::sandbox
