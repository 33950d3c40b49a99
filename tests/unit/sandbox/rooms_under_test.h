// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/accounts/passwords.h"
#include "sandbox/accounts/redemption.h"
#include "sandbox/hsm/software_hsm.h"
#include "sandbox/mail/outbox.h"
#include "tests/unit/sandbox/test_tools.h"

namespace smartca::sandbox {

/// A folder with a database and a software HSM in it, as the service has them, gone with the test.
struct RoomsUnderTest {
    RoomsUnderTest()
    {
        hsm = openSoftwareHsm({.directory = folder / "hsm", .passphrase = {}, .poolSize = 0}).value();
        database = Database::open(folder / "service.db",
                                  {Accounts::migrations(), Passwords::migrations(), outbox::migrations()})
                       .value();
        accounts = std::make_unique<Accounts>(*database, *hsm, clock);
    }

    static Person hoa()
    {
        return {.username = "079162001418",
                .name = "Nguyễn Thị Hoà",
                .email = "hoa@example.vn",
                .phone = "0912 345 678",
                .birthday = "1962-04-13",
                .idNumber = "079162001418",
                .language = Language::Vietnamese};
    }
    /// A code as the postman would make it.
    FreshCode freshCode(const Subscriber &subscriber) const
    {
        const auto key = accounts->usernameKey(subscriber.person.username).value();
        auto fresh = makeCode(*hsm, key, clock.now()).value();
        (void)database->transact([&](Session &session) -> Outcome {
            storeCode(session, subscriber.id, key, fresh, clock.now());
            return {};
        });
        return fresh;
    }
    /// Typed code, or token when the code is empty.
    RedeemVerdict redeemed(std::string_view username, std::string_view code, std::string_view token,
                           std::string_view device) const
    {
        protocol::RedeemRequest request;
        request.username = SecretBytes::fromText(username);
        request.code = SecretBytes::fromText(code);
        request.token = SecretBytes::fromText(token);
        const auto keys = redeemKeys(*hsm, *accounts, request).value();
        return database
            ->transact([&](Session &session) -> Result<RedeemVerdict> {
                auto verdict = redeem(session, keys, device, clock.now());
                if (!verdict.refused && verdict.redemption.first)
                    if (auto bound = bindCode(session, verdict.redemption, device, clock.now()); !bound)
                        verdict.refused = bound.error();
                return verdict;
            })
            .value();
    }

    ManualClock clock{fromUnixSeconds(1'795'334'400)};
    test::TemporaryFolder own; ///< the first: it goes when nothing uses it any more
    std::filesystem::path folder = own.path();
    std::shared_ptr<Hsm> hsm;
    std::unique_ptr<Database> database;
    std::unique_ptr<Accounts> accounts;
};

} // namespace smartca::sandbox
