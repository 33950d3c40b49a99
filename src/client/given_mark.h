// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret_bytes.h"
#include "device/device.h"

/// Tells again what was typed before without keeping it: H("account-v1" ‖ username), H("code-v1" ‖ code or
/// token). Kept in the sealed dossier: the account's from before request 1 leaves, the code's only once it is
/// used up.
namespace smartca::client {

[[nodiscard]] Result<Bytes> accountMark(device::IdentityKeys &keys, const SecretBytes &username);
[[nodiscard]] Result<Bytes> codeMark(device::IdentityKeys &keys, const SecretBytes &codeOrToken);

} // namespace smartca::client
