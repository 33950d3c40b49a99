// SPDX-License-Identifier: Apache-2.0
#include "sandbox/mail/postman.h"

#include "base/json.h"
#include "sandbox/mail/mailbox.h"
#include "sandbox/mail/orders.h"
#include "sandbox/store/guarded.h"

namespace smartca::sandbox {

namespace {

constexpr Milliseconds lookAgain{250};

std::string sealContext(MailKind kind)
{
    return "mail|" + std::string(nameOf(kind));
}

/// The recipient's address, an empty line, the message: sealed as one.
SecretBytes packed(const std::string &to, std::string_view message)
{
    return SecretBytes::concat({asBytes(to), asBytes("\n"), asBytes(message)});
}

DeviceClaim claimFrom(const std::string &facts)
{
    const auto json = parseJson(facts);
    if (!json)
        return {};
    JsonObject object(*json, "device");
    return {.platform = object.text("platform", 0, 80),
            .model = object.text("model", 0, 80),
            .osVersion = object.text("osVersion", 0, 80)};
}

} // namespace

struct Postman::Order {
    std::int64_t id = 0;
    MailKind kind{};
    std::int64_t subscriber = 0;
    std::string facts;
    UtcTime at;
};

struct Postman::Composed {
    std::int64_t id = 0;
    MailKind kind{};
    UtcTime composedAt;
    int attempts = 0;
    Bytes sealed;
    std::string to;      ///< once opened
    SecretBytes message; ///< once opened
};

Postman::Postman(Database &database, Hsm &hsm, const Accounts &accounts, const Clock &clock, Options options)
    : database_(database), hsm_(hsm), accounts_(accounts), clock_(clock), options_(std::move(options))
{}

Postman::~Postman()
{
    stop();
}

void Postman::tell(const std::string &trouble) const
{
    if (options_.trouble)
        options_.trouble(trouble);
}

Result<std::optional<Postman::Order>> Postman::nextOrder(std::int64_t after) const
{
    return database_.read([&](Session &session) -> Result<std::optional<Order>> {
        Order order;
        std::string kind;
        std::int64_t at = 0;
        session << "SELECT id, kind, subscriber_id, facts, at FROM mail_order WHERE id > :after ORDER BY id "
                   "LIMIT 1",
            soci::use(after), soci::into(order.id), soci::into(kind), soci::into(order.subscriber),
            soci::into(order.facts), soci::into(at);
        if (!session.got_data())
            return std::optional<Order>();
        order.kind = mailKindFromName(kind);
        order.at = fromUnixSeconds(at);
        return std::optional(std::move(order));
    });
}

Outcome Postman::carryOut(const Order &order)
{
    SMARTCA_TRY(const auto subscriber, accounts_.byId(order.subscriber));
    const auto &person = subscriber.person;
    SMARTCA_TRY(const auto usernameKey, accounts_.usernameKey(person.username));
    const auto claim = claimFrom(order.facts);
    switch (order.kind) {
    case MailKind::Activation: {
        if (subscriber.locked || subscriber.state == AccountState::Active)
            return database_.transact([&](Session &session) -> Outcome {
                session << "DELETE FROM mail_order WHERE id = :id", soci::use(order.id);
                return {};
            });
        SMARTCA_TRY(const auto code, makeCode(hsm_, usernameKey, clock_.now()));
        SMARTCA_TRY(const auto mail, activationLetter(options_.identity, person, code, clock_.now()));
        return insert(order, person, mail, &code, usernameKey);
    }
    case MailKind::Redeemed:
        return insert(order, person, redeemedLetter(options_.identity, person, claim, order.at), nullptr,
                      usernameKey);
    case MailKind::Activated:
        break;
    }
    return insert(order, person, activatedLetter(options_.identity, person, claim, order.at), nullptr,
                  usernameKey);
}

/// Order out, code and mail in, in one transaction; when another postman was quicker, nothing.
Outcome Postman::insert(const Order &order, const Person &person, const MailContent &mail,
                        const FreshCode *code, const crypto::Sha256 &usernameKey)
{
    SMARTCA_TRY(auto message, composeMime(mail));
    const auto sealed = hsm_.seal(SealPurpose::MailSecret, asBytes(sealContext(order.kind)),
                                  packed(person.email, message).view());
    wipe(message.data(), message.size());
    if (!sealed)
        return tl::unexpected(sealed.error());
    const auto now = clock_.now();
    return database_.transact([&](Session &session) -> Outcome {
        int open = 0;
        session << "SELECT COUNT(*) FROM mail_order WHERE id = :id", soci::use(order.id), soci::into(open);
        if (open == 0)
            return {};
        session << "DELETE FROM mail_order WHERE id = :id", soci::use(order.id);
        if (code != nullptr)
            storeCode(session, order.subscriber, usernameKey, *code, now);
        const std::string kind(nameOf(order.kind));
        Blob box(session, *sealed);
        const auto at = toUnixSeconds(now);
        const int kept = options_.mailbox ? 0 : 1;
        const int sent = options_.smtp ? 0 : 1;
        session << "INSERT INTO mail (kind, sealed, composed_at, kept, sent) VALUES (:kind, :box, :at, "
                   ":kept, :sent)",
            soci::use(kind), soci::use(box.value), soci::use(at), soci::use(kept), soci::use(sent);
        return {};
    });
}

Result<std::optional<Postman::Composed>> Postman::nextMail(const std::string &condition,
                                                           std::int64_t after) const
{
    return database_.read([&](Session &session) -> Result<std::optional<Composed>> {
        Composed mail;
        std::string kind;
        std::int64_t at = 0;
        Blob box(session);
        session << "SELECT id, kind, composed_at, attempts, sealed FROM mail WHERE id > :after AND " +
                       condition + " ORDER BY id LIMIT 1",
            soci::use(after), soci::into(mail.id), soci::into(kind), soci::into(at),
            soci::into(mail.attempts), soci::into(box.value, box.indicator);
        if (!session.got_data())
            return std::optional<Composed>();
        mail.kind = mailKindFromName(kind);
        mail.composedAt = fromUnixSeconds(at);
        mail.sealed = box.bytes();
        return std::optional(std::move(mail));
    });
}

Outcome Postman::open(Composed &mail) const
{
    SMARTCA_TRY(const auto plain,
                hsm_.open(SealPurpose::MailSecret, asBytes(sealContext(mail.kind)), mail.sealed));
    const auto line = plain.text().find('\n');
    mail.to = plain.text().substr(0, line);
    mail.message = SecretBytes(plain.view().subspan(line + 1));
    return {};
}

Outcome Postman::mark(std::int64_t mail, const std::string &change)
{
    return database_.transact([&](Session &session) -> Outcome {
        session << "UPDATE mail SET " + change + " WHERE id = :id", soci::use(mail);
        session << "DELETE FROM mail WHERE id = :id AND kept = 1 AND sent = 1", soci::use(mail);
        return {};
    });
}

Outcome Postman::keep(Composed &mail)
{
    SMARTCA_CHECK(open(mail));
    SMARTCA_CHECK(
        writeToMailbox(*options_.mailbox, mail.id, nameOf(mail.kind), mail.composedAt, mail.message.view()));
    return mark(mail.id, "kept = 1");
}

Outcome Postman::send(Composed &mail)
{
    const auto now = clock_.now();
    if (now - mail.composedAt > codeLifetime) {
        tell("a mail was given up after " + std::to_string(mail.attempts) + " attempts");
        return mark(mail.id, "sent = 1");
    }
    auto outcome = open(mail);
    if (outcome)
        outcome =
            sendMail(*options_.smtp, options_.identity.fromAddress, mail.to, mail.message.text(), stop_);
    if (outcome)
        return mark(mail.id, "sent = 1");
    tell(outcome.error().detail);
    return mark(mail.id, "attempts = attempts + 1, next_attempt = " +
                             std::to_string(toUnixSeconds(now + pauseAfter(mail.attempts + 1))));
}

void Postman::settle(Setbacks &setbacks, std::int64_t row, const Outcome &outcome)
{
    if (outcome)
        return setbacks.forget(row);
    if (setbacks.note(row, outcome.error().detail, clock_.now()))
        tell(outcome.error().detail);
}

Outcome Postman::composeAndKeep()
{
    for (std::int64_t last = 0;;) {
        SMARTCA_TRY(const auto order, nextOrder(last));
        if (!order)
            break;
        last = order->id;
        if (!orders_.rests(last, clock_.now()))
            settle(orders_, last, carryOut(*order));
    }
    for (std::int64_t last = 0; options_.mailbox;) {
        SMARTCA_TRY(auto mail, nextMail("kept = 0", last));
        if (!mail)
            break;
        last = mail->id;
        if (!keeping_.rests(last, clock_.now()))
            settle(keeping_, last, keep(*mail));
    }
    return {};
}

Outcome Postman::sendDue()
{
    if (!options_.smtp)
        return {};
    const auto due = "sent = 0 AND next_attempt <= " + std::to_string(toUnixSeconds(clock_.now()));
    for (std::int64_t last = 0; !stop_;) {
        SMARTCA_TRY(auto mail, nextMail(due, last));
        if (!mail)
            break;
        last = mail->id;
        SMARTCA_CHECK(send(*mail));
    }
    return {};
}

void Postman::start()
{
    stop_ = false;
    composing_ =
        std::thread([this] { repeat("the composing of mails", [this] { return composeAndKeep(); }); });
    if (options_.smtp)
        sending_ = std::thread([this] { repeat("the sending of mails", [this] { return sendDue(); }); });
}

void Postman::repeat(const char *what, const std::function<Outcome()> &work)
{
    // Four times a second the same trouble is no news.
    std::string told;
    while (!stop_) {
        const auto outcome = guarded(what, work);
        const auto trouble = outcome ? std::string{} : outcome.error().detail;
        if (!trouble.empty() && trouble != told)
            tell(trouble);
        told = trouble;
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, lookAgain, [this] { return stop_.load(); });
    }
}

void Postman::stop()
{
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    wake_.notify_all();
    for (auto *thread : {&composing_, &sending_})
        if (thread->joinable())
            thread->join();
}

} // namespace smartca::sandbox
