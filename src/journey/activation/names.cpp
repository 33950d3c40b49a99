// SPDX-License-Identifier: Apache-2.0
#include "journey/activation/names.h"

#include "journey/activation/advance.h"

namespace smartca::journey::activation {

std::string_view nameOf(const Stage &stage)
{
    return stageNames[stage.index()];
}

std::string_view nameOf(const Event &event)
{
    return eventNames[event.index()];
}

std::string_view nameOf(const Effect &effect)
{
    return effectNames[effect.index()];
}

std::string_view nameOf(SecretSlot slot)
{
    constexpr std::array<std::string_view, 9> names{"username", "code",          "token",
                                                    "password", "passwordAgain", "newPin",
                                                    "pinAgain", "signingPin",    "avoid"};
    return names[static_cast<std::size_t>(slot)];
}

namespace {

template<class... Stages>
bool in(const Stage &stage)
{
    return (std::holds_alternative<Stages>(stage) || ...);
}

} // namespace

int stepOf(const Stage &stage)
{
    if (in<EnteringDetails, Redeeming>(stage))
        return 1;
    if (in<ChoosingPassword>(stage))
        return 2;
    if (in<ChoosingPin, RepeatingPin, ConfirmingBiometric>(stage))
        return 3;
    if (in<Enrolling, AwaitingCertificate, ReviewingCertificate, ConfirmingCertificate>(stage))
        return 4;
    if (in<FetchingRecord, ReadingRecord, OpeningPinSheet, EnteringSigningPin, Signing, FetchingSignature,
           Verifying, HandingIn>(stage))
        return 5;
    return 0;
}

} // namespace smartca::journey::activation
