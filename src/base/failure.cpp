// SPDX-License-Identifier: Apache-2.0
#include "base/failure.h"

#include <array>

namespace smartca {
namespace {

struct Row {
    FailureCode code;
    std::string_view text;
};

constexpr Row rows[] = {
#define FAILURE(name, code) {FailureCode::name, code},
#include "base/failure_codes.def"
#undef FAILURE
};

constexpr FailureCode codes[] = {
#define FAILURE(name, code) FailureCode::name,
#include "base/failure_codes.def"
#undef FAILURE
};

constexpr std::array<std::string_view, 7> pinRuleNames{"repetition", "run",       "date",  "keypad",
                                                       "mirror",     "ownDigits", "common"};

} // namespace

std::string_view codeText(FailureCode code)
{
    return rows[static_cast<std::size_t>(code)].text;
}

std::optional<FailureCode> failureCodeFromText(std::string_view text)
{
    for (const auto &row : rows)
        if (row.text == text)
            return row.code;
    return std::nullopt;
}

std::span<const FailureCode> allFailureCodes()
{
    return codes;
}

std::string_view nameOf(PinRule rule)
{
    return pinRuleNames[static_cast<std::size_t>(rule)];
}

std::optional<PinRule> pinRuleFromName(std::string_view name)
{
    for (std::size_t i = 0; i < pinRuleNames.size(); ++i)
        if (pinRuleNames[i] == name)
            return static_cast<PinRule>(i);
    return std::nullopt;
}

} // namespace smartca
