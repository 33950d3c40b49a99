// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/http.h"
#include "client/retry.h"
#include "client/service_time.h"
#include "protocol/headers.h"
#include "protocol/messages.h"
#include "protocol/service_profile.h"

#include <functional>

namespace smartca::client {

/// How long the shell waits, and for what; tests turn these so that nothing waits.
struct Pace {
    RetryPolicy retry;
    Milliseconds quiet{20'000}; ///< without an octet
    Milliseconds whole{60'000}; ///< one exchange
    Seconds longPoll{25}; ///< asked of the service while the certificate is not there (docs/protocol.md §6)
    Seconds shortestPoll{1};      ///< between polls of a certificate that is not there, at least
    Seconds gentlePoll{30};       ///< … and at most
    Milliseconds pinKept{60'000}; ///< from its first digit (docs/security.md "Secrets in the app")
    /// Called instead of waiting, when set.
    std::function<void(Milliseconds)> wait;
};

/// The record as it came, with the name of its transaction.
struct RecordAnswer {
    Bytes pdf;
    std::string transactionId;
    std::string etag;
};

/// Where an activation stands on the service, for requests that change it.
struct Position {
    std::string_view activationId;
    std::string_view etag;           ///< If-Match
    std::string_view idempotencyKey; ///< the same for every repetition of one attempt
};

/// The requests of docs/protocol.md §2, typed. Each carries a DPoP proof by D with the nonce of the last
/// answer; repeats only what got no answer (same Idempotency-Key, same body) or was told to come later;
/// retries once with the service's time when the proof was refused. Belongs to the worker's thread.
class ServiceClient {
public:
    ServiceClient(const protocol::ServiceProfile &profile, std::string appVersion, ServiceTime &time,
                  Traffic &traffic, Pace pace);

    /// D; must be set before the first request and outlive the last.
    void useDeviceKey(crypto::Signer *deviceKey) { deviceKey_ = deviceKey; }

    [[nodiscard]] Result<protocol::RedeemAnswer> redeem(const protocol::RedeemRequest &request,
                                                        std::string_view idempotencyKey);
    /// The answer's JWS is verified with the pinned SAM key.
    [[nodiscard]] Result<protocol::EnrolAnswer> enrol(const Position &at,
                                                      const protocol::EnrolRequest &request);
    [[nodiscard]] Result<protocol::CertificateAnswer> certificate(std::string_view activationId,
                                                                  Seconds wait);
    [[nodiscard]] Result<RecordAnswer> confirm(const Position &at, const protocol::ConfirmRequest &request);
    [[nodiscard]] Result<protocol::StateAnswer> reportWrong(const Position &at,
                                                            const protocol::ConfirmRequest &request);
    [[nodiscard]] Result<RecordAnswer> record(std::string_view activationId);
    [[nodiscard]] Result<protocol::ChallengeAnswer> challenge(const Position &at,
                                                              const protocol::ChallengeRequest &request);
    [[nodiscard]] Result<protocol::SignAnswer> sign(const Position &at, const protocol::SignRequest &request);
    [[nodiscard]] Result<protocol::SignAnswer> storedSignature(std::string_view activationId);
    struct HandInAnswer {
        protocol::Receipt receipt;
        std::string jws;
    };
    [[nodiscard]] Result<HandInAnswer> handIn(const Position &at, const protocol::HandInRequest &request);
    /// Empty: whatever this device began and is not over.
    [[nodiscard]] Result<protocol::StateAnswer> whereAmI(std::string_view activationId);
    [[nodiscard]] Outcome resendMail(const protocol::ResendRequest &request, std::string_view idempotencyKey);

    [[nodiscard]] ServiceTime &time() { return time_; }

    /// Ends what is under way and every wait. On the client's own thread.
    void abort();
    /// A new piece of work begins: aborts no more.
    void begin() { aborted_ = false; }
    [[nodiscard]] bool aborted() const { return aborted_; }
    /// Waits; false when aborted meanwhile.
    bool pause(Milliseconds duration);

private:
    struct Call {
        std::string_view method = "POST";
        std::string path;
        SecretBytes body = {};
        std::string_view accept = protocol::jsonType;
        std::string_view idempotencyKey = {};
        std::string_view etag = {};
        Seconds wait{};
        std::size_t maxAnswer = jsonMaxBytes;
    };
    /// A request that changes what stands at `at`.
    [[nodiscard]] static Call change(const Position &at, std::string_view part, SecretBytes body);
    [[nodiscard]] Result<HttpAnswer> perform(const Call &call);
    [[nodiscard]] Result<HttpAnswer> performOnce(const Call &call);
    [[nodiscard]] Result<HttpRequest> assemble(const Call &call);
    void learnFrom(const HttpAnswer &answer);
    [[nodiscard]] Result<RecordAnswer> recordIn(Result<HttpAnswer> answer);
    template<class Message>
    [[nodiscard]] Result<Message> decoded(const Result<HttpAnswer> &answer);

    const protocol::ServiceProfile &profile_;
    std::string appVersion_;
    Pace pace_;
    ServiceTime &time_;
    HttpConnection connection_;
    crypto::Signer *deviceKey_ = nullptr;
    std::string nonce_;
    std::atomic<bool> aborted_ = false;
    QPointer<QObject> waiting_;
};

} // namespace smartca::client
