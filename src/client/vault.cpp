// SPDX-License-Identifier: Apache-2.0
#include "client/vault.h"

namespace smartca::client {
namespace {

constexpr std::size_t pinLength = 6;

std::size_t indexOf(SecretSlot slot)
{
    return static_cast<std::size_t>(slot);
}

} // namespace

void SecretVault::put(SecretSlot slot, SecretBytes value)
{
    slots_[indexOf(slot)] = std::move(value);
    if (filled_ && has(slot))
        filled_(slot);
}

void SecretVault::putAvoid(std::vector<SecretBytes> digits)
{
    avoid_ = std::move(digits);
}

void SecretVault::appendDigit(SecretSlot slot, int digit)
{
    auto &value = slots_[indexOf(slot)];
    if (digit < 0 || digit > 9 || value.size() >= pinLength)
        return;
    const auto octet = static_cast<std::uint8_t>('0' + digit);
    value.append({&octet, 1});
    if (filled_ && value.size() == 1)
        filled_(slot);
}

void SecretVault::removeLast(SecretSlot slot)
{
    auto &value = slots_[indexOf(slot)];
    if (!value.empty())
        value.truncate(value.size() - 1);
}

void SecretVault::wipe(SecretSlot slot)
{
    slots_[indexOf(slot)].clear();
    if (slot == SecretSlot::Avoid)
        avoid_.clear();
}

void SecretVault::wipeAll()
{
    for (auto &value : slots_)
        value.clear();
    avoid_.clear();
}

bool SecretVault::has(SecretSlot slot) const
{
    return slot == SecretSlot::Avoid ? !avoid_.empty() : !slots_[indexOf(slot)].empty();
}

std::size_t SecretVault::length(SecretSlot slot) const
{
    return slots_[indexOf(slot)].size();
}

const SecretBytes &SecretVault::value(SecretSlot slot) const
{
    return slots_[indexOf(slot)];
}

PasswordFacts SecretVault::judgePassword(const protocol::PasswordPolicy &policy) const
{
    return passwordFacts(value(SecretSlot::Password).text(), policy);
}

bool SecretVault::passwordsEqual() const
{
    return has(SecretSlot::Password) && value(SecretSlot::Password) == value(SecretSlot::PasswordAgain);
}

std::optional<PinRule> SecretVault::judgePin() const
{
    return weakness(value(SecretSlot::NewPin).text(), avoid_);
}

bool SecretVault::pinsEqual() const
{
    return has(SecretSlot::NewPin) && value(SecretSlot::NewPin) == value(SecretSlot::PinAgain);
}

} // namespace smartca::client
