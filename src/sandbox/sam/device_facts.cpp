// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/handlers.h"

namespace smartca::sandbox {
namespace {

constexpr std::size_t longestFact = 256;

} // namespace

Result<Bytes> sealDevice(Hsm &hsm, std::string_view activationId, const protocol::DeviceFacts &device)
{
    const auto text = toText({{"platform", device.platform},
                              {"model", device.model},
                              {"osVersion", device.osVersion},
                              {"keyLevel", device.keyLevel}});
    return hsm.seal(SealPurpose::PersonData, asBytes(contextOf("device", activationId)), asBytes(text));
}

Result<protocol::DeviceFacts> deviceOf(Hsm &hsm, const ActivationRow &row)
{
    SMARTCA_TRY(const auto plain,
                hsm.open(SealPurpose::PersonData, asBytes(contextOf("device", row.id)), row.device));
    SMARTCA_TRY(const auto json, parseJson(plain.text()));
    JsonObject object(json, "device");
    protocol::DeviceFacts facts{.platform = object.text("platform", 0, longestFact),
                                .model = object.text("model", 0, longestFact),
                                .osVersion = object.text("osVersion", 0, longestFact),
                                .keyLevel = object.text("keyLevel", 0, longestFact)};
    return object.finish(std::move(facts));
}

} // namespace smartca::sandbox
