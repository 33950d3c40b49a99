// SPDX-License-Identifier: Apache-2.0
#include "ui/password_entry.h"

namespace smartca::ui {
namespace {

/// Far more than any policy allows, and little enough for the secure heap.
constexpr std::size_t mostOctets = 256;

bool continues(std::uint8_t octet)
{
    return (octet & 0xC0U) == 0x80U;
}

} // namespace

PasswordEntry::PasswordEntry(JourneySource &source, activation::SecretSlot slot, QObject *parent)
    : QObject(parent), source_(source), slot_(slot)
{}

int PasswordEntry::length() const
{
    int characters = 0;
    for (const auto octet : utf8().view())
        characters += continues(octet) ? 0 : 1;
    return characters;
}

const SecretBytes &PasswordEntry::utf8() const
{
    return source_.vault().value(slot_);
}

void PasswordEntry::append(BytesView text)
{
    if (utf8().size() + text.size() > mostOctets)
        return;
    source_.vault().put(slot_, SecretBytes::concat({utf8().view(), text}));
    Q_EMIT edited();
    Q_EMIT changed();
}

void PasswordEntry::removeLast()
{
    if (utf8().empty())
        return;
    auto rest = utf8().clone();
    std::size_t size = rest.size() - 1;
    while (size > 0 && continues(rest.view()[size]))
        --size;
    rest.truncate(size);
    source_.vault().put(slot_, std::move(rest));
    Q_EMIT edited();
    Q_EMIT changed();
}

void PasswordEntry::clear()
{
    source_.vault().wipe(slot_);
    Q_EMIT edited();
    Q_EMIT changed();
}

void PasswordEntry::setRevealed(bool revealed)
{
    if (revealed == revealed_)
        return;
    revealed_ = revealed;
    Q_EMIT changed();
}

void PasswordEntry::setVerdict(bool ok, bool wrong)
{
    if (ok == ok_ && wrong == wrong_)
        return;
    ok_ = ok;
    wrong_ = wrong;
    Q_EMIT changed();
}

} // namespace smartca::ui
