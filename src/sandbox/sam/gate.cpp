// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/gate.h"

#include "base/failpoint.h"
#include "protocol/headers.h"
#include "sandbox/accounts/refusals.h"
#include "sandbox/sam/refusals.h"

namespace smartca::sandbox {
namespace {

/// A proof is remembered for longer than its time could be accepted: it may be from the end of the tolerance,
/// and is accepted to the very second.
constexpr Seconds proofWindow = 2 * clockTolerance + Seconds(60);
constexpr std::size_t keyMin = 16;
constexpr std::size_t keyMax = 64;

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
    // A structured string, as the draft has it, or bare.
    std::string text(*key);
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
        text = text.substr(1, text.size() - 2);
    if (text.size() < keyMin || text.size() > keyMax || text.find('\n') != std::string::npos)
        return tl::unexpected(idempotencyKeyMissing());
    return text;
}

bool matches(const http::Request &request, const ActivationRow &row)
{
    const auto wanted = request.headers.get("If-Match");
    const auto etag = row.etag();
    return wanted && (*wanted == etag || *wanted == "\"" + etag + "\"");
}

} // namespace

struct Gate::Admission {
    std::optional<StoredAnswer> stored;
    bool replayed = false;
    std::optional<ActivationRow> activation;
    bool accountLocked = false;
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

Result<Gate::Admission> Gate::admit(const http::Request &request, const protocol::VerifiedDpop &proof,
                                    const std::optional<AnswerScope> &scope, UtcTime now)
{
    return parts_.database.transact([&](Session &session) -> Result<Admission> {
        Admission admission;
        if (scope)
            admission.stored = answers::find(session, *scope, now);
        if (admission.stored)
            return admission;
        if (!answers::rememberProof(session, proof.deviceId, proof.proof.jti, now, proofWindow)) {
            admission.replayed = true;
            return admission;
        }
        if (const auto id = request.parameter("id"); !id.empty())
            admission.activation = activations::find(session, id);
        else if (!scope) // “where am I” of a device that never heard its activation's name
            admission.activation = activations::findOpenOf(session, proof.deviceId);
        if (admission.activation)
            admission.accountLocked = Accounts::isLocked(session, admission.activation->subscriber);
        return admission;
    });
}

Outcome Gate::checkFreshness(const protocol::VerifiedDpop &proof, bool nonceWanted, UtcTime now)
{
    const auto issued = proof.proof.issuedAt;
    if (issued < now - clockTolerance || issued > now + clockTolerance)
        return tl::unexpected(proofRefused("time", "iat is too far from the service's time"));
    if (!proof.proof.nonce)
        return nonceWanted ? Outcome(tl::unexpected(proofRefused("nonce", "a nonce is wanted"))) : Outcome{};
    if (!parts_.nonces.accepts(*proof.proof.nonce))
        return tl::unexpected(proofRefused("nonce", "the nonce is too old, or not ours"));
    return {};
}

Outcome Gate::checkWritable(const http::Request &request, const Admission &admission, UtcTime now)
{
    const auto &row = *admission.activation;
    if (row.state == protocol::ActivationState::Blocked)
        return tl::unexpected(pinBlocked());
    if (isOver(row.state))
        return tl::unexpected(activationEnded());
    if (row.state != protocol::ActivationState::Active && now >= row.endsAt) {
        SMARTCA_CHECK(endOverdue_(row));
        return tl::unexpected(activationEnded());
    }
    if (admission.accountLocked)
        return tl::unexpected(accountLocked());
    if (!matches(request, row))
        return tl::unexpected(stateStale());
    return {};
}

Result<http::Answer> Gate::write(const http::Request &request, const std::string &name, bool ofActivation,
                                 const Act &act)
{
    const UtcTime now = parts_.clock.now();
    SMARTCA_TRY(auto proof, verifiedProof(request, policy_));
    SMARTCA_CHECK(devices_.take(proof.deviceId));
    SMARTCA_TRY(const auto key, idempotencyKeyOf(request));
    const auto scope = scopeOf(proof.deviceId, request.method, request.path, key);
    const Turn turn(*this, proof.deviceId);
    if (!turn.isFirst())
        return tl::unexpected(stillInProgress());
    SMARTCA_TRY(const auto mac, parts_.hsm.mac(MacPurpose::Idempotency, {scope, request.body.view()}));
    SMARTCA_TRY(auto admission, admit(request, proof, scope, now));
    if (admission.stored) {
        if (!crypto::equalConstantTime(admission.stored->fingerprint, mac))
            return tl::unexpected(idempotencyKeyReused());
        return openAnswer(parts_.hsm, scope, admission.stored->box);
    }
    if (admission.replayed)
        return tl::unexpected(proofReplayed());
    SMARTCA_CHECK(checkFreshness(proof, ofActivation, now));
    if (ofActivation) {
        if (!admission.activation || admission.activation->deviceId != proof.deviceId)
            return tl::unexpected(activationUnknown());
        SMARTCA_CHECK(checkWritable(request, admission, now));
    }
    const Call call{request, std::move(proof), now, std::move(admission.activation)};
    return settle(name, scope, Bytes(mac.begin(), mac.end()), act(call), now);
}

Result<http::Response> Gate::settle([[maybe_unused]] const std::string &name, const AnswerScope &scope,
                                    Bytes fingerprint, const Result<Reply> &reply, UtcTime now)
{
    if (!reply && isPassing(reply.error().code))
        return tl::unexpected(reply.error());
    const auto response = reply ? reply->response : http::problem(reply.error(), now);
    SMARTCA_TRY(auto box, sealAnswer(parts_.hsm, scope, response));
    const StoredAnswer stored{.fingerprint = std::move(fingerprint), .box = std::move(box)};
    SMARTCA_FAILPOINT(("sam." + name + ".before").c_str());
    SMARTCA_CHECK(parts_.database.transact([&](Session &session) -> Outcome {
        if (reply && reply->commit) {
            if (auto done = reply->commit(session); !done)
                return done;
        }
        answers::insert(session, scope, stored, now);
        return {};
    }));
    SMARTCA_FAILPOINT(("sam." + name + ".after").c_str());
    return response;
}

Result<http::Answer> Gate::read(const http::Request &request, const Look &look)
{
    const UtcTime now = parts_.clock.now();
    SMARTCA_TRY(auto proof, verifiedProof(request, policy_));
    SMARTCA_CHECK(devices_.take(proof.deviceId));
    SMARTCA_TRY(auto admission, admit(request, proof, std::nullopt, now));
    if (admission.replayed)
        return tl::unexpected(proofReplayed());
    SMARTCA_CHECK(checkFreshness(proof, true, now));
    if (!admission.activation || admission.activation->deviceId != proof.deviceId)
        return tl::unexpected(activationUnknown());
    return look(Call{request, std::move(proof), now, std::move(admission.activation)});
}

} // namespace smartca::sandbox
