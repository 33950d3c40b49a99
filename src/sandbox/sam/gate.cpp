// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/gate.h"

#include "base/failpoint.h"
#include "protocol/fields.h"
#include "protocol/headers.h"
#include "sandbox/accounts/refusals.h"
#include "sandbox/sam/app_version.h"
#include "sandbox/sam/refusals.h"

namespace smartca::sandbox {
namespace {

/// A proof is remembered for longer than its time could be accepted: it may be from the end of the tolerance,
/// and is accepted to the very second.
constexpr Seconds proofWindow = 2 * clockTolerance + Seconds(60);

/// Not an answer to keep: sent again, the request may fare better.
bool isPassing(FailureCode code)
{
    return code == FailureCode::ServiceError || code == FailureCode::HsmUnavailable ||
           code == FailureCode::ServiceBusy || code == FailureCode::TooManyRequests ||
           code == FailureCode::StateStale || code == FailureCode::StillInProgress ||
           code == FailureCode::SadOutcomeUnknown;
}

Result<std::string> idempotencyKeyOf(const http::Request &request)
{
    const auto key = request.headers.get(protocol::idempotencyKeyHeader);
    if (!key)
        return tl::unexpected(idempotencyKeyMissing());
    // A string as of RFC 8941 §3.3.3, which holds a UUID.
    if (key->size() != protocol::fields::uuidLength + 2 || key->front() != '"' || key->back() != '"')
        return tl::unexpected(idempotencyKeyMissing());
    std::string text(key->substr(1, protocol::fields::uuidLength));
    if (!protocol::fields::isUuid(text))
        return tl::unexpected(idempotencyKeyMissing());
    return text;
}

/// Not finished in time, and nobody has ended it yet.
bool isOverdue(const Call &call)
{
    return call.activation && call.row().overdue(call.now);
}

bool matches(const http::Request &request, const ActivationRow &row)
{
    const auto wanted = request.headers.get("If-Match");
    return wanted && *wanted == "\"" + row.etag() + "\"";
}

} // namespace

/// What a writing request is known by: to failpoints, and when it comes again.
struct Gate::Name {
    std::string failpoint;
    AnswerScope scope;
    crypto::Sha256 fingerprint;
};

/// What a request must bring to be admitted.
struct Gate::Wanted {
    const Name *name = nullptr; ///< of a writing request
    bool nonce = true;
    bool activation = true;
    std::function<std::optional<Result<Reply>>(Session &, const Call &)> look;
};

struct Gate::Admission {
    std::optional<StoredAnswer> stored;
    Outcome verdict;
    std::optional<http::Response> answered; ///< already, and kept
};

/// An answer, and how it is kept for the request's repetition.
struct Gate::Kept {
    http::Response response;
    StoredAnswer stored;
};

/// One writing request of a device at a time; a second one meanwhile is told to wait. So nothing an
/// activation decides by, the PIN counter first of all, moves between its reading and its verdict.
class Gate::Turn {
public:
    Turn(Gate &gate, const std::string &deviceId) : gate_(gate), deviceId_(deviceId)
    {
        const std::lock_guard lock(gate_.mutex_);
        first_ = gate_.writing_.insert(deviceId_).second;
    }
    ~Turn()
    {
        if (!first_)
            return;
        const std::lock_guard lock(gate_.mutex_);
        gate_.writing_.erase(deviceId_);
    }
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;
    [[nodiscard]] bool isFirst() const { return first_; }

private:
    Gate &gate_;
    std::string deviceId_;
    bool first_ = false;
};

namespace {

Result<protocol::VerifiedDpop> verifiedProof(const http::Request &request, const SamPolicy &policy)
{
    const auto header = request.headers.get(protocol::dpopHeader);
    if (!header)
        return tl::unexpected(proofRefused("missing", "one DPoP header is wanted"));
    return protocol::verifyDpop(*header, request.method, policy.publicUrl + request.path,
                                request.body.view());
}

} // namespace

/// An app that says nothing is judged by its messages alone.
Outcome checkVersion(const http::Request &request, const SamPolicy &policy)
{
    const auto version = request.headers.get(protocol::versionHeader);
    const auto &minimum = policy.activation.minimumVersion;
    return version && isOlder(*version, minimum) ? Outcome(tl::unexpected(appTooOld(minimum))) : Outcome{};
}

Result<Gate::Admission> Gate::admit(Call &call, const Wanted &wanted)
{
    return parts_.database.transact([&](Session &session) -> Result<Admission> {
        Admission answer;
        if (wanted.name != nullptr)
            answer.stored = answers::find(session, wanted.name->scope, call.now);
        if (answer.stored)
            return answer;
        // Remembered whatever the verdict is: no proof is looked at twice. Only where the database fails
        // nothing is remembered, and nothing was done.
        if (!answers::rememberProof(session, call.proof.deviceId, call.proof.proof.jti, call.now,
                                    proofWindow))
            answer.verdict = tl::unexpected(proofReplayed());
        if (answer.verdict)
            answer.verdict = checkFreshness(call, wanted.nonce);
        if (answer.verdict && wanted.activation) {
            call.activation = activationOf(session, call, wanted);
            answer.verdict = checkActivation(session, call, wanted);
        }
        if (!answer.verdict || !wanted.look)
            return answer;
        const auto reply = wanted.look(session, call);
        if (!reply)
            return answer;
        auto kept = sealed(*wanted.name, *reply, call.now);
        if (!kept) {
            answer.verdict = tl::unexpected(kept.error());
            return answer;
        }
        SMARTCA_CHECK(keep(session, *wanted.name, *kept, *reply, call.now));
        answer.answered = std::move(kept->response);
        return answer;
    });
}

/// Nothing when it is another device's: to this one it does not exist.
std::optional<ActivationRow> Gate::activationOf(Session &session, const Call &call, const Wanted &wanted)
{
    const auto id = call.request.parameter("id");
    if (id.empty()) // “where am I” of a device that never heard its activation's name
        return wanted.name != nullptr ? std::nullopt : activations::findOpenOf(session, call.proof.deviceId);
    auto row = activations::find(session, id);
    return row && row->deviceId == call.proof.deviceId ? std::move(row) : std::nullopt;
}

Outcome Gate::checkFreshness(const Call &call, bool nonceWanted) const
{
    const auto &proof = call.proof.proof;
    if (proof.issuedAt < call.now - clockTolerance || proof.issuedAt > call.now + clockTolerance)
        return tl::unexpected(proofRefused("time", "iat is too far from the service's time"));
    if (!proof.nonce)
        return nonceWanted ? Outcome(tl::unexpected(proofRefused("nonce", "a nonce is wanted"))) : Outcome{};
    if (!parts_.nonces.accepts(*proof.nonce))
        return tl::unexpected(proofRefused("nonce", "the nonce is too old, or not ours"));
    return {};
}

Outcome Gate::checkActivation(Session &session, const Call &call, const Wanted &wanted)
{
    if (!call.activation)
        return tl::unexpected(activationUnknown());
    return wanted.name != nullptr ? checkWritable(session, call) : Outcome{};
}

Outcome Gate::checkWritable(Session &session, const Call &call)
{
    const auto &row = call.row();
    if (isOver(row.state) || isOverdue(call))
        return tl::unexpected(activationOver(row.state));
    if (Accounts::isLocked(session, row.subscriber))
        return tl::unexpected(accountLocked());
    if (!matches(call.request, row))
        return tl::unexpected(stateStale());
    return {};
}

Result<http::Answer> Gate::write(const http::Request &request, const std::string &name, bool ofActivation,
                                 const Begin &begin)
{
    const UtcTime now = parts_.clock.now();
    SMARTCA_TRY(auto proof, verifiedProof(request, policy_));
    SMARTCA_CHECK(devices_.take(proof.deviceId));
    SMARTCA_CHECK(checkVersion(request, policy_));
    SMARTCA_TRY(const auto key, idempotencyKeyOf(request));
    const auto scope = scopeOf(proof.deviceId, request.method, request.path, key);
    const Turn turn(*this, proof.deviceId);
    if (!turn.isFirst())
        return tl::unexpected(stillInProgress());
    SMARTCA_TRY(const auto mac, parts_.hsm.mac(MacPurpose::Idempotency, {scope, request.body.view()}));
    const Name its{.failpoint = "sam." + name, .scope = scope, .fingerprint = mac};
    Call call{request, std::move(proof), now, std::nullopt};
    const auto step = begin(call);
    SMARTCA_TRY(auto admission, admit(call, {&its, ofActivation, ofActivation, step.look}));
    if (admission.stored) {
        if (!crypto::equalConstantTime(admission.stored->fingerprint, mac))
            return tl::unexpected(idempotencyKeyReused());
        return openAnswer(parts_.hsm, scope, admission.stored->box);
    }
    if (isOverdue(call))
        SMARTCA_CHECK(endOverdue_(call.row()));
    SMARTCA_CHECK(admission.verdict);
    if (!admission.answered) {
        const auto reply = step.act(call);
        SMARTCA_TRY(auto kept, sealed(its, reply, now));
        SMARTCA_CHECK(
            parts_.database.transact([&](Session &session) { return keep(session, its, kept, reply, now); }));
        admission.answered = std::move(kept.response);
    }
    SMARTCA_FAILPOINT((its.failpoint + ".after").c_str());
    return std::move(*admission.answered);
}

Result<Gate::Kept> Gate::sealed(const Name &name, const Result<Reply> &reply, UtcTime now)
{
    if (!reply && isPassing(reply.error().code))
        return tl::unexpected(reply.error());
    Kept kept{.response = reply ? reply->response : http::problem(reply.error(), now), .stored = {}};
    kept.stored.fingerprint.assign(name.fingerprint.begin(), name.fingerprint.end());
    SMARTCA_TRY(kept.stored.box, sealAnswer(parts_.hsm, name.scope, kept.response));
    return kept;
}

/// The change that makes the answer true, and the answer.
Outcome Gate::keep(Session &session, const Name &name, const Kept &kept, const Result<Reply> &reply,
                   UtcTime now)
{
    SMARTCA_FAILPOINT((name.failpoint + ".before").c_str());
    if (reply && reply->commit)
        SMARTCA_CHECK(reply->commit(session));
    answers::insert(session, name.scope, kept.stored, now);
    return {};
}

Result<http::Answer> Gate::read(const http::Request &request, const Look &look)
{
    const UtcTime now = parts_.clock.now();
    SMARTCA_TRY(auto proof, verifiedProof(request, policy_));
    SMARTCA_CHECK(devices_.take(proof.deviceId));
    Call call{request, std::move(proof), now, std::nullopt};
    SMARTCA_TRY(const auto admission, admit(call, {nullptr, true, true, {}}));
    SMARTCA_CHECK(admission.verdict);
    return look(call);
}

} // namespace smartca::sandbox
