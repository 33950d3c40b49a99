// SPDX-License-Identifier: Apache-2.0
#include "sandbox/mail/outbox.h"

#include "base/json.h"
#include "sandbox/mail/orders.h"

#include <algorithm>

namespace smartca::sandbox {

namespace {

constexpr std::size_t longestClaim = 60;

/// A device may say anything of itself: no control characters, whole characters of UTF-8, not too much.
std::string claim(std::string_view text)
{
    if (!isUtf8(text))
        return "?";
    std::string shown;
    std::ranges::copy_if(text, std::back_inserter(shown),
                         [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
    return std::string(clipped(shown, longestClaim));
}

void order(Session &session, MailKind kind, std::int64_t subscriber, const std::string &facts, UtcTime now)
{
    const std::string name(nameOf(kind));
    const auto at = toUnixSeconds(now);
    session
        << "INSERT INTO mail_order (kind, subscriber_id, facts, at) VALUES (:kind, :subscriber, :facts, :at)",
        soci::use(name), soci::use(subscriber), soci::use(facts), soci::use(at);
}

std::string factsOf(const protocol::DeviceFacts &device)
{
    return toText({{"platform", claim(device.platform)},
                   {"model", claim(device.model)},
                   {"osVersion", claim(device.osVersion)}});
}

} // namespace

std::string_view nameOf(MailKind kind)
{
    switch (kind) {
    case MailKind::Activation:
        return "activation";
    case MailKind::Redeemed:
        return "redeemed";
    case MailKind::Activated:
        break;
    }
    return "activated";
}

MailKind mailKindFromName(std::string_view name)
{
    for (const auto kind : {MailKind::Activation, MailKind::Redeemed})
        if (nameOf(kind) == name)
            return kind;
    return MailKind::Activated;
}

Migrations outbox::migrations()
{
    return {"mail",
            {R"(
CREATE TABLE mail_order (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    subscriber_id INTEGER NOT NULL REFERENCES subscriber (id),
    facts TEXT NOT NULL,
    at INTEGER NOT NULL
);
CREATE TABLE mail (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    sealed BLOB NOT NULL,
    composed_at INTEGER NOT NULL,
    kept INTEGER NOT NULL DEFAULT 0,
    sent INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE mail_wish (
    username_key BLOB PRIMARY KEY,
    known INTEGER NOT NULL,
    day INTEGER NOT NULL,
    today INTEGER NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX mail_wish_of_strangers ON mail_wish (known, at);
)",
             R"(
DROP INDEX mail_wish_of_strangers;
ALTER TABLE mail_wish DROP COLUMN known;
CREATE INDEX mail_wish_by_age ON mail_wish (at);
)"}};
}

void outbox::orderActivation(Session &session, std::int64_t subscriber, UtcTime now)
{
    order(session, MailKind::Activation, subscriber, "{}", now);
}

void outbox::orderRedeemed(Session &session, std::int64_t subscriber, const protocol::DeviceFacts &device,
                           UtcTime now)
{
    order(session, MailKind::Redeemed, subscriber, factsOf(device), now);
}

void outbox::orderActivated(Session &session, std::int64_t subscriber, const protocol::DeviceFacts &device,
                            UtcTime now)
{
    order(session, MailKind::Activated, subscriber, factsOf(device), now);
}

} // namespace smartca::sandbox
