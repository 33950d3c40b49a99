// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/ca/authority.h"

namespace smartca::sandbox {

/// What the TLS server shows: a certificate for these hosts and its key. Made anew at every start, so nothing
/// of it is kept; clients pin the TLS root.
struct TlsIdentity {
    crypto::Certificate certificate;
    crypto::PrivateKey key;
};

/// `hosts`: names and IP addresses without port. P-256, 397 days.
[[nodiscard]] Result<TlsIdentity> makeTlsIdentity(const Authority &authority,
                                                  const std::vector<std::string> &hosts);

} // namespace smartca::sandbox
