// SPDX-License-Identifier: Apache-2.0
#include "sandbox/accounts/redemption.h"

#include "sandbox/accounts/refusals.h"

#include <algorithm>

namespace smartca::sandbox {

namespace {

struct CodeRow {
    Redemption redemption;
    bool locked = false;
    bool active = false;
    UtcTime expiresAt;
    std::optional<std::string> device;
    UtcTime redeemedAt;
    std::optional<UtcTime> retiredAt;
};

std::optional<CodeRow> findCode(Session &session, const RedeemKeys &keys)
{
    CodeRow row;
    std::string state;
    std::string device;
    int locked = 0;
    std::int64_t expires = 0;
    std::int64_t redeemed = 0;
    std::int64_t retired = 0;
    soci::indicator hasDevice = soci::i_null;
    soci::indicator isRedeemed = soci::i_null;
    soci::indicator isRetired = soci::i_null;
    Blob username(session, keys.username);
    Blob secret(session, keys.secret);
    session << std::string("SELECT c.id, s.id, s.user_id, s.state, s.locked, c.expires_at, c.device_id, "
                           "c.redeemed_at, c.retired_at "
                           "FROM subscriber s JOIN activation_code c ON c.subscriber_id = s.id "
                           "WHERE s.username_key = :username AND ") +
                   (keys.typed ? "c.code_key" : "c.token_key") + " = :secret",
        soci::use(username.value), soci::use(secret.value), soci::into(row.redemption.code),
        soci::into(row.redemption.subscriber), soci::into(row.redemption.userId), soci::into(state),
        soci::into(locked), soci::into(expires), soci::into(device, hasDevice),
        soci::into(redeemed, isRedeemed), soci::into(retired, isRetired);
    if (!session.got_data())
        return std::nullopt;
    row.locked = locked != 0;
    row.active = state == nameOf(AccountState::Active);
    row.expiresAt = fromUnixSeconds(expires);
    if (hasDevice == soci::i_ok)
        row.device = device;
    if (isRedeemed == soci::i_ok)
        row.redeemedAt = fromUnixSeconds(redeemed);
    if (isRetired == soci::i_ok)
        row.retiredAt = fromUnixSeconds(retired);
    return row;
}

/// The same statements whatever the outcome: a row per name that was ever typed, counted up or kept.
void recordTry(Session &session, const crypto::Sha256 &usernameKey, int wrong, UtcTime now)
{
    Blob username(session, usernameKey);
    const auto at = toUnixSeconds(now);
    session << "INSERT INTO code_tries (username_key, wrong, at) VALUES (:key, :wrong, :at) "
               "ON CONFLICT (username_key) DO UPDATE SET wrong = excluded.wrong, at = excluded.at",
        soci::use(username.value), soci::use(wrong), soci::use(at);
    session << "DELETE FROM code_tries WHERE rowid IN "
               "(SELECT rowid FROM code_tries ORDER BY at DESC, rowid DESC LIMIT -1 OFFSET :most)",
        soci::use(namesRemembered);
}

RedeemVerdict refused(Failure failure)
{
    return {std::move(failure), {}};
}

/// The code or token is right: only from here on may the answer say anything about the account.
RedeemVerdict judge(CodeRow &row, std::string_view deviceId, UtcTime now)
{
    if (row.locked)
        return refused(accountLocked());
    if (row.active)
        return refused(accountActive());
    if (row.device && *row.device != deviceId)
        return refused(codeOnOtherDevice(row.redeemedAt));
    if (row.retiredAt)
        return refused(codeUsed(*row.retiredAt));
    if (row.device)
        return {std::nullopt, row.redemption};
    if (now >= row.expiresAt)
        return refused(codeExpired(row.expiresAt));
    row.redemption.first = true;
    return {std::nullopt, row.redemption};
}

} // namespace

Result<RedeemKeys> redeemKeys(Hsm &hsm, const Accounts &accounts, const protocol::RedeemRequest &request)
{
    RedeemKeys keys;
    keys.typed = request.token.empty();
    SMARTCA_TRY(keys.username, accounts.usernameKey(request.username.text()));
    SMARTCA_TRY(keys.secret,
                keys.typed ? codeKey(hsm, keys.username, request.code) : tokenKey(hsm, request.token));
    return keys;
}

int codeTriesLeft(Session &session, const crypto::Sha256 &usernameKey)
{
    int wrong = 0;
    Blob username(session, usernameKey);
    session << "SELECT wrong FROM code_tries WHERE username_key = :key", soci::use(username.value),
        soci::into(wrong);
    return std::max(codeTries - wrong, 0);
}

RedeemVerdict redeem(Session &session, const RedeemKeys &keys, std::string_view deviceId, UtcTime now)
{
    const int left = codeTriesLeft(session, keys.username);
    auto row = findCode(session, keys);
    if (!keys.typed) {
        // Nobody guesses 128 bits: a wrong token counts for nothing, so that no stranger closes anybody's
        // typing.
        return row ? judge(*row, deviceId, now) : refused(left > 0 ? detailsWrong(left) : typingClosed());
    }
    const bool right = row && left > 0;
    // A right code gives no tries back either: an old one, known to its owner for ever, would open guessing
    // of the new one without end. A new mail gives them back.
    const int leftNow = right ? left : std::max(left - 1, 0);
    recordTry(session, keys.username, codeTries - leftNow, now);
    if (!right)
        return refused(leftNow > 0 ? detailsWrong(leftNow) : typingClosed());
    return judge(*row, deviceId, now);
}

Outcome bindCode(Session &session, const Redemption &redemption, std::string_view deviceId, UtcTime now)
{
    const std::string device(deviceId);
    const auto at = toUnixSeconds(now);
    soci::statement update =
        (session.prepare
             << "UPDATE activation_code SET device_id = :device, redeemed_at = :at WHERE id = :id "
                "AND device_id IS NULL AND retired_at IS NULL",
         soci::use(device), soci::use(at), soci::use(redemption.code));
    update.execute(true);
    if (update.get_affected_rows() != 1)
        return tl::unexpected(codeOnOtherDevice(now));
    Accounts::setState(session, redemption.subscriber, AccountState::Activating);
    return {};
}

void retireCode(Session &session, std::int64_t code, UtcTime now)
{
    const auto at = toUnixSeconds(now);
    session << "UPDATE activation_code SET retired_at = :at WHERE id = :id AND retired_at IS NULL",
        soci::use(at), soci::use(code);
}

} // namespace smartca::sandbox
