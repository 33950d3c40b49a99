// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/dpop.h"
#include "sandbox/http/router.h"
#include "sandbox/sam/activation_table.h"
#include "sandbox/sam/answer_store.h"
#include "sandbox/sam/parts.h"

#include <set>

namespace smartca::sandbox {

/// A request that has passed the gate.
struct Call {
    const http::Request &request;
    protocol::VerifiedDpop proof;
    UtcTime now;
    std::optional<ActivationRow> activation; ///< of this device; absent for redemption alone

    [[nodiscard]] const ActivationRow &row() const { return *activation; }
};

/// What a handler wants to answer, and the state change that makes it true. Both are committed together, so
/// that a repeat of the request finds the answer if and only if the change was made.
struct Reply {
    http::Response response;
    std::function<Outcome(Session &)> commit;
};

/// What every request goes through, in this order (protocol.md §6): DPoP signature → rate of the device →
/// idempotency look-up → replay → time and nonce → activation of this very device → account not locked →
/// If-Match. One writing request of a device at a time.
class Gate {
public:
    using Act = std::function<Result<Reply>(const Call &)>;
    using Look = std::function<Result<http::Answer>(const Call &)>;

    /// Ends an activation that was not finished in time.
    using End = std::function<Outcome(const ActivationRow &)>;

    Gate(const SamParts &parts, const SamPolicy &policy, End endOverdue)
        : parts_(parts),
          policy_(policy),
          endOverdue_(std::move(endOverdue)),
          devices_(realTime_, policy.deviceRate)
    {}

    /// POST. `name` says what it is, for failpoints: "redeem". `ofActivation`: the path names one.
    [[nodiscard]] Result<http::Answer> write(const http::Request &request, const std::string &name,
                                             bool ofActivation, const Act &act);
    /// GET of something of an activation; where the path names none, of the newest of this device that is not
    /// over. One that is over may still be looked at by its name.
    [[nodiscard]] Result<http::Answer> read(const http::Request &request, const Look &look);

private:
    struct Admission;
    [[nodiscard]] Result<Admission> admit(const http::Request &request, const protocol::VerifiedDpop &proof,
                                          const std::optional<AnswerScope> &scope, UtcTime now);
    [[nodiscard]] Outcome checkFreshness(const protocol::VerifiedDpop &proof, bool nonceWanted, UtcTime now);
    [[nodiscard]] Outcome checkWritable(const http::Request &request, const Admission &admission,
                                        UtcTime now);
    [[nodiscard]] Result<http::Response> settle(const std::string &name, const AnswerScope &scope,
                                                Bytes fingerprint, const Result<Reply> &reply, UtcTime now);

    class Turn;

    const SamParts &parts_;
    const SamPolicy &policy_;
    End endOverdue_;
    SystemClock realTime_;
    http::RateLimit devices_;
    std::mutex mutex_;
    std::set<std::string> writing_; ///< devices that have a writing request under way
};

} // namespace smartca::sandbox
