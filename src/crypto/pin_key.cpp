// SPDX-License-Identifier: Apache-2.0
#include "crypto/pin_key.h"

#include <algorithm>

namespace smartca::crypto {
namespace {

constexpr std::string_view pinLabel = "pin-v1";
constexpr std::string_view checkLabel = "check-v1";

} // namespace

Result<PrivateKey> derivePinKey(KeyedHash &hardware, const SecretBytes &salt, const SecretBytes &pin,
                                std::string_view userId, std::string_view deviceId)
{
    SMARTCA_TRY(const auto hardened, hardware.mac({asBytes(pinLabel), salt.view(), pin.view()}));
    const auto info = std::string("rsign pin key v1|").append(userId).append("|").append(deviceId);
    return PrivateKey::p256FromKeyMaterial(
        hkdfSha256(hardened.view(), {}, asBytes(info), PrivateKey::keyMaterialSize));
}

Result<Sha256> deviceCheckValue(KeyedHash &hardware, const SecretBytes &salt)
{
    SMARTCA_TRY(const auto value, hardware.mac({asBytes(checkLabel), salt.view()}));
    // Whatever the hardware's own length (HMAC-SHA256 gives 32), the check value is one digest over it.
    Sha256 check{};
    if (value.size() == check.size())
        std::copy(value.view().begin(), value.view().end(), check.begin());
    else
        check = sha256(value.view());
    return check;
}

} // namespace smartca::crypto
