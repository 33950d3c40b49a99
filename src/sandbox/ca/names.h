// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// What the sandbox's authorities are called. Every certificate says, through its issuer, that it is worth
/// nothing.
namespace smartca::sandbox {

inline constexpr std::string_view sandboxNotice = "SANDBOX – no legal value";

/// An arc of our own under 2.25 (ITU-T X.667: made from a UUID, nobody to ask).
inline constexpr const char *sandboxCertificatePolicy = "2.25.143101180956792524435852104843482400617.1";
inline constexpr const char *sandboxTimeStampPolicy = "2.25.143101180956792524435852104843482400617.2";

inline constexpr std::string_view crlPath = "/crl";
inline constexpr std::string_view timeStampPath = "/tsp";
inline constexpr std::string_view issuingCertificatePath = "/ca/issuing.cer";
inline constexpr std::string_view rootCertificatePath = "/ca/root.cer";

} // namespace smartca::sandbox
