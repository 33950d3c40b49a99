// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/openssl.h"

#include <openssl/bn.h>

/// Private to this room.
namespace smartca::crypto {

using Number = Owned<BIGNUM, BN_free>;
using SecretNumber = Owned<BIGNUM, BN_clear_free>;
using NumberContext = Owned<BN_CTX, BN_CTX_free>; ///< wipes what it lent

} // namespace smartca::crypto
