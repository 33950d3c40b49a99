// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journey/activation/advance.h"

#include <array>

/// Private to this room: the parts that states and events share in their JSON.
namespace smartca::journey::activation {

inline constexpr std::size_t idMax = 128;
inline constexpr std::int64_t countMax = 1'000'000;
inline constexpr std::int64_t sequenceMax = 1LL << 53;

inline constexpr std::array<std::string_view, 2> biometricRules{"required", "optional"};

template<class Enum, std::size_t count>
[[nodiscard]] std::string nameIn(const std::array<std::string_view, count> &names, Enum value)
{
    return std::string(names[static_cast<std::size_t>(value)]);
}

template<class Enum, std::size_t count>
[[nodiscard]] Enum readName(JsonObject &object, std::string_view field,
                            const std::array<std::string_view, count> &names)
{
    const auto text = object.text(field, 1, idMax);
    for (std::size_t i = 0; i < count; ++i)
        if (names[i] == text)
            return static_cast<Enum>(i);
    object.refuse(field, "not one of the values known");
    return {};
}

[[nodiscard]] std::string readId(JsonObject &object, std::string_view field);
[[nodiscard]] std::optional<PinRule> readPinRule(JsonObject &object, std::string_view field);
[[nodiscard]] Json factsToJson(const Facts &facts);
[[nodiscard]] Result<Facts> readFacts(const Json &json);
[[nodiscard]] Json failureToJson(const Failure &failure);
[[nodiscard]] Result<Failure> readFailure(const Json &json);
[[nodiscard]] Json triesToJson(const PinTries &tries);
[[nodiscard]] PinTries readTries(JsonObject &outer);

} // namespace smartca::journey::activation
