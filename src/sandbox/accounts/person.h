// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret_bytes.h"

#include <vector>

namespace smartca::sandbox {

/// What a subscriber told the provider at the counter.
struct Person {
    std::string username; ///< as the subscriber types it, normalised: id number, passport or tax code
    std::string name;     ///< exactly as registered, NFC
    std::string email;
    std::string phone;    ///< digits, "+" and spaces as given
    std::string birthday; ///< ISO 8601, "1962-04-13", or empty
    std::string idNumber; ///< number of the identity document; the username where none was given
    Language language = Language::Vietnamese;

    friend bool operator==(const Person &, const Person &) = default;
};

/// Lengths, forms and characters of every field; CR, LF and other control characters nowhere. Failure CLI-101
/// (subject: the field).
[[nodiscard]] Outcome checkPerson(const Person &person, UtcTime now);

/// Sealed in the database as one piece.
[[nodiscard]] SecretBytes toSecret(const Person &person);
[[nodiscard]] Result<Person> personFrom(const SecretBytes &secret);

/// Digit strings that the subscriber's PIN must not be found in: phone, id number, birthday in the orders
/// people write it. At most 32.
[[nodiscard]] std::vector<SecretBytes> avoidStrings(const Person &person);

/// "0791••••1418": enough to tell two people apart, not enough to use.
[[nodiscard]] std::string maskedNumber(std::string_view number);
/// "h•••@example.vn".
[[nodiscard]] std::string maskedEmail(std::string_view email);

} // namespace smartca::sandbox
