// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/certificate.h"

namespace smartca::client {

/// The subscriber's certificate as it arrives: a path to the pinned document root at `now`, for the very key
/// that the signed enrol answer named, valid now. Failure CRT-103.
[[nodiscard]] Outcome checkCertificate(const crypto::Certificate &certificate,
                                       const std::vector<crypto::Certificate> &chain,
                                       const crypto::Certificate &documentRoot,
                                       const std::optional<Bytes> &spki, UtcTime now);

/// The chain without the pinned root itself: what travels inside a signature.
[[nodiscard]] std::vector<crypto::Certificate> intermediatesOf(const std::vector<crypto::Certificate> &chain,
                                                               const crypto::Certificate &documentRoot);

} // namespace smartca::client
