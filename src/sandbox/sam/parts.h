// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/accounts/passwords.h"
#include "sandbox/ca/authority.h"
#include "sandbox/http/nonces.h"
#include "sandbox/http/rate_limit.h"

#include <filesystem>

namespace smartca::sandbox {

/// What this service asks and allows.
struct SamPolicy {
    std::string serviceId; ///< audience of everything signed for it: urn:smartca:sam:<service id>
    std::string publicUrl; ///< https://host:port, no slash behind it: what htu is compared with
    protocol::Policy activation;
    Seconds issuanceDelay{0};
    /// Levels of device keys that may enrol. “software” stands here because this is a sandbox, and alone
    /// because every other is a claim to be proven by an attestation, which nothing here checks.
    std::vector<std::string> keyLevels{"software"};
    bool sandbox = true;
    /// Of one device key, from wherever it comes, in real time and in memory alone (docs/protocol.md §1):
    /// requests of any kind, and codes typed, whoever's account they are tried on.
    http::RateLimit::Rule deviceRate{.burst = 300, .every = Milliseconds{200}};
    http::RateLimit::Rule typedCodeRate{.burst = 20, .every = std::chrono::minutes{3}};
    std::string hotline = "18001260";
    /// Where the newest signed head of the evidence is kept beside the database; empty: nowhere.
    std::filesystem::path evidenceHeadFile;

    [[nodiscard]] std::string audience() const { return "urn:smartca:sam:" + serviceId; }
};

/// What the SAM works with. Everything outlives it.
struct SamParts {
    Database &database;
    Hsm &hsm;
    const Clock &clock;
    Accounts &accounts;
    Passwords &passwords;
    const Authority &authority;
    http::Nonces &nonces;
};

/// Not finished by then → key destroyed, certificate revoked (docs/protocol.md §6).
inline constexpr std::chrono::days activationLifetime{15};
inline constexpr std::size_t challengeOctets = 32;
/// A challenge, and everything signed over it, is good for so long (docs/protocol.md §6).
inline constexpr Seconds challengeLifetime{120};
/// How far a device's clock may be off (docs/protocol.md §6).
inline constexpr Seconds clockTolerance{120};

} // namespace smartca::sandbox
