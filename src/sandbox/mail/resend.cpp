// SPDX-License-Identifier: Apache-2.0
#include "sandbox/mail/resend.h"

#include "sandbox/accounts/redemption.h"
#include "sandbox/mail/orders.h"

namespace smartca::sandbox {

namespace {

constexpr std::int64_t secondsOfDay = std::int64_t{24} * 3600;

struct Wishes {
    std::int64_t day = 0;
    int today = 0;
    std::int64_t at = 0;
};

Wishes wishesOf(Session &session, const crypto::Sha256 &usernameKey)
{
    Wishes wishes;
    Blob key(session, usernameKey);
    session << "SELECT day, today, at FROM mail_wish WHERE username_key = :key", soci::use(key.value),
        soci::into(wishes.day), soci::into(wishes.today), soci::into(wishes.at);
    return wishes;
}

void remember(Session &session, const crypto::Sha256 &usernameKey, const Wishes &wishes)
{
    Blob key(session, usernameKey);
    session << "INSERT INTO mail_wish (username_key, day, today, at) VALUES (:key, :day, :today, :at) "
               "ON CONFLICT (username_key) DO UPDATE SET day = excluded.day, today = excluded.today, "
               "at = excluded.at",
        soci::use(key.value), soci::use(wishes.day), soci::use(wishes.today), soci::use(wishes.at);
    session << "DELETE FROM mail_wish WHERE rowid IN "
               "(SELECT rowid FROM mail_wish ORDER BY at DESC, rowid DESC LIMIT -1 OFFSET :most)",
        soci::use(namesRemembered);
}

/// Orders the mail where there is somebody to get it, and opens typing again for the name, whoever's it is: a
/// name that stayed closed would be nobody's, or a locked account's. Nothing is won there: the right code of
/// an account that is locked or active is told just that.
void grant(Session &session, const crypto::Sha256 &usernameKey, int granted, std::int64_t now)
{
    Blob key(session, usernameKey);
    Blob again(session, usernameKey);
    const std::string kind(nameOf(MailKind::Activation));
    session << "INSERT INTO mail_order (kind, subscriber_id, facts, at) "
               "SELECT :kind, id, '{}', :at FROM subscriber WHERE username_key = :key AND :granted = 1",
        soci::use(kind), soci::use(now), soci::use(key.value), soci::use(granted);
    session << "DELETE FROM code_tries WHERE username_key = :key AND :granted = 1", soci::use(again.value),
        soci::use(granted);
}

} // namespace

void requestResend(Session &session, const crypto::Sha256 &usernameKey, UtcTime time)
{
    const auto now = toUnixSeconds(time);
    auto wishes = wishesOf(session, usernameKey);
    const auto today = now / secondsOfDay;
    const int sent = wishes.day == today ? wishes.today : 0;
    const bool granted = now - wishes.at >= resendPause.count() && sent < resendsPerDay;
    if (granted)
        wishes = {today, sent + 1, now};
    remember(session, usernameKey, wishes);
    grant(session, usernameKey, granted ? 1 : 0, now);
}

} // namespace smartca::sandbox
