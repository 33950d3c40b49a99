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
    std::optional<ActivationRow> activation; ///< of this device; absent for redemption and before admission

    [[nodiscard]] const ActivationRow &row() const { return *activation; }
};

/// What a handler wants to answer, and the state change that makes it true. Both are committed together, so
/// that a repeat of the request finds the answer if and only if the change was made.
struct Reply {
    http::Response response;
    std::function<Outcome(Session &)> commit;
};

/// One request's way through its handler. `look` runs once every check of the gate is passed, inside the very
/// transaction that admits the request: what it reads is of one state with the activation's row, and what it
/// uses up is used up together with the proof. It must be quick and may be empty. What it can answer by
/// itself is answered and committed there too; otherwise `act` is asked, outside.
struct Step {
    std::function<std::optional<Result<Reply>>(Session &, const Call &)> look;
    std::function<Result<Reply>(const Call &)> act;
};

/// What every request goes through, in this order (docs/protocol.md §1): DPoP signature → rate of the device
/// → idempotency look-up → replay → time and nonce → activation of this very device → account not locked →
/// If-Match. One writing request of a device at a time.
class Gate {
public:
    /// Made before the request is admitted, of a call without activation: whatever needs no database.
    using Begin = std::function<Step(const Call &)>;
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
                                             bool ofActivation, const Begin &begin);
    /// GET of something of an activation; where the path names none, of the newest of this device that is not
    /// over. One that is over may still be looked at by its name.
    [[nodiscard]] Result<http::Answer> read(const http::Request &request, const Look &look);

private:
    struct Name;
    struct Wanted;
    struct Admission;
    struct Kept;
    [[nodiscard]] Result<Admission> admit(Call &call, const Wanted &wanted);
    [[nodiscard]] static std::optional<ActivationRow> activationOf(Session &session, const Call &call,
                                                                   const Wanted &wanted);
    [[nodiscard]] Outcome checkFreshness(const Call &call, bool nonceWanted) const;
    [[nodiscard]] static Outcome checkActivation(Session &session, const Call &call, const Wanted &wanted);
    [[nodiscard]] static Outcome checkWritable(Session &session, const Call &call);
    [[nodiscard]] Result<Kept> sealed(const Name &name, const Result<Reply> &reply, UtcTime now);
    [[nodiscard]] static Outcome keep(Session &session, const Name &name, const Kept &kept,
                                      const Result<Reply> &reply, UtcTime now);

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
