// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/mail/letters.h"
#include "sandbox/mail/outbox.h"
#include "sandbox/mail/setbacks.h"
#include "sandbox/mail/smtp.h"

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

namespace smartca::sandbox {

/// Composes what was ordered, keeps it in the mailbox and sends it. Several postmen (the service, an admin
/// command) may work on one database: an order is carried out once. A composed mail lies sealed in the
/// database until it is kept and sent.
class Postman {
public:
    struct Options {
        MailIdentity identity;
        std::optional<std::filesystem::path> mailbox; ///< DIR/mail
        std::optional<MailServer> smtp;
        /// Called with what went wrong, from any thread: English, no personal data.
        std::function<void(const std::string &)> trouble;
    };
    Postman(Database &database, Hsm &hsm, const Accounts &accounts, const Clock &clock, Options options);
    ~Postman();

    /// Carries out all orders and writes the mailbox files. What cannot be done rests for a while
    /// (setbacks.h) and holds up nothing else. Failure only when the database cannot be read.
    Outcome composeAndKeep();
    /// Tries every mail whose time has come: 5 s after the first refusal, twice as long after each, at most
    /// 15 minutes; given up when its code has expired.
    Outcome sendDue();

    /// Works in threads of its own until stop(): new orders are seen within a quarter of a second, from other
    /// processes too. Sending has one by itself, so that a server that hangs holds up no code.
    void start();
    void stop();

private:
    struct Order;
    struct Composed;
    [[nodiscard]] Result<std::optional<Order>> nextOrder(std::int64_t after) const;
    [[nodiscard]] Outcome carryOut(const Order &order);
    [[nodiscard]] Outcome insert(const Order &order, const Person &person, const MailContent &mail,
                                 const FreshCode *code, const crypto::Sha256 &usernameKey);
    [[nodiscard]] Result<std::optional<Composed>> nextMail(const std::string &condition,
                                                           std::int64_t after) const;
    [[nodiscard]] Outcome open(Composed &mail) const;
    [[nodiscard]] Outcome keep(Composed &mail);
    [[nodiscard]] Outcome send(Composed &mail);
    void settle(Setbacks &setbacks, std::int64_t row, const Outcome &outcome);
    [[nodiscard]] Outcome mark(std::int64_t mail, const std::string &change);
    void tell(const std::string &trouble) const;
    void repeat(const char *what, const std::function<Outcome()> &work);

    Database &database_;
    Hsm &hsm_;
    const Accounts &accounts_;
    const Clock &clock_;
    Options options_;
    Setbacks orders_;
    Setbacks keeping_;
    std::atomic_bool stop_ = false;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::thread composing_;
    std::thread sending_;
};

} // namespace smartca::sandbox
