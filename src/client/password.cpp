// SPDX-License-Identifier: Apache-2.0
#include "client/vault.h"

namespace smartca::client {

PasswordFacts passwordFacts(std::string_view password, const protocol::PasswordPolicy &policy)
{
    PasswordFacts facts;
    facts.longEnough = password.size() >= static_cast<std::size_t>(policy.minLength);
    facts.notTooLong = password.size() <= static_cast<std::size_t>(policy.maxLength);
    for (const char c : password) {
        if (c >= 'A' && c <= 'Z')
            facts.hasUpper = true;
        else if (c >= 'a' && c <= 'z')
            facts.hasLower = true;
        else if (c >= '0' && c <= '9')
            facts.hasDigit = true;
        else if (c > ' ' && c <= '~')
            facts.hasSpecial = true;
        else if (static_cast<unsigned char>(c) <= 0x7F)
            facts.noBlank = false;
        else
            facts.onlyAscii = false;
    }
    return facts;
}

std::optional<Failure> passwordFailure(const PasswordFacts &facts, bool equal)
{
    if (!facts.onlyAscii)
        return Failure{
            .code = FailureCode::PasswordNotAscii, .detail = "a character outside ASCII", .facts = {}};
    if (!facts.good())
        return Failure{
            .code = FailureCode::PasswordWeak, .detail = "breaks a rule of the policy", .facts = {}};
    if (!equal)
        return Failure{
            .code = FailureCode::PasswordsUnequal, .detail = "the second entry differs", .facts = {}};
    return std::nullopt;
}

} // namespace smartca::client
