// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret_bytes.h"
#include "journey/activation/state.h"
#include "protocol/messages.h"

#include <array>
#include <functional>

namespace smartca::client {

using journey::activation::SecretSlot;

/// What the vault says of a password: a live list on the screen binds to this.
struct PasswordFacts {
    bool longEnough = false;
    bool notTooLong = true;
    bool hasUpper = false;
    bool hasLower = false;
    bool hasDigit = false;
    bool hasSpecial = false;
    bool onlyAscii = true;
    bool noBlank = true; ///< neither space nor control character
    [[nodiscard]] bool good() const
    {
        return longEnough && notTooLong && hasUpper && hasLower && hasDigit && hasSpecial && onlyAscii &&
               noBlank;
    }
};

/// Username, code, token, password, PIN and the digits a PIN must avoid, in locked memory; nothing else in
/// the program keeps them.
class SecretVault {
public:
    /// Called whenever a slot is filled that was empty, or is replaced whole: its time begins.
    void watch(std::function<void(SecretSlot)> filled) { filled_ = std::move(filled); }
    void put(SecretSlot slot, SecretBytes value);
    void putAvoid(std::vector<SecretBytes> digits);
    void appendDigit(SecretSlot slot, int digit); ///< 0–9; the PIN pad's way in; more than six are ignored
    void removeLast(SecretSlot slot);
    void wipe(SecretSlot slot);
    void wipeAll();
    [[nodiscard]] bool has(SecretSlot slot) const;
    [[nodiscard]] std::size_t length(SecretSlot slot) const;
    /// Borrowed for the moment of use.
    [[nodiscard]] const SecretBytes &value(SecretSlot slot) const;

    [[nodiscard]] PasswordFacts judgePassword(const protocol::PasswordPolicy &policy) const;
    [[nodiscard]] bool passwordsEqual() const;
    /// The rule that the new PIN breaks, or nothing.
    [[nodiscard]] std::optional<PinRule> judgePin() const;
    [[nodiscard]] bool pinsEqual() const;

private:
    std::array<SecretBytes, 9> slots_;
    std::vector<SecretBytes> avoid_;
    std::function<void(SecretSlot)> filled_;
};

/// The rules of docs/protocol.md §6 over the octets of a password.
[[nodiscard]] PasswordFacts passwordFacts(std::string_view password, const protocol::PasswordPolicy &policy);

/// Why a password is not taken: PWD-103, PWD-101 or PWD-102, in this order; nothing when it is good and both
/// entries are equal.
[[nodiscard]] std::optional<Failure> passwordFailure(const PasswordFacts &facts, bool equal);

/// The weak-PIN list as a function (docs/protocol.md §6): 60,000 to 120,000 of the million values.
[[nodiscard]] std::optional<PinRule> weakness(std::string_view sixDigits,
                                              const std::vector<SecretBytes> &avoid);

} // namespace smartca::client
