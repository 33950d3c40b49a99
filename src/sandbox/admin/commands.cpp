// SPDX-License-Identifier: Apache-2.0
#include "sandbox/admin/commands.h"

#include "protocol/vietnamese_letters.h"
#include "sandbox/accounts/redemption.h"
#include "sandbox/accounts/refusals.h"
#include "sandbox/admin/settings.h"
#include "sandbox/ca/certificate_table.h"
#include "sandbox/hsm/pseudonym.h"
#include "sandbox/mail/postman.h"
#include "sandbox/sam/evidence.h"
#include "sandbox/sam/sam.h"

namespace smartca::sandbox::admin {

namespace {

/// Everything but the person, read at one moment.
struct Standing {
    std::optional<ActivationView> activation;
    std::vector<CertificateRow> certificates;
    int codeTriesLeft = 0;
    std::optional<IssuanceStatus> nextCertificate; ///< decided beforehand
};

Result<Standing> standingOf(const DataFolder &folder, const Subscriber &subscriber)
{
    SMARTCA_TRY(const auto key, folder.accounts->usernameKey(subscriber.person.username));
    return folder.database->read([&](Session &session) -> Result<Standing> {
        return Standing{newestActivation(session, subscriber.id),
                        certificates::ofSubscriber(session, subscriber.id), codeTriesLeft(session, key),
                        certificates::orderFor(session, subscriber.id)};
    });
}

Json certificatesJson(const std::vector<CertificateRow> &rows)
{
    auto all = Json::array();
    for (const auto &row : rows) {
        Json one = {{"serial", row.serial}, {"status", nameOf(row.status)}};
        if (!row.reason.empty())
            one["reason"] = row.reason;
        all.push_back(std::move(one));
    }
    return all;
}

Json described(const Subscriber &subscriber, const Standing &standing)
{
    const auto &person = subscriber.person;
    const auto &activation = standing.activation;
    Json json = {{"username", maskedNumber(person.username)},
                 {"name", person.name},
                 {"email", maskedEmail(person.email)},
                 {"phone", maskedNumber(person.phone)},
                 {"idNumber", maskedNumber(person.idNumber)},
                 {"language", tagOf(person.language)},
                 {"state", activation ? activation->state : std::string(nameOf(subscriber.state))},
                 {"locked", subscriber.locked},
                 {"certificates", certificatesJson(standing.certificates)},
                 {"triesLeft", activation ? activation->pinTriesLeft : standing.codeTriesLeft},
                 {"codeTriesLeft", standing.codeTriesLeft}};
    if (standing.nextCertificate)
        json["nextCertificate"] = nameOf(*standing.nextCertificate);
    if (activation) {
        json["pinTriesLeft"] = activation->pinTriesLeft;
        json["pinTriesUntilBlocked"] = activation->pinTriesUntilBlocked;
        if (activation->pinLockedUntil)
            json["pinLockedUntil"] = toRfc3339(*activation->pinLockedUntil);
    }
    return json;
}

Result<Json> shown(const DataFolder &folder, const Subscriber &subscriber)
{
    SMARTCA_TRY(const auto standing, standingOf(folder, subscriber));
    auto json = described(subscriber, standing);
    if (standing.activation) {
        SMARTCA_TRY(json["case"], pseudonymOf(*folder.hsm, standing.activation->id));
    }
    return json;
}

/// Composes what was ordered, as the service would; before a service ever ran there is no address to put into
/// the mail, and the order waits.
Outcome composeMails(const DataFolder &folder)
{
    Postman::Options options;
    SMARTCA_TRY(const auto known, folder.database->read([&](Session &session) -> Result<bool> {
        const auto url = settings::read(session, settings::publicUrl);
        options.identity.publicUrl = url.value_or("");
        options.identity.hotline =
            settings::read(session, settings::hotline).value_or(options.identity.hotline);
        if (settings::read(session, settings::mailbox) == "on")
            options.mailbox = folder.mailbox();
        if (settings::read(session, settings::smtp) == "on")
            options.smtp.emplace(); // the service sends it and knows where
        return url.has_value();
    }));
    if (!known)
        return {};
    return Postman(*folder.database, *folder.hsm, *folder.accounts, *folder.clock, std::move(options))
        .composeAndKeep();
}

/// The app shows it as it is, and cannot read the answer around a longer one.
Outcome checkReason(std::string_view reason)
{
    if (!isUtf8(reason))
        return tl::unexpected(inputInvalid("reason", "must be UTF-8"));
    if (reason.size() > protocol::reasonMax)
        return tl::unexpected(inputInvalid("reason", "at most " + std::to_string(protocol::reasonMax) +
                                                         " octets of UTF-8, as in the app's message"));
    for (auto rest = reason; !rest.empty();) {
        const auto point = protocol::takeCodePoint(rest);
        const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
        const bool breaks = point == 0x2028 || point == 0x2029; // line, paragraph
        const bool turns = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        if (control || breaks || turns)
            return tl::unexpected(
                inputInvalid("reason", "one line without characters of control or direction"));
    }
    return {};
}

template<class Change>
Result<Json> changed(const DataFolder &folder, std::string_view username, Change &&change)
{
    SMARTCA_TRY(const auto subscriber, folder.accounts->find(username));
    SMARTCA_TRY(const int rows, folder.database->transact([&](Session &session) -> Result<int> {
        return change(session, subscriber.id);
    }));
    SMARTCA_TRY(const auto now, folder.accounts->find(username));
    SMARTCA_TRY(auto json, shown(folder, now));
    json["changed"] = rows;
    return json;
}

} // namespace

Result<Json> addSubscriber(const DataFolder &folder, const Person &person)
{
    const auto now = folder.clock->now();
    SMARTCA_TRY(const auto subscriber, folder.accounts->add(person, [&](Session &session, std::int64_t id) {
        outbox::orderActivation(session, id, now);
    }));
    SMARTCA_CHECK(composeMails(folder));
    return shown(folder, subscriber);
}

Result<Json> showSubscriber(const DataFolder &folder, std::string_view username)
{
    SMARTCA_TRY(const auto subscriber, folder.accounts->find(username));
    return shown(folder, subscriber);
}

Result<Json> listSubscribers(const DataFolder &folder)
{
    SMARTCA_TRY(const auto all, folder.accounts->list());
    auto list = Json::array();
    for (const auto &subscriber : all) {
        SMARTCA_TRY(auto one, shown(folder, subscriber));
        list.push_back(std::move(one));
    }
    return Json{{"subscribers", std::move(list)}};
}

Result<Json> resendMail(const DataFolder &folder, std::string_view username)
{
    SMARTCA_TRY(const auto subscriber, folder.accounts->find(username));
    if (subscriber.state == AccountState::Active)
        return tl::unexpected(accountActive());
    if (subscriber.locked)
        return tl::unexpected(accountLocked());
    const auto now = folder.clock->now();
    SMARTCA_CHECK(folder.database->transact([&](Session &session) -> Outcome {
        outbox::orderActivation(session, subscriber.id, now);
        return {};
    }));
    SMARTCA_CHECK(composeMails(folder));
    return shown(folder, subscriber);
}

Result<Json> lockSubscriber(const DataFolder &folder, std::string_view username)
{
    return changed(folder, username, [](Session &session, std::int64_t id) {
        Accounts::setLocked(session, id, true);
        return 1;
    });
}

Result<Json> startAgain(const DataFolder &folder, std::string_view username)
{
    SMARTCA_TRY(const auto subscriber, folder.accounts->find(username));
    const auto now = folder.clock->now();
    const auto openAnew = [&](Session &session) {
        Accounts::setLocked(session, subscriber.id, false);
        outbox::orderActivation(session, subscriber.id, now);
    };
    for (bool done = false; !done;) {
        SMARTCA_TRY(done, sandbox::startAgain(*folder.database, *folder.hsm, *folder.clock,
                                              folder.evidenceHead(), subscriber.id, openAnew));
    }
    SMARTCA_CHECK(composeMails(folder));
    return showSubscriber(folder, username);
}

Result<Json> unlockSubscriber(const DataFolder &folder, std::string_view username)
{
    return changed(folder, username, [](Session &session, std::int64_t id) {
        Accounts::setLocked(session, id, false);
        liftPinLock(session, id);
        return 1;
    });
}

Result<Json> releaseCertificate(const DataFolder &folder, std::string_view username)
{
    const auto now = folder.clock->now();
    return changed(folder, username, [&](Session &session, std::int64_t id) {
        return certificates::release(session, id, now);
    });
}

Result<Json> refuseCertificate(const DataFolder &folder, std::string_view username, std::string_view reason)
{
    SMARTCA_CHECK(checkReason(reason));
    return changed(folder, username, [&](Session &session, std::int64_t id) {
        return certificates::refuse(session, id, reason);
    });
}

Result<Json> holdCertificate(const DataFolder &folder, std::string_view username, std::string_view reason)
{
    SMARTCA_CHECK(checkReason(reason));
    return changed(folder, username, [&](Session &session, std::int64_t id) {
        return certificates::hold(session, id, reason);
    });
}

Result<Json> verifyEvidenceChain(const DataFolder &folder)
{
    SMARTCA_TRY(const auto report, verifyEvidence(*folder.database, *folder.hsm, folder.evidenceHead()));
    auto problems = Json::array();
    for (const auto &problem : report.problems)
        problems.push_back(problem);
    return Json{
        {"entries", report.entries}, {"signedUpTo", report.signedUpTo}, {"problems", std::move(problems)}};
}

} // namespace smartca::sandbox::admin
