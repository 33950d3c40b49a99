// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/dpop.h"
#include "protocol/envelopes.h"
#include "sandbox/accounts/redemption.h"
#include "sandbox/ca/certificate_table.h"
#include "sandbox/hsm/software_hsm.h"
#include "sandbox/sam/evidence.h"
#include "sandbox/sam/sam.h"
#include "tests/unit/sandbox/test_tools.h"

#include <gtest/gtest.h>

/// A whole service without sockets, and a phone to talk to it. Real database, HSM, CA and record; the clock
/// is turned by hand.
namespace smartca::sandbox::test {

/// What came back: a response, also when it is a problem.
struct Got {
    int status = 0;
    std::string code;   ///< "PIN-201"; empty when it is no problem
    std::string logged; ///< what the log would name
    std::string body;
    http::Headers headers;
    Json json; ///< null when the body is none

    [[nodiscard]] bool good() const { return status >= 200 && status < 300; }
};

/// What a phone reads in it.
[[nodiscard]] Got gotOf(const http::Response &response);

/// How one request differs from what an honest app sends.
struct Twist {
    std::optional<std::string> idempotencyKey;
    std::optional<std::string> jti;
    std::optional<std::string> ifMatch;
    std::optional<std::string> url;
    std::optional<std::string> method;
    std::optional<std::string> bodyDigest;
    std::optional<UtcTime> issuedAt;
    std::optional<std::string> nonce;
    std::optional<Seconds> wait;
    std::optional<std::string> appVersion;
    bool withoutNonce = false;
    bool withoutProof = false;
    bool withoutKey = false;
    crypto::PrivateKey *proofKey = nullptr;
};

class World {
public:
    explicit World(crypto::KeyKind kind = crypto::KeyKind::P256, SamPolicy policy = {});

    /// A subscriber with a mail's code and token.
    FreshCode addSubscriber(const std::string &username = "079162001418");
    FreshCode newCode(const std::string &username = "079162001418");
    Subscriber subscriber(const std::string &username = "079162001418");
    /// As after kill -9: everything of the process is new, the folder is the same.
    void restart();

    Got send(http::Request request);
    /// What the service does of it: nobody reads the answer.
    http::Response answer(http::Request request);
    template<class Row>
    Row query(const std::string &sql)
    {
        return database
            ->read([&](Session &session) -> Result<Row> {
                Row value{};
                session << sql, soci::into(value);
                return value;
            })
            .value();
    }
    void execute(const std::string &sql)
    {
        ASSERT_TRUE(database->transact([&](Session &session) -> Outcome {
            session << sql;
            return {};
        }));
    }

    TemporaryFolder folder;
    ManualClock clock{fromUnixSeconds(1795315560)};
    SamPolicy policy;
    /// What stands between the service and its HSM from the next restart on.
    std::function<std::shared_ptr<Hsm>(std::shared_ptr<Hsm>)> wrapHsm;
    std::shared_ptr<Hsm> hsm;
    std::unique_ptr<Database> database;
    std::unique_ptr<Authority> authority;
    std::unique_ptr<Accounts> accounts;
    std::unique_ptr<Passwords> passwords;
    std::unique_ptr<http::Nonces> nonces;
    std::unique_ptr<Sam> sam;
    std::unique_ptr<http::Router> router;

private:
    void open();
};

/// A phone with D, B and K_pin. Each step fills in what the next one needs.
class Phone {
public:
    explicit Phone(World &world);
    /// The same phone as it is now, in a second pair of hands.
    [[nodiscard]] Phone twin() const;

    [[nodiscard]] protocol::RedeemRequest redeemRequest(const FreshCode &code, bool typed = true) const;
    Got redeem(const FreshCode &code, bool typed = true, const Twist &twist = {});
    protocol::Registration registration();
    Got enrol(const Twist &twist = {});
    Got enrol(const protocol::Registration &registration, const Twist &twist = {},
              const std::string &password = "Hoa-sen-2026");
    Got certificate(const Twist &twist = {});
    Got confirm(protocol::DataVerdict verdict = protocol::DataVerdict::Right, const Twist &twist = {});
    Got challenge(const Twist &twist = {});
    http::Request challengeRequest(const Twist &twist = {});
    /// Takes from the answer what signing needs.
    void challenged(const Got &got);
    protocol::Sad sad();
    Got sign(const protocol::Sad &sad, const std::string &pin = "271805", const Twist &twist = {});
    http::Request signRequest(const protocol::Sad &sad, const std::string &pin = "271805",
                              const Twist &twist = {});
    Got signAnew(const std::string &pin = "271805");
    Got handIn(const Twist &twist = {});
    Got handIn(const Bytes &cms, const std::string &digest, const Twist &twist = {});
    Got state(const Twist &twist = {});
    Got storedRecord(const Twist &twist = {});
    Got storedSignature(const Twist &twist = {});
    Bytes cms();
    Bytes finished();

    /// Up to and with a step, all honest.
    void enrolled(const FreshCode &code);
    void issued(const FreshCode &code);
    void confirmed(const FreshCode &code);
    void signedRecord(const FreshCode &code);

    Got post(const std::string &path, const std::string &body, const Twist &twist);
    Got get(const std::string &path, const Twist &twist);
    http::Request request(const std::string &method, const std::string &path, const std::string &body,
                          const Twist &twist);
    static crypto::PrivateKey pinKey(const std::string &pin);

    World &world;
    std::string username = "079162001418";
    crypto::PrivateKey deviceKey = crypto::PrivateKey::generate(crypto::KeyKind::P256);
    crypto::PrivateKey biometricKey = crypto::PrivateKey::generate(crypto::KeyKind::P256);
    std::string activationId;
    std::string userId;
    std::string nonceOfRegistration;
    std::string etag;
    std::string credentialId;
    std::optional<crypto::Certificate> subscriberCertificate;
    std::vector<crypto::Certificate> chain;
    Bytes record;
    std::string transactionId;
    std::string challengeText;
    std::int64_t sequence = 0;
    Bytes signature;
    Bytes token;

    [[nodiscard]] std::string path(std::string_view part = "") const;
    [[nodiscard]] std::string deviceId() const { return deviceKey.publicKey().thumbprint(); }
};

} // namespace smartca::sandbox::test
