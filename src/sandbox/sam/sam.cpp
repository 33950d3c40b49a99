// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/sam.h"

#include "base/failpoint.h"
#include "crypto/random.h"
#include "protocol/headers.h"
#include "sandbox/sam/ending.h"
#include "sandbox/sam/handlers.h"
#include "sandbox/sam/occurrence_table.h"

namespace smartca::sandbox {

namespace {

constexpr std::size_t resendMaxBody = 4096;

/// Other trouble may pass while the poll waits.
bool isEnd(const Failure &failure)
{
    return failure.code == FailureCode::ActivationEnded || failure.code == FailureCode::PinBlocked ||
           failure.code == FailureCode::AccountLocked;
}

/// What processes before this one have reserved and not used, by the activation it belongs to.
using LeftBehind = std::vector<std::pair<std::string, OccurrenceRow>>;

Result<LeftBehind> leftBehind(SamContext &context)
{
    return context.parts.database.read([&](Session &session) -> Result<LeftBehind> {
        LeftBehind left;
        for (auto &row : occurrences::leftBehind(session, context.run)) {
            const auto credential = credentials::find(session, row.credentialId);
            left.emplace_back(credential ? credential->activation : std::string(), std::move(row));
        }
        return left;
    });
}

} // namespace

SamContext::SamContext(const SamParts &theParts, SamPolicy thePolicy)
    : parts(theParts),
      policy(std::move(thePolicy)),
      evidence(parts.database, parts.hsm, parts.clock, policy.evidenceHeadFile),
      gate(parts, policy, [this](const ActivationRow &row) { return endOverdue(*this, row); }),
      typedCodes(realTime, policy.typedCodeRate),
      run(crypto::randomUuid())
{}

http::Response jsonAnswer(std::string_view text, const std::string &etag)
{
    auto response = http::Response::json(text);
    response.headers.set("ETag", "\"" + etag + "\"");
    return response;
}

http::Response jsonAnswer(std::string_view text, const ActivationRow &row)
{
    return jsonAnswer(text, row.etag());
}

std::string contextOf(std::string_view what, std::string_view id)
{
    return std::string(what) + "|" + std::string(id);
}

Outcome endOverdue(SamContext &context, const ActivationRow &row)
{
    SMARTCA_TRY(const auto entry,
                context.evidence.prepare("ended", row.id, {{"credential", row.credentialId}}));
    SMARTCA_FAILPOINT("sam.end.before");
    SMARTCA_CHECK(context.parts.database.transact([&](Session &session) -> Outcome {
        // As the row stands now: a hand-in in between has made it active, and then it stays so.
        const auto current = activations::find(session, row.id);
        if (!current || isOver(current->state) || current->state == protocol::ActivationState::Active)
            return {};
        endActivation(session, *current, protocol::ActivationState::Ended, context.parts.clock.now());
        Evidence::append(session, entry);
        return {};
    }));
    SMARTCA_FAILPOINT("sam.end.after");
    context.evidence.committed();
    return {};
}

struct Sam::Inside {
    SamContext context;

    using Begin = Step (*)(SamContext &, const Call &);
    using Act = Result<Reply> (*)(SamContext &, const Call &);
    using Look = Result<http::Answer> (*)(SamContext &, const Call &);

    /// A handler that reads for itself.
    void write(http::Router &router, const std::string &pattern, const std::string &name, Act act,
               std::size_t maxBody = jsonMaxBytes)
    {
        write(
            router, pattern, name,
            [this, act](const Call &) {
                return Step{.look = {}, .act = [this, act](const Call &call) { return act(context, call); }};
            },
            maxBody);
    }
    void write(http::Router &router, const std::string &pattern, const std::string &name, Begin begin)
    {
        write(
            router, pattern, name, [this, begin](const Call &call) { return begin(context, call); },
            jsonMaxBytes);
    }
    void write(http::Router &router, const std::string &pattern, const std::string &name,
               const Gate::Begin &begin, std::size_t maxBody)
    {
        const bool ofActivation = pattern.find("{id}") != std::string::npos;
        router.add(
            "POST", pattern,
            [this, name, ofActivation, begin](const http::Request &request) -> Result<http::Answer> {
                auto answer = context.gate.write(request, name, ofActivation, begin);
                context.evidence.committed();
                return answer;
            },
            maxBody);
    }
    void read(http::Router &router, const std::string &pattern, Look look)
    {
        router.add("GET", pattern, [this, look](const http::Request &request) -> Result<http::Answer> {
            return context.gate.read(request, [&](const Call &call) { return look(context, call); });
        });
    }
};

Sam::Sam(const SamParts &parts, SamPolicy policy) : inside_(new Inside{SamContext(parts, std::move(policy))})
{}
Sam::~Sam() = default;

std::vector<Migrations> Sam::migrations()
{
    return {activations::migrations(), credentials::migrations(), occurrences::migrations(),
            answers::migrations(), Evidence::migrations()};
}

const SamPolicy &Sam::policy() const
{
    return inside_->context.policy;
}

void Sam::addRoutes(http::Router &router)
{
    const std::string all(protocol::activationsPath);
    const std::string one = all + "/{id}";
    const auto part = [&](std::string_view name) { return one + std::string(name); };
    inside_->write(router, all, "redeem", &redeemActivation);
    inside_->write(router, part(protocol::enrolmentPart), "enrol", &enrol);
    inside_->read(router, part(protocol::certificatePart), &pollCertificate);
    inside_->write(router, part(protocol::confirmationPart), "confirm", &confirmCertificate);
    inside_->write(router, part(protocol::challengePart), "challenge", &beginChallenge);
    inside_->write(router, part(protocol::signaturePart), "sign", &beginSignature);
    inside_->write(router, part(protocol::handInPart), "hand-in", &handIn);
    inside_->write(router, std::string(protocol::resendPath), "resend", &resendMail, resendMaxBody);
    inside_->read(router, all, &tellState);
    inside_->read(router, one, &tellState);
    inside_->read(router, part(protocol::recordPart), &giveRecord);
    inside_->read(router, part(protocol::signaturePart), &giveSignature);
}

Outcome Sam::recover()
{
    auto &context = inside_->context;
    SMARTCA_TRY(const auto left, leftBehind(context));
    // An HSM in this process signs into this process' memory: what a dead process had made died with it,
    // unseen. Of an HSM that outlives us nobody can say so, and the row stays reserved.
    if (!left.empty() && context.parts.hsm.signsInThisProcess()) {
        for (const auto &[activation, row] : left) {
            SMARTCA_TRY(const auto entry, context.evidence.prepare("released", activation,
                                                                   {{"credential", row.credentialId},
                                                                    {"transaction", row.transactionId}}));
            SMARTCA_CHECK(context.parts.database.transact([&, id = row.id](Session &session) -> Outcome {
                occurrences::release(session, id);
                Evidence::append(session, entry);
                return {};
            }));
        }
    }
    return context.evidence.signHead();
}

Outcome Sam::sweep()
{
    auto &context = inside_->context;
    const UtcTime now = context.parts.clock.now();
    SMARTCA_TRY(const auto overdue,
                context.parts.database.read([&](Session &session) -> Result<std::vector<ActivationRow>> {
                    return activations::overdue(session, now);
                }));
    for (const auto &row : overdue)
        SMARTCA_CHECK(endOverdue(context, row));
    SMARTCA_CHECK(context.parts.database.transact([&](Session &session) -> Outcome {
        answers::forget(session, now);
        return {};
    }));
    return context.evidence.signHead(); // tried after every request; whoever sweeps tells when it fails
}

Result<bool> Sam::completeDestruction()
{
    return credentials::completeDestruction(inside_->context.parts.database);
}

void Sam::lookForCertificates()
{
    auto &context = inside_->context;
    for (const auto &[activation, pending] : context.waiting.waiting()) {
        const auto answer = certificateStatus(context, activation);
        if (answer && answer->status != protocol::CertificateStatus::Pending)
            pending.complete(jsonAnswer(protocol::encode(*answer), answer->etag));
        else if (!answer && isEnd(answer.error()))
            pending.complete(tl::unexpected(answer.error()));
    }
}

bool Sam::anybodyWaits() const
{
    return !inside_->context.waiting.empty();
}

} // namespace smartca::sandbox
