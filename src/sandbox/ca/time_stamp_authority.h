// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/ca/authority.h"

namespace smartca::sandbox {

/// A time stamp token (RFC 3161 §2.4.2; CMS, DER) over `imprint`, of now, to the second, with certificate and
/// nonce. `nonce`: big-endian.
[[nodiscard]] Result<Bytes> makeTimeStamp(const Authority &authority, const crypto::Sha256 &imprint,
                                          std::optional<BytesView> nonce);

/// Answers a TimeStampReq with a TimeStampResp, DER. A request we do not serve is answered with a rejection,
/// which is a success here. Failure HSM-101 alone.
[[nodiscard]] Result<Bytes> answerTimeStampRequest(const Authority &authority, BytesView request);

} // namespace smartca::sandbox
