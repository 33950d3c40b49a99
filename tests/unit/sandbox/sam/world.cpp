// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sandbox/sam/world.h"

#include "sandbox/mail/outbox.h"

namespace smartca::sandbox::test {

World::World(crypto::KeyKind kind, SamPolicy thePolicy) : policy(std::move(thePolicy))
{
    policy.serviceId = "test";
    policy.publicUrl = "https://127.0.0.1:8443";
    policy.activation.keyKind = kind;
    policy.activation.biometric = protocol::BiometricPolicy::Optional;
    policy.activation.minimumVersion = "0.1.0";
    policy.evidenceHeadFile = folder.path() / "evidence-head.jws";
    open();
}

void World::open()
{
    hsm = openSoftwareHsm({.directory = folder.path() / "hsm", .passphrase = {}, .poolSize = 0}).value();
    if (wrapHsm)
        hsm = wrapHsm(hsm);
    auto rooms = Sam::migrations();
    rooms.push_back(Accounts::migrations());
    rooms.push_back(Passwords::migrations());
    rooms.push_back(outbox::migrations());
    rooms.push_back(certificates::migrations());
    database = Database::open(folder.path() / "service.db", rooms).value();
    authority = Authority::open(folder.path() / "ca", hsm, clock).value();
    authority->publishAt(policy.publicUrl);
    accounts = std::make_unique<Accounts>(*database, *hsm, clock);
    passwords = std::make_unique<Passwords>(*hsm);
    nonces = std::make_unique<http::Nonces>(clock, [this](BytesView period) -> Result<Bytes> {
        SMARTCA_TRY(const auto mac, hsm->mac(MacPurpose::DpopNonce, {period}));
        return toBytes(BytesView(mac));
    });
    sam = std::make_unique<Sam>(SamParts{*database, *hsm, clock, *accounts, *passwords, *authority, *nonces},
                                policy);
    ASSERT_TRUE(sam->recover());
    router = std::make_unique<http::Router>();
    sam->addRoutes(*router);
}

void World::restart()
{
    router.reset();
    sam.reset();
    nonces.reset();
    passwords.reset();
    accounts.reset();
    authority.reset();
    database.reset();
    hsm.reset();
    open();
}

Subscriber World::subscriber(const std::string &username)
{
    return accounts->find(username).value();
}

FreshCode World::addSubscriber(const std::string &username)
{
    const Person person{.username = username,
                        .name = "Nguyễn Thị Hoà",
                        .email = "hoa@example.vn",
                        .phone = "0903123456",
                        .birthday = "1962-04-13",
                        .idNumber = username,
                        .language = Language::Vietnamese};
    EXPECT_TRUE(accounts->add(person));
    return newCode(username);
}

FreshCode World::newCode(const std::string &username)
{
    const auto key = accounts->usernameKey(username).value();
    auto fresh = makeCode(*hsm, key, clock.now()).value();
    const auto id = subscriber(username).id;
    EXPECT_TRUE(database->transact([&](Session &session) -> Outcome {
        storeCode(session, id, key, fresh, clock.now());
        return {};
    }));
    return fresh;
}

http::Response World::answer(http::Request request)
{
    request.arrivedAt = clock.now();
    const auto match = router->find(request.method, request.path);
    Result<http::Response> outcome = http::Response{};
    if (!match) {
        outcome = tl::unexpected(match.error());
    } else {
        request.parameters = match->parameters;
        auto answer = (*match->handler)(request);
        if (!answer)
            outcome = tl::unexpected(answer.error());
        else if (auto *response = std::get_if<http::Response>(&*answer))
            outcome = std::move(*response);
        else {
            // Nobody completes it here: the deadline comes at once.
            const auto pending = std::get<http::Pending>(*answer);
            pending.deliverTo([&](Result<http::Response> late) { outcome = std::move(late); });
            pending.deadline();
        }
    }
    return outcome ? std::move(*outcome) : http::problem(outcome.error(), clock.now());
}

Got World::send(http::Request request)
{
    return gotOf(answer(std::move(request)));
}

Got gotOf(const http::Response &response)
{
    Got got{.status = response.status,
            .code = {},
            .logged = response.code,
            .body = std::string(asText(response.body)),
            .headers = response.headers,
            .json = {}};
    if (auto json = parseJson(got.body))
        got.json = std::move(*json);
    if (!got.good() && got.json.contains("code"))
        got.code = got.json["code"].get<std::string>();
    return got;
}

} // namespace smartca::sandbox::test
