// SPDX-License-Identifier: Apache-2.0
#include "client/given_mark.h"

namespace smartca::client {
namespace {

Result<Bytes> mark(device::IdentityKeys &keys, std::string_view label, const SecretBytes &value)
{
    SMARTCA_TRY(const auto mac, keys.hardwareHash().mac({asBytes(label), value.view()}));
    return toBytes(mac.view());
}

} // namespace

Result<Bytes> accountMark(device::IdentityKeys &keys, const SecretBytes &username)
{
    return mark(keys, "account-v1", username);
}

Result<Bytes> codeMark(device::IdentityKeys &keys, const SecretBytes &codeOrToken)
{
    return mark(keys, "code-v1", codeOrToken);
}

} // namespace smartca::client
