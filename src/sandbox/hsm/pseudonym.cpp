// SPDX-License-Identifier: Apache-2.0
#include "sandbox/hsm/pseudonym.h"

#include "base/encoding.h"

namespace smartca::sandbox {

Result<std::string> pseudonymOf(Hsm &hsm, std::string_view activationId)
{
    constexpr std::size_t octets = 16;
    SMARTCA_TRY(const auto mac, hsm.mac(MacPurpose::Pseudonym, {asBytes(activationId)}));
    return hexEncode(BytesView(mac).first(octets));
}

} // namespace smartca::sandbox
