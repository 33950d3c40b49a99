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
        else
            facts.onlyAscii = false;
    }
    return facts;
}

} // namespace smartca::client
