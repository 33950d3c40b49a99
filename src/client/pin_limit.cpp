// SPDX-License-Identifier: Apache-2.0
#include "client/pin_limit.h"

namespace smartca::client {

void PinLimit::began(Slot slot)
{
    if (slot == Slot::NewPin || slot == Slot::PinAgain || slot == Slot::SigningPin)
        ends_.insert_or_assign(slot, clock_.elapsed() + kept_);
}

bool isTypedAt(const journey::activation::Stage &stage, PinLimit::Slot slot)
{
    using namespace journey::activation;
    switch (slot) {
    case SecretSlot::NewPin:
        return std::holds_alternative<ChoosingPin>(stage);
    case SecretSlot::PinAgain:
        return std::holds_alternative<RepeatingPin>(stage);
    default:
        return std::holds_alternative<EnteringSigningPin>(stage);
    }
}

std::vector<PinLimit::Slot> PinLimit::over()
{
    std::vector<Slot> slots;
    const auto now = clock_.elapsed();
    for (const auto &[slot, end] : ends_)
        if (end <= now)
            slots.push_back(slot);
    for (const auto slot : slots)
        ends_.erase(slot);
    return slots;
}

} // namespace smartca::client
